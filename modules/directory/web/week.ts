// SPDX-License-Identifier: EUPL-1.2
// The hours of a week as people read them: days that have the same hours stand together.
import type { ServiceOpening } from "web/api/acts";

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

export interface Line {
    weekdays: number[];
    hours: string; // "09:00–13:00, 15:00–18:00"
}

export function linesOf(openings: ServiceOpening[]): Line[] {
    const lines: Line[] = [];
    for (const weekday of WEEKDAYS) {
        const hours = openings
            .filter((each) => each.weekday === weekday)
            .toSorted((one, other) => one.opens.localeCompare(other.opens))
            .map(({ opens, closes }) => `${opens}–${closes}`)
            .join(", ");
        if (!hours) continue;
        const same = lines.find((line) => line.hours === hours);
        if (same) same.weekdays.push(weekday);
        else lines.push({ weekdays: [weekday], hours });
    }
    return lines;
}
