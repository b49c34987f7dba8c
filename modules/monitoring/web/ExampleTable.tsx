// SPDX-License-Identifier: EUPL-1.2
// The facts of a worked example, in words: what stands in the catalogue as columns and codes. Short
// names such as "p1" stay, because the example speaks of them.
import type { ExampleFacts } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Table } from "web/kit/Table";
import { formatDay } from "web/words/format";
import { findWord, t } from "web/words/words";

// The list that the codes of a column come from.
const LISTS: Record<string, string> = {
    gender: "gender",
    apparent_gender: "gender",
    apparent_age: "apparent_age",
    setting: "contact_setting",
    outcome: "contact_outcome",
    kind: "case_kind",
    closure_reason: "closure_reason",
    hand_over_destination: "hand_over_destination",
    code: "intervention",
    citizenship: "country",
    category: "report_category",
    source: "report_source",
    priority: "report_priority",
    first_priority: "report_priority",
    finding: "report_finding",
    status: "report_status",
};
const YES_OR_NO = new Set(["birth_year_estimated", "night", "late"]);
const DAY = /^\d{4}-\d\d-\d\d$/;

interface Row {
    key: string;
    cells: string[];
}

interface ExampleTableProps {
    facts: ExampleFacts;
    nameOfDistrict: (code: string) => string;
}

export function ExampleTable({ facts, nameOfDistrict }: ExampleTableProps) {
    const caption = findWord(`page.monitoring.facts.${facts.view}`) ?? facts.view;
    return (
        <Table<Row>
            caption={caption}
            rows={facts.rows.map(({ cells }, index) => ({ cells, key: String(index) }))}
            keyOf={({ key }) => key}
            columns={facts.columns.map((column, index) => ({
                head: findWord(`page.monitoring.column.${column}`) ?? column,
                cell: ({ cells }: Row) => cellInWords(column, cells[index] ?? "", nameOfDistrict),
            }))}
        />
    );
}

export function cellInWords(
    column: string,
    value: string,
    nameOfDistrict: (code: string) => string,
): string {
    if (value === "") return "–";
    if (YES_OR_NO.has(column)) return t(value === "0" ? "web.no" : "web.yes");
    if (DAY.test(value)) return formatDay(value);
    if (column === "district") return nameOfDistrict(value);
    const list = LISTS[column];
    return list ? labelOf(list, value) : value;
}
