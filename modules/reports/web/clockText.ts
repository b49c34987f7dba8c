// SPDX-License-Identifier: EUPL-1.2
// What is said of the clock of a report: how long is left, or by how much it is late.
import type { ReportLine } from "web/api/acts";
import type { BadgeKind } from "web/kit/List";
import { count, t } from "web/words/words";

const MINUTE = 60_000;
const MINUTES_TO_ASSESS = 120; // as the server has it: clock.h

export function lengthText(minutes: number): string {
    if (minutes < 60) return t("page.reports.minutes", { minutes });
    if (minutes < 48 * 60) {
        return t("page.reports.hours_minutes", {
            hours: Math.floor(minutes / 60),
            minutes: minutes % 60,
        });
    }
    return count("page.reports.days", Math.floor(minutes / (24 * 60)));
}

type Timed = Pick<ReportLine, "clock" | "due_at" | "received_at">;

export function clockText(report: Timed, now: number): string {
    const due = report.due_at
        ? Date.parse(report.due_at)
        : Date.parse(report.received_at) + MINUTES_TO_ASSESS * MINUTE;
    const minutes = Math.floor(Math.abs(due - now) / MINUTE);
    switch (report.clock) {
        case "late":
            return t("page.reports.over_by", { time: lengthText(minutes) });
        case "soon_late":
        case "running":
            return t("page.reports.left", { time: lengthText(minutes) });
        default:
            return "";
    }
}

const KINDS: Record<string, BadgeKind> = {
    late: "danger",
    soon_late: "warning",
    running: "info",
    met: "success",
    missed: "warning",
};

export function clockKind(clock: string): BadgeKind {
    return KINDS[clock] ?? "neutral";
}
