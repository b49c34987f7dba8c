// SPDX-License-Identifier: EUPL-1.2
import { labelOf } from "web/api/vocabulary";
import type { StoryPlace } from "./types";

export function nameOf(place: StoryPlace): string {
    const channel = labelOf("story_channel", place.channel);
    return place.place ? `${channel}: ${place.place}` : channel;
}
