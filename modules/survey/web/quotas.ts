// SPDX-License-Identifier: EUPL-1.2
// Cells of a quota: what each outcome counts as, how much is left, how dark a tile is.
import type { QuotaCell } from "./types";

type Part =
    "complete" | "partial" | "refused" | "not_met" | "other" | "unknown" | "not_eligible";

const PARTS: Record<string, Part> = {
    COMPLETE: "complete",
    PARTIAL: "partial",
    REFUSAL: "refused",
    BREAK_OFF: "refused",
    NON_CONTACT: "not_met",
    OTHER: "other",
    UNKNOWN_ELIGIBILITY: "unknown",
    NOT_ELIGIBLE: "not_eligible",
};

export function outcomeOf(disposition: string): Part | undefined {
    return PARTS[disposition];
}

export const made = ({ complete, partial }: QuotaCell): number => complete + partial;

// One more, or one less, of an outcome.
export function withOutcome(cell: QuotaCell, disposition: string, by: 1 | -1): QuotaCell {
    const part = outcomeOf(disposition);
    if (!part) return cell;
    const next = { ...cell, [part]: Math.max(0, cell[part] + by) };
    return { ...next, left: Math.max(0, next.target - made(next)) };
}

// Of a cell with nothing to reach there is no share.
export function shareDone(cell: QuotaCell): number | undefined {
    return cell.target > 0 ? Math.min(1, made(cell) / cell.target) : undefined;
}

// The fuller, the darker: from 0, nothing yet, to 5, all that is wanted.
export function shadeOf(cell: QuotaCell | undefined): number | "hidden" {
    const share = cell && shareDone(cell);
    if (share === undefined) return "hidden";
    return share >= 1 ? 5 : Math.ceil(share * 4);
}

// ---- every so many persons one is asked

export function isTurn(counted: number, every: number): boolean {
    return counted > 0 && counted % every === 0;
}

// How many still pass before the next one is asked.
export function untilTurn(counted: number, every: number): number {
    return every - (counted % every);
}
