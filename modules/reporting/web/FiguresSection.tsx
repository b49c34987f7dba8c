// SPDX-License-Identifier: EUPL-1.2
// The figures that the funds ask for, by gender and age, each open to what it is made of.
import { labelOf, options } from "web/api/vocabulary";
import { Table } from "web/kit/Table";
import { t } from "web/words/words";
import type { FrameworkRow, Pack } from "./types";

type Frameworks = Pack["content"]["frameworks"];

function personsWhere(row: FrameworkRow, of: "gender" | "age", code: string): number | string {
    if (row.cells.length === 0 && row.value > 0) return "–"; // of no persons
    return row.cells
        .filter((cell) => cell[of] === code)
        .reduce((sum, { persons }) => sum + persons, 0);
}

export function FiguresSection({ frameworks }: { frameworks: Frameworks }) {
    const columnsOf = (list: "gender" | "reporting_age", of: "gender" | "age") =>
        options(list).map(({ value, label }) => ({
            head: label,
            isNumber: true,
            cell: (row: FrameworkRow) => personsWhere(row, of, value),
        }));
    return (
        <section class="section">
            <h2>{t("page.reporting.physical")}</h2>
            <p>{t("page.reporting.physical_hint", { mapping: frameworks.mapping })}</p>
            <Table
                caption={t("page.reporting.physical")}
                hideCaption
                columns={[
                    {
                        head: t("page.reporting.figure"),
                        cell: (row: FrameworkRow) => labelOf("reporting_figure", row.figure),
                    },
                    { head: t("page.reporting.value"), isNumber: true, cell: (row) => row.value },
                    ...columnsOf("gender", "gender"),
                    ...columnsOf("reporting_age", "age"),
                ]}
                rows={frameworks.rows}
                keyOf={({ figure }) => figure}
            />
            <h3>{t("page.reporting.explained")}</h3>
            {frameworks.rows
                .filter(({ parts, left_out }) => parts.length + left_out.length > 0)
                .map((row) => (
                    <Explained key={row.figure} row={row} />
                ))}
        </section>
    );
}

type Parts = FrameworkRow["parts"];

function PartList({ parts }: { parts: Parts }) {
    return (
        <ul>
            {parts.map(({ code, persons, events }) => (
                <li key={code}>
                    {t("page.reporting.part", {
                        what: `${code} ${labelOf("intervention", code)}`,
                        persons,
                        times: events,
                    })}
                </li>
            ))}
        </ul>
    );
}

function Explained({ row }: { row: FrameworkRow }) {
    return (
        <details>
            <summary>{labelOf("reporting_figure", row.figure)}</summary>
            <PartList parts={row.parts} />
            {row.left_out.length > 0 && (
                <ul>
                    {row.left_out.map(({ reason, count }) => (
                        <li key={reason}>
                            {t("page.reporting.left_out", {
                                why: labelOf("reporting_left_out", reason),
                            })}
                            {": "}
                            {count}
                        </li>
                    ))}
                </ul>
            )}
            {row.cells.length > 1 &&
                row.cells.map(({ gender, age, persons, parts }) => (
                    <div key={`${gender} ${age}`}>
                        <h4>
                            {labelOf("gender", gender)}, {labelOf("reporting_age", age)}: {persons}
                        </h4>
                        <PartList parts={parts} />
                    </div>
                ))}
        </details>
    );
}
