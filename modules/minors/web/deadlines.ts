// SPDX-License-Identifier: EUPL-1.2
// What is said of the clocks of a file, and where each stands in their picture.
import { labelOf } from "web/api/vocabulary";
import type { BadgeKind } from "web/kit/List";
import { formatDay, today } from "web/words/format";
import { count, t } from "web/words/words";
import { birthdayText } from "./ages";
import type { MinorDeadline, MinorFile } from "./types";

const A_DAY = 86_400_000;

export function daysBetween(first: string, last: string): number {
    return Math.round((Date.parse(last) - Date.parse(first)) / A_DAY);
}

// "entro il 2 mar 2027 · mancano 3 giorni"
export function dueText({ due_on, done_on }: MinorDeadline, now = today()): string {
    const day = formatDay(due_on);
    if (done_on) return t("page.minors.done_on", { day: formatDay(done_on), due: day });
    const days = daysBetween(now, due_on);
    if (days < 0) {
        return `${t("page.minors.was_due", { day })} · ${count("page.minors.days_late", -days)}`;
    }
    const left = days === 0 ? t("page.minors.due_today") : count("page.minors.days_left", days);
    return `${t("page.minors.due", { day })} · ${left}`;
}

const KINDS: Record<string, BadgeKind> = {
    open: "info",
    late: "danger",
    done: "success",
    done_late: "warning",
};

export function deadlineKind(state: string): BadgeKind {
    return KINDS[state] ?? "neutral";
}

// ---- the picture

// How far along a day is, from 0 to 1. Most terms end in the first weeks and the last ones after
// years: as the root of the days, the first ones do not lie on top of each other.
export function placeOf(day: string, first: string, last: string): number {
    const all = daysBetween(first, last);
    if (all <= 0) return 0;
    return Math.sqrt(Math.min(1, Math.max(0, daysBetween(first, day) / all)));
}

export interface Mark {
    key: string;
    label: string;
    day: string;
    text: string; // of the day, as far as it is known
    // That of a deadline, or "birthday".
    state: string;
}

export function marksOf(file: MinorFile): Mark[] {
    const marks = file.deadlines.map(({ what, due_on, state }) => ({
        key: what,
        label: labelOf("minor_step", what),
        day: due_on,
        text: formatDay(due_on),
        state,
    }));
    if (file.of_age_on) {
        marks.push({
            key: "birthday",
            label: t("page.minors.eighteen"),
            day: file.of_age_on,
            text: birthdayText(file),
            state: "birthday",
        });
    }
    return marks.toSorted((one, other) => one.day.localeCompare(other.day));
}
