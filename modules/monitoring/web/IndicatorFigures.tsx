// SPDX-License-Identifier: EUPL-1.2
// One indicator in all its parts: by month, district, gender and age, setting and kind, and what is
// left out of it.
import type { ComponentChildren } from "preact";
import type { IndicatorDefinition, IndicatorValue, LeftOut } from "web/api/acts";
import { type Bar, BarChart } from "web/kit/BarChart";
import { EmptyState } from "web/kit/List";
import { link } from "web/shell/router";
import { count, t } from "web/words/words";
import {
    cellLabel,
    cellsOf,
    formatBasis,
    formatFigure,
    formatTotal,
    inWords,
    leftOutInWords,
    lengthOf,
    totalOf,
} from "./figures";
import { GenderAgeTable } from "./GenderAgeTable";
import "./monitoring.scss";
import { TileMap } from "./TileMap";
import { useDistrictsOf } from "./useDistrictsOf";

interface IndicatorFiguresProps {
    definition: IndicatorDefinition;
    values: IndicatorValue[];
    leftOut: LeftOut[];
    city: string;
    level: 2 | 3;
}

export function headingOf({ code }: IndicatorDefinition): string {
    return `figures-${code}`;
}

export function IndicatorFigures(props: IndicatorFiguresProps) {
    const { definition, values, leftOut, city, level } = props;
    const { code, unit } = definition;
    const total = totalOf(values, code);
    const isEmpty = !total?.value && !total?.denominator;
    const hidden = values.filter((value) => value.indicator === code && value.suppressed).length;

    return (
        <section class="section" aria-labelledby={headingOf(definition)}>
            <Heading level={level} id={headingOf(definition)}>
                {inWords(definition.name)}: {formatTotal(unit, total)}
            </Heading>
            <p class="lead">
                {inWords(definition.definition)}{" "}
                <a href={link(`/monitoring/indicators/${code}`)}>
                    {t("page.monitoring.how_counted")}
                </a>
            </p>
            {isEmpty && <EmptyState title={t("page.monitoring.nothing_counted")} />}
            {!isEmpty && (
                <div class="columns">
                    <Breakdown breakdown="month" title={t("page.monitoring.by.month")} {...props} />
                    <ByDistrict {...props} city={city} />
                    <GenderAgeTable definition={definition} values={values} />
                    <Breakdown
                        breakdown="setting"
                        title={t("page.monitoring.by.setting")}
                        {...props}
                    />
                    {(["category", "source", "kind", "hour"] as const).map((breakdown) => (
                        <Breakdown
                            key={breakdown}
                            title={t(`page.monitoring.by.${breakdown}`)}
                            {...props}
                            breakdown={breakdown}
                        />
                    ))}
                </div>
            )}
            {hidden > 0 && <p>{count("page.monitoring.hidden", hidden)}</p>}
            <LeftOutList definition={definition} leftOut={leftOut} level={level} />
        </section>
    );
}

function Heading(props: { level: 2 | 3 | 4; id?: string; children: ComponentChildren }) {
    const Tag = `h${props.level}` as "h2" | "h3" | "h4";
    return (
        <Tag id={props.id} tabIndex={props.id === undefined ? undefined : -1}>
            {props.children}
        </Tag>
    );
}

interface BreakdownProps {
    definition: IndicatorDefinition;
    values: IndicatorValue[];
    breakdown: string;
    title: string;
}

function Breakdown({ definition, values, breakdown, title }: BreakdownProps) {
    const cells = cellsOf(values, definition.code, breakdown);
    if (cells.length === 0) return null;
    const bars: Bar[] = cells.map((value) => ({
        label: cellLabel(definition, breakdown, value.cell, (code) => code),
        value: lengthOf(value),
        text: [formatFigure(definition.unit, value), formatBasis(definition.unit, value)]
            .filter(Boolean)
            .join(" · "),
    }));
    return (
        <BarChart
            title={title}
            labelHead={title}
            valueHead={inWords(definition.name)}
            bars={bars}
        />
    );
}

function ByDistrict({ definition, values, city }: Omit<IndicatorFiguresProps, "level" | "leftOut">) {
    const districts = useDistrictsOf(city);
    const cells = cellsOf(values, definition.code, "district");
    if (cells.length === 0) return null;
    return <TileMap definition={definition} districts={districts} cells={cells} />;
}

interface LeftOutListProps {
    definition: IndicatorDefinition;
    leftOut: LeftOut[];
    level: 2 | 3;
}

function LeftOutList({ definition, leftOut, level }: LeftOutListProps) {
    const mine = leftOut.filter(({ indicator }) => indicator === definition.code);
    const below = (level + 1) as 3 | 4;
    const list = (items: LeftOut[]) => (
        <ul class="left-out">
            {items.map((one) => (
                <li key={one.reason}>{leftOutInWords(definition, one)}</li>
            ))}
        </ul>
    );
    const out = mine.filter(({ counted }) => !counted);
    const remarks = mine.filter(({ counted }) => counted);

    return (
        <>
            <Heading level={below}>{t("page.monitoring.left_out")}</Heading>
            {out.length === 0 ? <p>{t("page.monitoring.nothing_left_out")}</p> : list(out)}
            {remarks.length > 0 && (
                <>
                    <Heading level={below}>{t("page.monitoring.remarks")}</Heading>
                    {list(remarks)}
                </>
            )}
        </>
    );
}
