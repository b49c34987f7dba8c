// SPDX-License-Identifier: EUPL-1.2
// Gender by age, with both sums: the cut that the Fund asks for.
import type { IndicatorDefinition, IndicatorValue } from "web/api/acts";
import { BarChart } from "web/kit/BarChart";
import { Table } from "web/kit/Table";
import { t } from "web/words/words";
import { cellLabel, cellsOf, formatFigure, inWords, lengthOf, totalOf } from "./figures";

const GENDERS = ["F", "M", "X", "U"];
const AGES = ["under_18", "18_60", "over_60", "not_recorded"];

interface GenderAgeTableProps {
    definition: IndicatorDefinition;
    values: IndicatorValue[];
}

export function GenderAgeTable({ definition, values }: GenderAgeTableProps) {
    const { code, unit, breakdowns } = definition;
    const find = (breakdown: string, cell: string) =>
        cellsOf(values, code, breakdown).find((value) => value.cell === cell);
    const figure = (breakdown: string, cell: string) => formatFigure(unit, find(breakdown, cell));
    const label = (breakdown: string, cell: string) =>
        cellLabel(definition, breakdown, cell, (name) => name);

    if (!breakdowns.includes("gender_age")) {
        const ages = cellsOf(values, code, "age");
        if (ages.length === 0) return null;
        return (
            <BarChart
                title={t("page.monitoring.by.age")}
                labelHead={t("page.monitoring.by.age")}
                valueHead={inWords(definition.name)}
                bars={ages.map((value) => ({
                    label: label("age", value.cell),
                    value: lengthOf(value),
                }))}
            />
        );
    }
    const rows = [...AGES, ""];
    return (
        <figure class="chart">
            <figcaption>{t("page.monitoring.by.gender_age")}</figcaption>
            <Table
                caption={t("page.monitoring.by.gender_age")}
                hideCaption
                rows={rows}
                keyOf={(age) => age}
                columns={[
                    {
                        head: t("page.monitoring.age"),
                        cell: (age) => (age ? label("age", age) : t("page.monitoring.all")),
                    },
                    ...GENDERS.map((gender) => ({
                        head: label("gender", gender),
                        isNumber: true,
                        cell: (age: string) =>
                            age
                                ? figure("gender_age", `${gender}/${age}`)
                                : figure("gender", gender),
                    })),
                    {
                        head: t("page.monitoring.all"),
                        isNumber: true,
                        cell: (age) =>
                            age ? figure("age", age) : formatFigure(unit, totalOf(values, code)),
                    },
                ]}
            />
        </figure>
    );
}
