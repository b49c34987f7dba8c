// SPDX-License-Identifier: EUPL-1.2
// What a statement says beside its figures: four parts of a narrative, and how far the figures can be
// relied on.
import type { Statement } from "web/api/acts";
import { useQuery } from "web/kit/useQuery";
import { link } from "web/shell/router";
import { formatNumber } from "web/words/format";
import { count, t } from "web/words/words";
import { inWords } from "./figures";

export const PARTS = ["progress", "deviations", "problems", "networks"] as const;
export type Part = (typeof PARTS)[number];

export function Narrative({ statement }: { statement: Statement }) {
    const told = PARTS.filter((part) => statement[part]);
    if (told.length === 0 && !statement.narrative) return null;
    return (
        <section class="section">
            <h2>{t("page.monitoring.narrative")}</h2>
            {statement.narrative && <p class="as-written">{statement.narrative}</p>}
            {told.map((part) => (
                <div key={part}>
                    <h3>{t(`page.monitoring.part.${part}`)}</h3>
                    <p class="as-written">{statement[part]}</p>
                </div>
            ))}
        </section>
    );
}

export function Quality({ statement }: { statement: Statement }) {
    const rules = useQuery("monitoring.get_rules", {});
    const { quality, late_days } = statement;
    if (quality === undefined || quality === null) return null;
    const values: Record<string, number | null | undefined> = {
        completeness: statement.completeness,
        unremarked: statement.unremarked,
        punctuality: statement.punctuality,
    };
    return (
        <section class="section">
            <h2>{t("page.monitoring.quality", { score: quality })}</h2>
            <div class="meter" aria-hidden="true">
                <span style={{ inlineSize: `${quality}%` }} />
            </div>
            {late_days !== undefined && late_days !== null && late_days > 0 && (
                <p>{count("page.monitoring.first_late", late_days)}</p>
            )}
            <details class="fold">
                <summary>{t("page.monitoring.how_counted")}</summary>
                {rules.data && (
                    <>
                        <p>{inWords(rules.data.quality)}</p>
                        <dl class="facts">
                            {rules.data.quality_parts.map((part) => (
                                <div key={part.code}>
                                    <dt>
                                        {t("page.monitoring.quality_part", {
                                            score: formatNumber(values[part.code] ?? 0),
                                            weight: part.weight,
                                        })}
                                    </dt>
                                    <dd>{inWords(part)}</dd>
                                </div>
                            ))}
                        </dl>
                    </>
                )}
                <p>
                    <a href={link("/monitoring/rules")}>{t("page.monitoring.rules_link")}</a>
                </p>
            </details>
        </section>
    );
}

// Of the catalogue; a statement of before says none.
export function releaseInWords(release: number | null | undefined): string {
    if (release === undefined || release === null) return "";
    return release === 0
        ? t("page.monitoring.release_own")
        : t("page.monitoring.release_number", { n: release });
}
