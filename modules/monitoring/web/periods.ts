// SPDX-License-Identifier: EUPL-1.2
// Periods as the server names them: "2026", "2026-Q3", "2026-11".
import { dayOf } from "web/words/format";
import { language, t } from "web/words/words";

export type PeriodKind = "quarter" | "month" | "year";

export function kindOf(period: string): PeriodKind {
    if (period.length === 4) return "year";
    return period.charAt(5) === "Q" ? "quarter" : "month";
}

// The months of a period, "2026-07" to "2026-09".
export function monthsOf(period: string): string[] {
    const year = period.slice(0, 4);
    const month = (number: number) => `${year}-${String(number).padStart(2, "0")}`;
    switch (kindOf(period)) {
        case "year":
            return Array.from({ length: 12 }, (_, index) => month(index + 1));
        case "quarter": {
            const first = (Number(period.slice(6)) - 1) * 3 + 1;
            return [month(first), month(first + 1), month(first + 2)];
        }
        case "month":
            return [period];
    }
}

// A period is over when its last day is.
export function isOver(period: string, today: string): boolean {
    return monthsOf(period).at(-1)! < today.slice(0, 7);
}

export function quarterOf(day: string): string {
    return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

export function before(period: string): string {
    const year = Number(period.slice(0, 4));
    const kind = kindOf(period);
    if (kind === "year") return String(year - 1);
    const number = Number(period.slice(kind === "quarter" ? 6 : 5));
    const last = kind === "quarter" ? 4 : 12;
    const [inYear, place] = number > 1 ? [year, number - 1] : [year - 1, last];
    return kind === "quarter"
        ? `${inYear}-Q${place}`
        : `${inYear}-${String(place).padStart(2, "0")}`;
}

// The newest first.
function backFrom(period: string, count: number): string[] {
    const found = [period];
    while (found.length < count) found.push(before(found.at(-1)!));
    return found;
}

export function lastQuarter(today = dayOf(new Date())): string {
    return before(quarterOf(today));
}

export function finishedQuarters(today = dayOf(new Date())): string[] {
    return backFrom(lastQuarter(today), 8);
}

export function recentPeriods(today = dayOf(new Date())): string[] {
    return [
        ...backFrom(quarterOf(today), 8),
        ...backFrom(today.slice(0, 7), 12),
        ...backFrom(today.slice(0, 4), 2),
    ];
}

// "3° trimestre 2026", "novembre 2026", "2026".
export function formatPeriod(period: string): string {
    const year = period.slice(0, 4);
    switch (kindOf(period)) {
        case "year":
            return year;
        case "quarter":
            return t("page.monitoring.quarter", { number: period.slice(6), year });
        case "month":
            return formatMonth(period, "long");
    }
}

export function formatMonth(month: string, style: "long" | "short" = "short"): string {
    return new Intl.DateTimeFormat(language(), {
        month: style,
        ...(style === "long" && { year: "numeric" }),
        timeZone: "UTC",
    }).format(new Date(`${month}-01T12:00:00Z`));
}
