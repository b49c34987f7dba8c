// SPDX-License-Identifier: EUPL-1.2
import { euro } from "modules/housing/web/money";
import { labelOf } from "web/api/vocabulary";
import { Table } from "web/kit/Table";
import { t } from "web/words/words";
import type { Pack } from "./types";

type Content = Pack["content"];
type PackLine = Content["lines"][number];

export function PackMoney({ content }: { content: Content }) {
    const whole: PackLine = { ...content.sums, heading: "", name: t("page.reporting.whole") };
    return (
        <section class="section">
            <h2>{t("page.reporting.finances")}</h2>
            {content.lines.length === 0 ? (
                <p>{t("page.reporting.no_lines")}</p>
            ) : (
                <Table
                    caption={t("page.reporting.finances")}
                    hideCaption
                    columns={[
                        {
                            head: t("page.reporting.budget_line"),
                            cell: ({ heading, number, name }: PackLine) =>
                                [
                                    number,
                                    heading && `${labelOf("reporting_heading", heading)}:`,
                                    name,
                                ]
                                    .filter(Boolean)
                                    .join(" "),
                        },
                        {
                            head: t("page.reporting.budget"),
                            isNumber: true,
                            cell: ({ budget }) => euro(budget),
                        },
                        {
                            head: t("page.reporting.in_quarter"),
                            isNumber: true,
                            cell: ({ in_quarter }) => euro(in_quarter),
                        },
                        {
                            head: t("page.reporting.so_far"),
                            isNumber: true,
                            cell: ({ so_far }) => euro(so_far),
                        },
                        {
                            head: t("page.reporting.left"),
                            isNumber: true,
                            cell: ({ left }) => euro(left),
                        },
                    ]}
                    rows={[...content.lines, whole]}
                    keyOf={({ heading, number, name }) => `${heading} ${number} ${name}`}
                />
            )}
        </section>
    );
}
