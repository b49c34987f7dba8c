// SPDX-License-Identifier: EUPL-1.2
import type { Answer } from "web/api/acts";

export type Board = Answer<"desk.show_board">;
export type Visit = Answer<"desk.get_visit">;
export type Site = Answer<"desk.list_sites">["items"][number];
