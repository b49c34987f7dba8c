// SPDX-License-Identifier: EUPL-1.2
// What the acts of this module take and answer, by the names that its pages use.
import type { Answer, Wish } from "web/api/acts";

export type MinorFile = Answer<"minors.get_file">;
export type MinorFileLine = Answer<"minors.list_files">["items"][number];
export type MinorDeadline = MinorFile["deadlines"][number];
export type MinorStep = MinorFile["steps"][number];
export type MinorClock = Answer<"minors.list_clocks">["items"][number];
export type SinbaSheet = Answer<"minors.show_sinba">;

export type FileWish = Wish<"minors.change_file">["body"];
export type StepWish = Wish<"minors.record_step">["body"];
