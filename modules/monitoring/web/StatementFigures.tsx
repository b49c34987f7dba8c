// SPDX-License-Identifier: EUPL-1.2
// The figures of a statement: the totals in a table, and each indicator in all its parts below it.
import type { IndicatorDefinition, Statement } from "web/api/acts";
import { Table } from "web/kit/Table";
import { link } from "web/shell/router";
import { t } from "web/words/words";
import { formatBasis, formatFigure, inWords, totalOf } from "./figures";
import { IndicatorFigures } from "./IndicatorFigures";
import { formatPeriod } from "./periods";

interface StatementFiguresProps {
    statement: Statement;
    definitions: IndicatorDefinition[];
}

export function StatementFigures({ statement, definitions }: StatementFiguresProps) {
    const { values, left_out, city, period } = statement;
    const cell = ({ code, unit }: IndicatorDefinition, window: "period" | "year_to_date") => {
        const figure = totalOf(values, code, window);
        return [formatFigure(unit, figure), formatBasis(unit, figure)].filter(Boolean).join(" · ");
    };
    const stated = definitions.filter(({ code }) => totalOf(values, code));

    return (
        <>
            <section class="section">
                <h2>{t("page.monitoring.totals")}</h2>
                <Table
                    caption={t("page.monitoring.totals")}
                    hideCaption
                    rows={stated}
                    keyOf={({ code }) => code}
                    columns={[
                        {
                            head: t("page.monitoring.indicator"),
                            cell: (definition) => (
                                <a href={link(`/monitoring/indicators/${definition.code}`)}>
                                    {inWords(definition.name)}
                                </a>
                            ),
                        },
                        {
                            head: formatPeriod(period),
                            cell: (definition) => cell(definition, "period"),
                            isNumber: true,
                        },
                        {
                            head: t("page.monitoring.since_january"),
                            cell: (definition) => cell(definition, "year_to_date"),
                            isNumber: true,
                        },
                    ]}
                />
            </section>
            <section class="section">
                <h2>{t("page.monitoring.in_detail")}</h2>
                {stated.map((definition) => (
                    <details key={definition.code} class="fold">
                        <summary>{inWords(definition.name)}</summary>
                        <IndicatorFigures
                            definition={definition}
                            values={values}
                            leftOut={left_out}
                            city={city}
                            level={3}
                        />
                    </details>
                ))}
            </section>
        </>
    );
}
