// SPDX-License-Identifier: EUPL-1.2
// What the acts of this module take and answer, by the names that its pages use.
import type { Answer } from "web/api/acts";

export type RightsRequest = Answer<"rights.get_request">;
export type ErasurePreview = Answer<"rights.preview_erasure">;
export type HeldCount = ErasurePreview["held"][number];
export type RetentionPreview = Answer<"rights.preview_retention">;
export type RetentionRule = RetentionPreview["rules"][number];
export type RetentionLine = RetentionPreview["items"][number];

export function isErasure({ kind }: RightsRequest): boolean {
    return kind === "ERASURE" || kind === "RETENTION";
}
