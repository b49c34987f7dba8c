// SPDX-License-Identifier: EUPL-1.2
// How the figures of a wave were worked out: of each group its weights, and of all the method.
import { labelOf } from "web/api/vocabulary";
import { formatNumber } from "web/words/format";
import { t, type Word } from "web/words/words";
import { oneDecimal, type Weighting } from "./findings";
import "./findings.scss";

const METHOD: Word[] = [
    "page.survey_findings.method_draw",
    "page.survey_findings.method_weights",
    "page.survey_findings.method_variance",
    "page.survey_findings.method_interval",
    "page.survey_findings.method_withheld",
    "page.survey_findings.method_measures",
];

const FAULTS: Record<string, Word> = {
    not_converged: "page.survey_findings.not_raked_not_converged",
    level_without_interviews: "page.survey_findings.not_raked_level_without_interviews",
    level_without_population: "page.survey_findings.not_raked_level_without_population",
    different_totals: "page.survey_findings.not_raked_different_totals",
};

function weighed(weighting: Weighting): string[] {
    const { lost_districts: lost, margins, raking_fault: fault } = weighting;
    const two = { maximumFractionDigits: 2 };
    const said = [
        t("page.survey_findings.weighed", {
            interviews: formatNumber(weighting.interviews),
            weighed: formatNumber(weighting.weighed),
            least: formatNumber(weighting.weight_least, two),
            most: formatNumber(weighting.weight_most, two),
            effective: oneDecimal(weighting.n_effective),
        }),
    ];
    if (weighting.multiplicity_unknown > 0)
        said.push(
            t("page.survey_findings.multiplicity_unknown", {
                count: formatNumber(weighting.multiplicity_unknown),
            }),
        );
    if (lost.length > 0)
        said.push(t("page.survey_findings.lost_districts", { districts: lost.join(", ") }));
    if (margins.length > 0)
        said.push(
            t("page.survey_findings.raked_to", {
                margins: margins.map((each) => labelOf("survey_characteristic", each)).join(", "),
            }),
        );
    if (fault)
        said.push(
            t(FAULTS[fault] ?? FAULTS["not_converged"]!, { where: weighting.raking_at ?? "" }),
        );
    return said;
}

export function MethodNote({ weighting }: { weighting: Weighting[] }) {
    return (
        <section class="section finding-method">
            <h2>{t("page.survey_findings.method")}</h2>
            {weighting.map((each) => (
                <p key={each.respondents}>
                    <strong>{labelOf("respondent_group", each.respondents)}.</strong>{" "}
                    {weighed(each).join(" ")}
                </p>
            ))}
            {METHOD.map((word) => (
                <p key={word}>{t(word)}</p>
            ))}
        </section>
    );
}
