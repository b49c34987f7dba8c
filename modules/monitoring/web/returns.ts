// SPDX-License-Identifier: EUPL-1.2
// Returns and questions in words.
import type { IndicatorDefinition, Question, Return, ReturnEntry } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import type { BadgeKind } from "web/kit/List";
import { formatDay } from "web/words/format";
import { count, t } from "web/words/words";
import { cellLabel, formatFigure, inWords, isBreakdown } from "./figures";
import { formatPeriod } from "./periods";

const KINDS: Record<string, BadgeKind> = {
    late: "danger",
    questioned: "warning",
    reopened: "warning",
    submitted: "info",
    corrected: "info",
    accepted: "success",
    open: "warning",
    answered: "info",
    closed: "success",
};

export function kindOfState(state: string): BadgeKind {
    return KINDS[state] ?? "neutral";
}

// "entro il 20 ottobre", "in ritardo di 34 giorni", "consegnata con 3 giorni di ritardo".
export function dueInWords(line: Return): string {
    const day = formatDay(line.due_on);
    if (line.late_days > 0) {
        return line.version
            ? count("page.monitoring.came_late", line.late_days, { day })
            : count("page.monitoring.is_late", line.late_days, { day });
    }
    if (line.version) return t("page.monitoring.in_time", { day });
    return count("page.monitoring.days_left", line.days_left, { day });
}

// The gravest first: what is late, then what waits for somebody.
const ORDER = ["late", "reopened", "questioned", "not_begun", "submitted", "corrected", "accepted"];

export function byState(one: Return, other: Return): number {
    return (
        ORDER.indexOf(one.state) - ORDER.indexOf(other.state) || other.late_days - one.late_days
    );
}

// What a check may find, each with its sentence.
const FINDINGS = ["range", "parts", "year", "at_most", "definition", "break"] as const;

type Definitions = Map<string, IndicatorDefinition>;

// What a question is of: "Persone raggiunte", "Tutta la dichiarazione".
export function matterOf(question: Question, definitions: Definitions | undefined): string {
    const definition = question.indicator ? definitions?.get(question.indicator) : undefined;
    return definition ? inWords(definition.name) : (question.indicator ?? t("page.monitoring.whole"));
}

// A question that a check asks, as a sentence with its numbers.
export function findingInWords(entry: ReturnEntry, definitions: Definitions | undefined): string {
    const { finding, breakdown, cell, timeframe, other } = entry;
    if (!finding) return entry.words ?? "";
    const definition = entry.indicator ? definitions?.get(entry.indicator) : undefined;
    const unit = finding === "definition" ? "events" : (definition?.unit ?? "events");
    const figure = (value: number | null | undefined) =>
        value === null || value === undefined ? "–" : formatFigure(unit, { value });
    const where = [
        timeframe === "year_to_date" ? t("page.monitoring.since_january") : undefined,
        breakdown && isBreakdown(breakdown) ? t(`page.monitoring.by.${breakdown}`) : undefined,
        definition && breakdown && cell
            ? cellLabel(definition, breakdown, cell, (code) => code)
            : undefined,
    ].filter(Boolean);
    const known = FINDINGS.find((one) => one === finding) ?? "range";
    const asked = t(`page.monitoring.finding.${known}`, {
        value: figure(entry.value),
        low: figure(entry.low),
        high: figure(entry.high),
        other: other ? inWords(definitions?.get(other)?.name ?? { it: other, en: other }) : "",
    });
    return [labelOf("statement_check", finding), ...where].join(" · ") + ". " + asked;
}

export function titleOf(
    question: Question,
    city: string | undefined,
    definitions: Definitions | undefined,
): string {
    return [city, formatPeriod(question.period), matterOf(question, definitions)]
        .filter(Boolean)
        .join(" · ");
}
