// SPDX-License-Identifier: EUPL-1.2
// What is said of a visit in a line: whom it is about, what for, since when.
import { labelOf } from "web/api/vocabulary";
import { formatTime } from "web/words/format";
import { t } from "web/words/words";
import { nameOf } from "modules/people/web/PersonLine";
import type { Visit } from "./types";

const MINUTE = 60_000;

export function minutesSince(instant: string, now: number): number {
    return Math.max(0, Math.floor((now - Date.parse(instant)) / MINUTE));
}

// The person, or what they are called; nothing where only a number is known.
export function whoOf({ person_card, nickname }: Visit): string {
    return person_card ? nameOf(person_card) : (nickname ?? "");
}

export function whatOf({ language, need, with_name }: Visit): string {
    return [
        labelOf("language", language),
        labelOf("referral_area", need),
        with_name && t("page.desk.with", { name: with_name }),
    ]
        .filter(Boolean)
        .join(" · ");
}

export function whenOf(visit: Visit, now: number): string {
    const { state, arrived_at, appointment_at, called_at, ended_at } = visit;
    const hour = appointment_at ? t("page.desk.at", { time: formatTime(appointment_at) }) : "";
    if (state === "waiting" && arrived_at) {
        const since = t("page.desk.since", {
            minutes: minutesSince(arrived_at, now),
            time: formatTime(arrived_at),
        });
        return [since, hour].filter(Boolean).join(" · ");
    }
    if (state === "called" && called_at) {
        return [visit.room, visit.called_by_name, formatTime(called_at)]
            .filter(Boolean)
            .join(" · ");
    }
    if (state === "ended" && ended_at) {
        return `${labelOf("visit_outcome", visit.outcome)} · ${formatTime(ended_at)}`;
    }
    return hour;
}
