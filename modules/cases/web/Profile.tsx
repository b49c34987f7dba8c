// SPDX-License-Identifier: EUPL-1.2
// An assessment as a picture: each dimension with its words, its bar, and the bar of the one before;
// behind it the table with the very same figures.
import { labelOf } from "web/api/vocabulary";
import { Table } from "web/kit/Table";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import {
    type AssessedDimension,
    type AssessmentLine,
    type Instrument,
    nameOfDimension,
} from "./assessment";
import "./cases.scss";

interface ProfileProps {
    line: AssessmentLine;
    instrument: Instrument | undefined;
}

function isKnown(score: number | null | undefined): score is number {
    return score !== undefined && score !== null;
}

// "75, grave"; or why there is no score.
function said({ score, level, professions }: AssessedDimension): string {
    if (isKnown(score)) return `${score}, ${labelOf("assessment_level", level).toLowerCase()}`;
    return t(professions.length > 0 ? "page.cases.not_asked" : "page.cases.not_signed");
}

function professionsOf({ professions }: AssessedDimension): string {
    return professions.map((code) => labelOf("profession", code)).join(", ");
}

export function Profile({ line, instrument }: ProfileProps) {
    const title = t("page.cases.profile_of", { day: formatDay(line.closed_on ?? line.begun_on) });
    const name = (one: AssessedDimension) => nameOfDimension(instrument, one.dimension);
    return (
        <figure class="chart assessment">
            <figcaption>{title}</figcaption>
            <p class="field-hint">{t("page.cases.profile_hint")}</p>
            <ul class="assessment-bars" aria-label={title}>
                {line.dimensions.map((one) => (
                    <li key={one.dimension}>
                        <div class="assessment-words">
                            <strong>{name(one)}</strong>
                            <span>
                                {said(one)}
                                {one.trend && (
                                    <>
                                        {" · "}
                                        {labelOf("assessment_trend", one.trend).toLowerCase()}
                                    </>
                                )}
                            </span>
                        </div>
                        <Bars {...one} />
                    </li>
                ))}
            </ul>
            <details>
                <summary>{t("web.as_table")}</summary>
                <Table
                    caption={title}
                    hideCaption
                    rows={line.dimensions}
                    keyOf={(one) => one.dimension}
                    columns={[
                        { head: t("page.cases.dimension"), cell: name },
                        {
                            head: t("page.cases.now"),
                            cell: ({ score }) => (isKnown(score) ? score : "–"),
                            isNumber: true,
                        },
                        {
                            head: t("page.cases.before"),
                            cell: ({ score_before: before }) => (isKnown(before) ? before : "–"),
                            isNumber: true,
                        },
                        {
                            head: t("page.cases.level"),
                            cell: ({ level }) => labelOf("assessment_level", level) || "–",
                        },
                        {
                            head: t("page.cases.trend"),
                            cell: ({ trend }) => labelOf("assessment_trend", trend) || "–",
                        },
                        { head: t("page.cases.signed_by_whom"), cell: professionsOf },
                    ]}
                />
            </details>
        </figure>
    );
}

// The words beside them say the same.
function Bars({ score, level, score_before: before }: AssessedDimension) {
    return (
        <div class="assessment-track" aria-hidden="true">
            <span
                class={`assessment-bar assessment-${level ?? "none"}`}
                style={{ inlineSize: `${score ?? 0}%` }}
            />
            {isKnown(before) && (
                <span class="assessment-before" style={{ inlineSize: `${before}%` }} />
            )}
        </div>
    );
}
