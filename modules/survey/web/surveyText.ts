// SPDX-License-Identifier: EUPL-1.2
import { formatNumber } from "web/words/format";
import type { Slot } from "./types";

export const GROUPS = ["MIGRANT", "OPERATOR", "BODY"] as const;

export const hoursOf = ({ from_time: from, to_time: to }: Slot): string => `${from}–${to}`;

export function byDay(one: Slot, other: Slot): number {
    return (
        one.day.localeCompare(other.day) ||
        one.from_time.localeCompare(other.from_time) ||
        one.centre_name.localeCompare(other.centre_name)
    );
}

// "37,5" as it is typed, null where nothing is. What is no number goes as it stands: the server
// says which field is wrong.
export function numberIn(text: string): number | null {
    const tidy = text.trim().replace(",", ".");
    if (tidy === "") return null;
    const value = Number(tidy);
    return Number.isFinite(value) ? value : (text as unknown as number);
}

export function percentText(value: number | null | undefined): string {
    return value === null || value === undefined
        ? "–"
        : `${formatNumber(value, { maximumFractionDigits: 1 })}\u00a0%`;
}

// Of slots and units that were drawn: how likely each was.
export function probabilityText(value: number | null | undefined): string {
    return value === null || value === undefined
        ? "–"
        : formatNumber(value, { maximumFractionDigits: 3 });
}

export interface DrawnOf {
    district: string;
    frame: number;
    drawn: number;
    // The least and the most likely of those that were drawn.
    least: number | null;
    most: number | null;
}

interface Drawable {
    district: string;
    drawn: boolean;
    removed: boolean;
    probability?: number | null;
}

// What a draw gave: of how many, how many, and how likely each was.
export function drawnByDistrict(frame: Drawable[]): DrawnOf[] {
    const found = new Map<string, DrawnOf>();
    for (const { district, drawn, removed, probability } of frame) {
        if (removed) continue;
        const empty = { district, frame: 0, drawn: 0, least: null, most: null };
        const known: DrawnOf = found.get(district) ?? empty;
        const own = drawn ? (probability ?? null) : null;
        found.set(district, {
            district,
            frame: known.frame + 1,
            drawn: known.drawn + (drawn ? 1 : 0),
            least: own === null ? known.least : Math.min(known.least ?? own, own),
            most: own === null ? known.most : Math.max(known.most ?? own, own),
        });
    }
    return [...found.values()];
}

// The same hours once a week.
export function weeklyFrom(day: string, weeks: number): string[] {
    return Array.from({ length: weeks }, (_, week) => {
        const date = new Date(`${day}T12:00:00Z`);
        date.setUTCDate(date.getUTCDate() + 7 * week);
        return date.toISOString().slice(0, 10);
    });
}
