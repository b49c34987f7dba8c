// SPDX-License-Identifier: EUPL-1.2
// Bars to compare at a glance, and behind them the table with the very same figures. A figure that
// may not be shown (small numbers) has no bar and says so.
import { formatNumber } from "web/words/format";
import { t } from "web/words/words";
import { Table } from "./Table";

export interface Bar {
    label: string;
    value: number | null;
    // Said instead of the number, such as "74 %" or "12 days".
    text?: string;
}

interface BarChartProps {
    title: string;
    // The head of the column of labels, and that of the figures.
    labelHead: string;
    valueHead: string;
    bars: Bar[];
}

function said({ value, text }: Bar): string {
    return value === null ? t("web.suppressed") : (text ?? formatNumber(value));
}

export function BarChart({ title, labelHead, valueHead, bars }: BarChartProps) {
    const top = Math.max(1, ...bars.map(({ value }) => value ?? 0));

    return (
        <figure class="chart">
            <figcaption>{title}</figcaption>
            {/* The table below says the same to those who do not see the bars. */}
            <div class="chart-bars" aria-hidden="true">
                {bars.map((bar) => (
                    <div key={bar.label} class="chart-row">
                        <span class="chart-label">
                            <bdi>{bar.label}</bdi>
                        </span>
                        <span class="chart-track">
                            <span
                                class="chart-bar"
                                style={{ inlineSize: `${((bar.value ?? 0) / top) * 100}%` }}
                            />
                        </span>
                        <span class={`chart-value ${bar.value === null ? "unknown" : ""}`}>
                            {said(bar)}
                        </span>
                    </div>
                ))}
            </div>
            <details>
                <summary>{t("web.as_table")}</summary>
                <Table
                    caption={title}
                    hideCaption
                    rows={bars}
                    keyOf={(bar) => bar.label}
                    columns={[
                        { head: labelHead, cell: (bar) => <bdi>{bar.label}</bdi> },
                        { head: valueHead, cell: said, isNumber: true },
                    ]}
                />
            </details>
        </figure>
    );
}
