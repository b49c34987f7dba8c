// SPDX-License-Identifier: EUPL-1.2
// Shares as bars with their intervals as thin lines, and behind them the table with all that must
// be said of each: n, effective n, standard error, interval, design effect.
import { Table } from "web/kit/Table";
import { formatNumber } from "web/words/format";
import { t } from "web/words/words";
import {
    countOf,
    type Figure,
    inOneLine,
    intervalOf,
    type Line,
    oneDecimal,
    percentOf,
} from "./findings";
import "./findings.scss";

interface FigureBarsProps {
    title: string;
    // The head of the column of labels.
    labelHead: string;
    lines: Line[];
}

export function FigureBars({ title, labelHead, lines }: FigureBarsProps) {
    return (
        <figure class="chart">
            <figcaption>{title}</figcaption>
            {/* The table below says the same to those who do not see the bars. */}
            <div class="chart-bars" aria-hidden="true">
                {lines.map(({ key, label, figure }) => (
                    <div key={key} class="finding-row">
                        <span class="chart-label">
                            <bdi>{label}</bdi>
                        </span>
                        <span class="chart-track finding-track">
                            <Bar figure={figure} />
                        </span>
                        <span class={`finding-words ${figure.withheld ? "unknown" : ""}`}>
                            {inOneLine(figure)}
                        </span>
                    </div>
                ))}
            </div>
            <details>
                <summary>{t("web.as_table")}</summary>
                <FigureTable title={title} labelHead={labelHead} lines={lines} />
            </details>
        </figure>
    );
}

function Bar({ figure: { percent, low, high } }: { figure: Figure }) {
    if (typeof percent !== "number") return null;
    return (
        <>
            <span class="chart-bar" style={{ inlineSize: `${percent}%` }} />
            {typeof low === "number" && typeof high === "number" && (
                <span
                    class="finding-interval"
                    style={{ insetInlineStart: `${low}%`, inlineSize: `${high - low}%` }}
                />
            )}
        </>
    );
}

export function FigureTable({ title, labelHead, lines }: FigureBarsProps) {
    const number = (value: number | null | undefined, digits: number) =>
        typeof value === "number"
            ? formatNumber(value, { maximumFractionDigits: digits })
            : "–";
    return (
        <Table
            caption={title}
            hideCaption
            rows={lines}
            keyOf={({ key }) => key}
            columns={[
                { head: labelHead, cell: ({ label }) => <bdi>{label}</bdi> },
                {
                    head: t("page.survey_findings.column_figure"),
                    cell: ({ figure }) => percentOf(figure),
                    isNumber: true,
                },
                {
                    head: t("page.survey_findings.interval"),
                    cell: ({ figure }) => intervalOf(figure),
                    isNumber: true,
                },
                {
                    head: t("page.survey_findings.n"),
                    cell: ({ figure }) => countOf(figure),
                    isNumber: true,
                },
                {
                    head: t("page.survey_findings.n_effective"),
                    cell: ({ figure }) => number(figure.n_effective, 0),
                    isNumber: true,
                },
                {
                    head: t("page.survey_findings.standard_error"),
                    cell: ({ figure }) =>
                        typeof figure.standard_error === "number"
                            ? oneDecimal(figure.standard_error)
                            : "–",
                    isNumber: true,
                },
                {
                    head: t("page.survey_findings.deff"),
                    cell: ({ figure }) => number(figure.design_effect, 2),
                    isNumber: true,
                },
            ]}
        />
    );
}
