// SPDX-License-Identifier: EUPL-1.2
// The figures of a city's districts, drawn as tiles; behind the drawing stands the table.
import type { District, IndicatorDefinition, IndicatorValue } from "web/api/acts";
import { districtName } from "web/api/vocabulary";
import { Table } from "web/kit/Table";
import { type TileFigure, Tiles } from "web/kit/Tiles";
import { formatNumber } from "web/words/format";
import { t } from "web/words/words";
import { cellLabel, formatBasis, formatFigure, inWords, lengthOf, shadeOf } from "./figures";

interface TileMapProps {
    definition: IndicatorDefinition;
    districts: District[];
    cells: IndicatorValue[];
}

export function TileMap({ definition, districts, cells }: TileMapProps) {
    const { unit } = definition;
    const valueOf = (code: string) => cells.find(({ cell }) => cell === code);
    const top = Math.max(0, ...cells.map((value) => lengthOf(value) ?? 0));
    const nameOf = (code: string) => {
        const district = districts.find((each) => each.code === code);
        return district ? districtName(district) : code;
    };
    const title = t("page.monitoring.by.district");
    function figureOf(code: string): TileFigure {
        const value = valueOf(code);
        return {
            text: value?.suppressed
                ? t("page.monitoring.suppressed_short")
                : formatNumber(value?.value ?? 0),
            shade: value?.suppressed ? "hidden" : shadeOf(value?.value ?? 0, top),
            title: formatFigure(unit, value),
        };
    }

    return (
        <figure class="chart">
            <figcaption>{title}</figcaption>
            <Tiles districts={districts} figureOf={figureOf} />
            <Legend top={top} hasHidden={cells.some(({ suppressed }) => suppressed)} />
            <details>
                <summary>{t("web.as_table")}</summary>
                <Table
                    caption={title}
                    hideCaption
                    rows={cells}
                    keyOf={({ cell }) => cell}
                    columns={[
                        {
                            head: title,
                            cell: ({ cell }) => cellLabel(definition, "district", cell, nameOf),
                        },
                        {
                            head: inWords(definition.name),
                            cell: (value) =>
                                [formatFigure(unit, value), formatBasis(unit, value)]
                                    .filter(Boolean)
                                    .join(" · "),
                            isNumber: true,
                        },
                    ]}
                />
            </details>
        </figure>
    );
}

// Counts are whole: a shade reaches up to the last whole number below its edge.
function Legend({ top, hasHidden }: { top: number; hasHidden: boolean }) {
    const steps = top < 5 ? [5] : [1, 2, 3, 4, 5];
    return (
        <ul class="legend" aria-hidden="true">
            <li>
                <span class="legend-mark shade-0" /> 0
            </li>
            {steps.map((step) => (
                <li key={step}>
                    <span class={`legend-mark shade-${step}`} />{" "}
                    {t("page.monitoring.up_to", { number: Math.floor((top * step) / 5) })}
                </li>
            ))}
            {hasHidden && (
                <li>
                    <span class="legend-mark shade-hidden" />{" "}
                    {t("page.monitoring.suppressed_short")} {t("web.suppressed")}
                </li>
            )}
        </ul>
    );
}
