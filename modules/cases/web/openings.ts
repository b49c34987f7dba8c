// SPDX-License-Identifier: EUPL-1.2
// Cases that somebody reads without their being theirs: the types, and how long it still lasts.
import type { Answer, Case, CaseCard } from "web/api/acts";
import { count, t } from "web/words/words";

export type AccessRequest = Answer<"cases.list_access_requests">["items"][number];
export type EmergencyAccess = Answer<"cases.list_emergency_accesses">["items"][number];
export type Opening = NonNullable<CaseCard["opening"]>;

const MINUTE = 60_000;
const HOUR_MINUTES = 60;
const DAY_HOURS = 24;

// Something can be written in the case: it is open, and it is one's own.
export function goesOn(known: Case): boolean {
    return known.state === "open" && !known.cancelled && !known.opening;
}

// Minutes begun count whole, so that "1" is the last one.
export function minutesLeft(until: string, now: number): number {
    return Math.max(0, Math.ceil((new Date(until).getTime() - now) / MINUTE));
}

export function wordsLeft(minutes: number): string {
    if (minutes <= 0) return t("page.cases.opening_over");
    if (minutes <= HOUR_MINUTES) return count("page.cases.minutes_left", minutes);
    const hours = Math.floor(minutes / HOUR_MINUTES);
    if (hours >= DAY_HOURS) return count("page.cases.days_left", Math.floor(hours / DAY_HOURS));
    return t("page.cases.hours_left", { hours, minutes: minutes % HOUR_MINUTES });
}
