// SPDX-License-Identifier: EUPL-1.2
// How far a city is on the way to its target, and how far it would be if the year were even.
import { monthsOf } from "./periods";

export type Standing = "missing" | "no_target" | "behind" | "on_course" | "reached";

// The part of the year that is over at the end of a period.
export function partOfYear(period: string): number {
    return Number(monthsOf(period).at(-1)!.slice(5)) / 12;
}

// A tenth behind an even year is still on course: the work is not even.
export function standingOf(
    yearToDate: number | null | undefined,
    target: number | undefined,
    period: string,
): Standing {
    if (yearToDate === undefined || yearToDate === null) return "missing";
    if (!target) return "no_target";
    const reached = yearToDate / target;
    if (reached >= 1) return "reached";
    return reached >= partOfYear(period) * 0.9 ? "on_course" : "behind";
}
