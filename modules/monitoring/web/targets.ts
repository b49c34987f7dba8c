// SPDX-License-Identifier: EUPL-1.2
// Targets as they are typed and read: whole numbers for a whole year, nothing where there is none.
import type { Target } from "web/api/acts";
import { formatNumber } from "web/words/format";

// Zero means the same as no target at all, and is how one is taken away.
const NONE = 0;

export function targetOf(targets: Target[], city: string, indicator: string): number {
    const found = targets.find((each) => each.city === city && each.indicator === indicator);
    return found?.value ?? NONE;
}

export function targetAsText(value: number): string {
    return value === NONE ? "" : formatNumber(value);
}

// "1200", "1.200" and "1 200"; undefined for what is no whole number.
export function parseTarget(text: string): number | undefined {
    const typed = text.trim();
    if (typed === "") return NONE;
    const isGrouped = /^\d{1,3}([.,\s\u202f\u00a0'’]\d{3})+$/.test(typed);
    const digits = isGrouped ? typed.replaceAll(/\D/g, "") : typed;
    return /^\d{1,10}$/.test(digits) ? Number(digits) : undefined;
}

export interface ChangedTarget {
    city: string;
    before: number;
    value: number;
}

export interface TypedTargets {
    changed: ChangedTarget[];
    // The cities beside which something else than a whole number stands.
    wrong: string[];
}

// What was typed, by city, against what is known. A field that was left as it stood is no change.
export function readTyped(
    typed: Record<string, string>,
    known: (city: string) => number,
): TypedTargets {
    const read: TypedTargets = { changed: [], wrong: [] };
    for (const [city, text] of Object.entries(typed)) {
        const before = known(city);
        if (text.trim() === targetAsText(before)) continue;
        const value = parseTarget(text);
        if (value === undefined) read.wrong.push(city);
        else if (value !== before) read.changed.push({ city, before, value });
    }
    return read;
}
