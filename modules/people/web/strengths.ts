// SPDX-License-Identifier: EUPL-1.2
import type { Similar } from "web/api/acts";
import type { BadgeKind } from "web/kit/List";

// How the words of similarity_strength look.
export const STRENGTHS: Record<Similar["strength"], BadgeKind> = {
    very_likely: "danger",
    likely: "warning",
    possible: "neutral",
};
