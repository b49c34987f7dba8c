// SPDX-License-Identifier: EUPL-1.2
// Figures as they are read: which of many, and in which words.
import type { IndicatorDefinition, IndicatorValue, LeftOut } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { formatNumber } from "web/words/format";
import { count, findCount, findWord, language, t } from "web/words/words";
import { formatMonth } from "./periods";

export type Window = "period" | "year_to_date";

// What a value of the network has too, which knows no cell.
export type Figure = Pick<IndicatorValue, "value" | "numerator" | "denominator"> & {
    p90?: number | null;
    suppressed?: boolean;
};

export function inWords(both: { it: string; en: string }): string {
    return language() === "it" ? both.it : both.en;
}

export function totalOf(
    values: IndicatorValue[],
    indicator: string,
    window: Window = "period",
): IndicatorValue | undefined {
    return values.find(
        (value) =>
            value.indicator === indicator && value.breakdown === "total" && value.window === window,
    );
}

export function cellsOf(
    values: IndicatorValue[],
    indicator: string,
    breakdown: string,
): IndicatorValue[] {
    return values.filter(
        (value) => value.indicator === indicator && value.breakdown === breakdown,
    );
}

// The number itself: "1.204", "42 %", "12 giorni".
export function formatFigure(unit: string, figure: Figure | undefined): string {
    if (!figure) return formatNumber(0);
    if (figure.suppressed) return t("web.suppressed");
    if (figure.value === undefined || figure.value === null) return t("page.monitoring.no_value");
    if (unit === "share") {
        return formatNumber(figure.value, { style: "percent", maximumFractionDigits: 0 });
    }
    if (unit === "days") return count("page.monitoring.days", figure.value);
    if (unit === "hours") return hoursText(figure.value);
    return formatNumber(figure.value);
}

// A total is always among what was counted: one that is missing was not, by a catalogue that did
// not have its indicator yet.
export function formatTotal(unit: string, total: Figure | undefined): string {
    return total ? formatFigure(unit, total) : t("page.monitoring.not_counted");
}

// What stands behind a share or a median, small beside it.
export function formatBasis(unit: string, figure: Figure | undefined): string {
    if (!figure?.denominator || figure.suppressed) return "";
    if (unit === "share") {
        return t("page.monitoring.of", { n: figure.numerator ?? 0, all: figure.denominator });
    }
    if (!isLength(unit)) return "";
    const cases = count("page.monitoring.cases", figure.denominator);
    if (figure.p90 === undefined || figure.p90 === null) return cases;
    const ninetieth =
        unit === "hours"
            ? t("page.monitoring.p90_hours", { hours: rounded(figure.p90) })
            : t("page.monitoring.p90", { days: figure.p90 });
    return `${ninetieth} · ${cases}`;
}

// Medians: of several cities they cannot be added up.
export function isLength(unit: string): boolean {
    return unit === "days" || unit === "hours";
}

function rounded(hours: number): number {
    return Math.round(hours * 10) / 10;
}

function hoursText(hours: number): string {
    if (hours < 1) return count("page.monitoring.minutes", Math.round(hours * 60));
    return count("page.monitoring.hours", rounded(hours));
}

const BREAKDOWNS = [
    "category",
    "source",
    "hour",
    "month",
    "district",
    "setting",
    "kind",
    "gender",
    "age",
    "gender_age",
] as const;

export function isBreakdown(name: string): name is (typeof BREAKDOWNS)[number] {
    return (BREAKDOWNS as readonly string[]).includes(name);
}

// For bars: a suppressed cell has no length.
export function lengthOf(value: IndicatorValue): number | null {
    return value.suppressed ? null : (value.value ?? 0);
}

export function cellLabel(
    definition: IndicatorDefinition,
    breakdown: string,
    cell: string,
    districtName: (code: string) => string,
): string {
    if (cell === "not_recorded") return capital(t("web.not_recorded"));
    switch (breakdown) {
        case "gender":
            return labelOf("gender", cell);
        case "age":
            return findWord(`page.monitoring.age.${cell}`) ?? cell;
        case "district":
            return districtName(cell);
        case "setting":
            return labelOf("contact_setting", cell);
        case "category":
            return labelOf("report_category", cell);
        case "source":
            return labelOf("report_source", cell);
        case "hour":
            return `${cell}:00`;
        case "month":
            return capital(formatMonth(cell, "long"));
        case "kind": {
            const kind = definition.kinds.find(({ code }) => code === cell);
            return kind ? inWords(kind) : cell;
        }
        default:
            return cell;
    }
}

// "3 contatti registrati quando l'uscita era già chiusa". A reason that is new in the catalogue has no
// words for one and for many yet: its own sentence, then the number.
export function leftOutInWords(definition: IndicatorDefinition, left: LeftOut): string {
    const { reason } = left;
    const worded =
        findCount(`page.monitoring.reason.${definition.code}.${reason}`, left.count) ??
        findCount(`page.monitoring.reason.${reason}`, left.count);
    if (worded) return worded;
    const known = [...definition.leaves_out, ...definition.remarks].find(
        ({ code }) => code === reason,
    );
    const sentence = known ? inWords(known).replace(/\.$/, "") : reason;
    return `${sentence}: ${formatNumber(left.count)}`;
}

function capital(text: string): string {
    return text.charAt(0).toLocaleUpperCase(language()) + text.slice(1);
}

// In which of five shades a count is, 1 to 5; 0 is nothing at all. Evenly wide; few things have one.
export function shadeOf(value: number | null, top: number): number {
    if (value === null || value <= 0 || top <= 0) return 0;
    return top < 5 ? 5 : Math.min(5, Math.ceil((value / top) * 5));
}
