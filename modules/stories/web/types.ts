// SPDX-License-Identifier: EUPL-1.2
// What the acts of this module take and answer, by the names that its pages use.
import type { Answer } from "web/api/acts";

export type Story = Answer<"stories.get_story">;
export type StoryLine = Answer<"stories.list_stories">["items"][number];
export type StoryConsent = Story["consents"][number];
export type StoryFile = Story["files"][number];
export type StoryPlace = Story["publications"][number];
