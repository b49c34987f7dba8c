// SPDX-License-Identifier: EUPL-1.2
// Workshops in words: when a session is, how many places there are, hours out of minutes.
import { clockOf, formatDay, formatWeekday } from "web/words/format";
import { count, t } from "web/words/words";
import type { WorkshopLine, WorkshopSession } from "./types";

export function whenOf({ day, begins_at, minutes }: WorkshopSession): string {
    const begins = new Date(begins_at);
    const ends = new Date(begins.getTime() + minutes * 60_000);
    return `${formatWeekday(day)} ${formatDay(day)}, ${clockOf(begins)}–${clockOf(ends)}`;
}

export function placesOf({ seats, seats_free, waiting, closed }: WorkshopLine): string {
    if (closed) return t("page.workshops.closed");
    return [
        seats_free > 0
            ? t("page.workshops.free_of", { free: seats_free, seats })
            : t("page.workshops.full_of", { seats }),
        waiting > 0 && count("page.workshops.waiting", waiting),
    ]
        .filter(Boolean)
        .join(" · ");
}

export function hoursOf(minutes: number): string {
    return count("page.workshops.hours", Math.round((minutes * 100) / 60) / 100);
}

// The same day of the following weeks, at the same time on the wall.
export function weeksOf(day: string, times: number): string[] {
    return Array.from({ length: times }, (_, week) => {
        const date = new Date(`${day}T12:00:00Z`);
        date.setUTCDate(date.getUTCDate() + 7 * week);
        return date.toISOString().slice(0, 10);
    });
}
