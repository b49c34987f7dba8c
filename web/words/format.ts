// SPDX-License-Identifier: EUPL-1.2
// Dates, numbers and names of countries and languages, in the reader's language. The clock is the
// one on the wall in Italy, wherever the device believes to be.
import { language, locale } from "./words";

const ZONE = "Europe/Rome";

// The calendar day of an instant, as the server writes it: "2026-11-23".
export function dayOf(instant: Date): string {
    return new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE }).format(instant);
}

export function today(): string {
    return dayOf(new Date());
}

export function daysLater(day: string, days: number): string {
    const date = new Date(`${day}T12:00:00Z`);
    date.setUTCDate(date.getUTCDate() + days);
    return date.toISOString().slice(0, 10);
}

// "21:15" of an instant.
export function clockOf(instant: Date): string {
    return new Intl.DateTimeFormat("sv-SE", {
        timeZone: ZONE,
        hour: "2-digit",
        minute: "2-digit",
    }).format(instant);
}

// The instant at which the clocks of Italy show that day and time.
export function instantOf(day: string, clock: string): Date {
    const asIfUtc = new Date(`${day}T${clock}:00Z`);
    // Italy is one or two hours ahead; in the hour that comes twice the first one, as the server
    // does.
    for (const hours of [2, 1]) {
        const instant = new Date(asIfUtc.getTime() - hours * 3_600_000);
        if (dayOf(instant) === day && clockOf(instant) === clock) return instant;
    }
    return new Date(asIfUtc.getTime() - 3_600_000);
}

function formatted(instant: Date, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(locale(), { timeZone: ZONE, ...options }).format(instant);
}

// "23 nov 2026" of a day.
export function formatDay(day: string): string {
    return formatted(new Date(`${day}T12:00:00Z`), { dateStyle: "medium" });
}

// "lunedì 23 novembre" of a day.
// "lun"
export function formatWeekday(day: string): string {
    return formatted(new Date(`${day}T12:00:00Z`), { weekday: "short" });
}

// 1 is Monday.
export function weekdayName(weekday: number): string {
    return formatWeekday(`2026-11-${22 + weekday}`); // that week begins on a Monday
}

export function formatLongDay(day: string): string {
    return formatted(new Date(`${day}T12:00:00Z`), {
        weekday: "long",
        day: "numeric",
        month: "long",
    });
}

export function formatTime(instant: string): string {
    return formatted(new Date(instant), { hour: "2-digit", minute: "2-digit" });
}

export function formatInstant(instant: string): string {
    return formatted(new Date(instant), { dateStyle: "medium", timeStyle: "short" });
}

export function formatNumber(value: number, options?: Intl.NumberFormatOptions): string {
    return new Intl.NumberFormat(locale(), options).format(value);
}

function displayName(code: string, type: "region" | "language"): string | undefined {
    try {
        const name = new Intl.DisplayNames(language(), { type, fallback: "none" }).of(code);
        return name && name.charAt(0).toLocaleUpperCase(language()) + name.slice(1);
    } catch {
        return undefined; // a code of ours that no browser knows
    }
}

export function countryName(code: string): string | undefined {
    return displayName(code, "region");
}

export function languageName(code: string): string | undefined {
    return displayName(code, "language");
}
