// SPDX-License-Identifier: EUPL-1.2
// What pages say of a figure: never without its n and its interval, or why it is not shown.
import type { Answer } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { formatNumber } from "web/words/format";
import { t } from "web/words/words";

export type Matrix = Answer<"survey.show_matrix">;
export type NeedLine = Matrix["needs"][number];
export type DistrictLine = Matrix["districts"][number];
export type GroupFigures = NeedLine["groups"][number];
export type PerceptionGap = NeedLine["gaps"][number];
export type Weighting = Matrix["weighting"][number];
export type Figure = GroupFigures["prevalence"];
export type Emerging = Answer<"survey.show_emerging">;
export type RisenNeed = Emerging["needs"][number];
export type ThemeFinding = Emerging["themes"][number];
export type Theme = Answer<"survey.list_themes">["items"][number];
export type OpenAnswer = Answer<"survey.list_open_answers">["items"][number];
export type CoderAgreement = Answer<"survey.show_agreement">["items"][number];
export type Margin = Answer<"survey.list_margins">["items"][number];

export type Measure = "prevalence" | "hidden" | "unmet";
export const MEASURES: Measure[] = ["prevalence", "hidden", "unmet"];

const ONE = { maximumFractionDigits: 1, minimumFractionDigits: 1 };

export const oneDecimal = (value: number): string => formatNumber(value, ONE);

// The figure of a group, where the group was asked.
export function figureOf(
    groups: GroupFigures[],
    respondents: string,
    measure: Measure,
): Figure | undefined {
    return groups.find((each) => each.respondents === respondents)?.[measure];
}

export function whyNot(withheld: string | null | undefined): string {
    return t("page.survey_findings.not_shown", { why: labelOf("survey_withheld", withheld) });
}

export function percentOf({ percent, withheld }: Figure): string {
    return typeof percent === "number" ? `${oneDecimal(percent)} %` : whyNot(withheld);
}

// Interviews; one to four are not told apart.
export function countOf({ n }: Figure): string {
    return typeof n === "number" ? formatNumber(n) : t("page.survey_findings.n_few");
}

export function intervalOf({ low, high }: Figure): string {
    return typeof low === "number" && typeof high === "number"
        ? t("page.survey_findings.interval_from", {
              low: oneDecimal(low),
              high: oneDecimal(high),
          })
        : "–";
}

// All that must be said beside it, in one line.
export function inOneLine(figure: Figure): string {
    return typeof figure.percent === "number"
        ? t("page.survey_findings.figure", {
              percent: oneDecimal(figure.percent),
              low: oneDecimal(figure.low ?? 0),
              high: oneDecimal(figure.high ?? 0),
              n: countOf(figure),
              effective: formatNumber(figure.n_effective ?? 0, { maximumFractionDigits: 0 }),
              deff: oneDecimal(figure.design_effect ?? 0),
          })
        : t("page.survey_findings.figure_withheld", {
              why: labelOf("survey_withheld", figure.withheld),
              n: countOf(figure),
          });
}

export function gapText({ points, low, high, withheld }: PerceptionGap): string {
    return typeof points === "number"
        ? t("page.survey_findings.gap", {
              points: oneDecimal(points),
              low: oneDecimal(low ?? 0),
              high: oneDecimal(high ?? 0),
          })
        : whyNot(withheld);
}

export interface Line {
    key: string;
    label: string;
    figure: Figure;
}

// The largest first; what is not shown comes last, in the order it came.
export function bySize(lines: Line[]): Line[] {
    return lines.toSorted(
        (one, other) => (other.figure.percent ?? -1) - (one.figure.percent ?? -1),
    );
}

// 0 to 5, of a share in percent.
export function shadeOf(figure: Figure | undefined): number | "hidden" {
    const percent = figure?.percent;
    if (typeof percent !== "number") return "hidden";
    return Math.min(5, Math.ceil(percent / 20));
}

// "F 12000", one a line. A line that is neither goes as it stands: the server says which it is.
export function levelsIn(text: string): { level: string; total: number }[] {
    return text
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "")
        .map((line) => {
            const [, level, total] = /^(\S+)\s+(\d+)$/.exec(line) ?? [undefined, line, "-1"];
            return { level: level!, total: Number(total) };
        });
}

// Short: a theme is a word or two on a chip.
export function themeNames(themes: Theme[], ids: string[]): string {
    const names = ids.map((id) => themes.find((theme) => theme.id === id)?.name ?? id);
    return names.length > 0 ? names.join(", ") : t("page.survey_findings.no_theme");
}
