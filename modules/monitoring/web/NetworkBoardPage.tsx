// SPDX-License-Identifier: EUPL-1.2
// The board of the network: what the cities have stated, side by side, against their targets. It is made
// of statements alone: nobody is reachable from here.
import type { City, CityLine, IndicatorDefinition, NetworkBoard } from "web/api/acts";
import { BarChart } from "web/kit/BarChart";
import { Select } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { Table } from "web/kit/Table";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { go, link } from "web/shell/router";
import { formatDay, formatNumber } from "web/words/format";
import { t } from "web/words/words";
import { formatTotal, inWords, totalOf, type Window } from "./figures";
import { type CityOnMap, ItalyMap, SIGNS } from "./ItalyMap";
import "./monitoring.scss";
import { NetworkFigure } from "./NetworkFigure";
import { PeriodChoice } from "./PeriodChoice";
import { finishedQuarters, formatPeriod, lastQuarter } from "./periods";
import { standingOf } from "./progress";
import { useDefinitions } from "./useDefinitions";

const WINDOWS: Window[] = ["period", "year_to_date"];

export default function NetworkBoardPage({ query }: PageProps) {
    const period = query["period"] ?? lastQuarter();
    const board = useQuery("monitoring.show_network_board", { query: { period } });
    const cities = useQuery("network.list_cities", {});
    const definitions = useDefinitions();
    const choose = (change: Record<string, string>) =>
        go("/monitoring/network", { ...query, period, ...change });

    return (
        <Page wide title={t("page.monitoring.network_board")}>
            <PeriodChoice
                value={period}
                periods={finishedQuarters()}
                onChange={(chosen) => choose({ period: chosen })}
            />
            <Show of={board}>
                {(shown) => (
                    <Show of={definitions}>
                        {(known) => (
                            <Show of={cities}>
                                {({ items }) => (
                                    <Content
                                        board={shown}
                                        definitions={[...known.values()]}
                                        cities={items}
                                        chosen={query["indicator"]}
                                        window={
                                            query["window"] === "year_to_date"
                                                ? "year_to_date"
                                                : "period"
                                        }
                                        choose={choose}
                                    />
                                )}
                            </Show>
                        )}
                    </Show>
                )}
            </Show>
        </Page>
    );
}

interface ContentProps {
    board: NetworkBoard;
    definitions: IndicatorDefinition[];
    cities: City[];
    chosen: string | undefined;
    window: Window;
    choose: (change: Record<string, string>) => void;
}

function Content({ board, definitions, cities, chosen, window, choose }: ContentProps) {
    const definition =
        definitions.find(({ code }) => code === (chosen ?? "NET-02")) ?? definitions[0]!;
    const lines = board.cities.map((line) => ({
        line,
        city: cities.find(({ slug }) => slug === line.city),
    }));
    const stated = board.cities.filter(({ statement }) => statement).length;
    const onMap = lines.flatMap(({ line, city }) =>
        city ? [cityOnMap(board, definition, window, line, city)] : [],
    );
    const title = `${inWords(definition.name)}, ${windowName(board, window)}`;

    return (
        <>
            <p class="lead">
                {t("page.monitoring.stated", { n: stated, all: board.cities.length })}{" "}
                {t("page.monitoring.two_cities")}
            </p>
            <Form
                label={t("page.monitoring.which_figure")}
                class="form-filter"
                onSubmit={() => {}}
            >
                <Select
                    name="indicator"
                    label={t("page.monitoring.indicator")}
                    value={definition.code}
                    options={definitions.map(({ code, name }) => ({
                        value: code,
                        label: inWords(name),
                    }))}
                    onChange={(indicator) => choose({ indicator })}
                />
                <Select
                    name="window"
                    label={t("page.monitoring.window")}
                    value={window}
                    options={WINDOWS.map((each) => ({
                        value: each,
                        label: windowName(board, each),
                    }))}
                    onChange={(wanted) => choose({ window: wanted })}
                />
            </Form>
            <NetworkFigure
                definition={definition}
                sum={board.network.find(
                    (one) => one.indicator === definition.code && one.window === window,
                )}
            />
            <div class="columns">
                <ItalyMap title={title} cities={onMap} />
                <BarChart
                    title={title}
                    labelHead={t("page.monitoring.city")}
                    valueHead={inWords(definition.name)}
                    bars={onMap.map(({ name, value, figure, standing }) => ({
                        label: name,
                        value: value ?? 0,
                        text: [SIGNS[standing], figure].filter(Boolean).join(" "),
                    }))}
                />
            </div>
            <CityTable board={board} definitions={definitions} cities={cities} window={window} />
        </>
    );
}

function windowName(board: NetworkBoard, window: Window): string {
    return window === "period"
        ? formatPeriod(board.period)
        : t("page.monitoring.since_january_until", { period: formatPeriod(board.period) });
}

function targetOf(board: NetworkBoard, city: string, indicator: string): number | undefined {
    return board.targets.find((each) => each.city === city && each.indicator === indicator)?.value;
}

function standingIn(board: NetworkBoard, definition: IndicatorDefinition, line: CityLine) {
    if (!line.statement) return "missing" as const;
    const year = totalOf(line.values, definition.code, "year_to_date");
    const target = targetOf(board, line.city, definition.code);
    return standingOf(year && (year.value ?? 0), target, board.period);
}

function cityOnMap(
    board: NetworkBoard,
    definition: IndicatorDefinition,
    window: Window,
    line: CityLine,
    { slug, name, longitude, latitude }: City,
): CityOnMap {
    const value = totalOf(line.values, definition.code, window);
    return {
        slug,
        name,
        longitude,
        latitude,
        value: value?.value ?? null,
        figure: line.statement
            ? formatTotal(definition.unit, value)
            : t("page.monitoring.not_sent"),
        standing: standingIn(board, definition, line),
    };
}

interface CityTableProps {
    board: NetworkBoard;
    definitions: IndicatorDefinition[];
    cities: City[];
    window: Window;
}

function CityTable({ board, definitions, cities, window }: CityTableProps) {
    const title = t("page.monitoring.all_cities", { window: windowName(board, window) });
    return (
        <section class="section">
            <h2>{title}</h2>
            <Table
                caption={title}
                hideCaption
                rows={board.cities}
                keyOf={({ city }) => city}
                columns={[
                    {
                        head: t("page.monitoring.city"),
                        cell: ({ city }) => cities.find(({ slug }) => slug === city)?.name ?? city,
                    },
                    { head: t("page.monitoring.statement"), cell: SentCell },
                    ...definitions.map((definition) => ({
                        head: inWords(definition.name),
                        isNumber: true,
                        cell: (line: CityLine) => (
                            <FigureCell
                                board={board}
                                definition={definition}
                                line={line}
                                window={window}
                            />
                        ),
                    })),
                ]}
            />
        </section>
    );
}

function SentCell({ statement }: CityLine) {
    if (!statement) return <em>{t("page.monitoring.not_sent")}</em>;
    return (
        <a href={link(`/monitoring/statements/${statement.id}`)}>
            {t("page.monitoring.sent_on", {
                day: formatDay(statement.submitted_at.slice(0, 10)),
                number: statement.version,
            })}
        </a>
    );
}

interface FigureCellProps {
    board: NetworkBoard;
    definition: IndicatorDefinition;
    window: Window;
    line: CityLine;
}

// The figure, and under it how much of the year's target is reached.
function FigureCell({ board, definition, line, window }: FigureCellProps) {
    const { code, unit } = definition;
    if (!line.statement) return <span class="unknown">–</span>;
    const target = targetOf(board, line.city, code);
    const year = totalOf(line.values, code, "year_to_date");
    return (
        <>
            {formatTotal(unit, totalOf(line.values, code, window))}
            {year && target !== undefined && target > 0 && (
                <span class="of-target">
                    {SIGNS[standingIn(board, definition, line)]}{" "}
                    {t("page.monitoring.of_target", {
                        share: formatNumber((year.value ?? 0) / target, {
                            style: "percent",
                            maximumFractionDigits: 0,
                        }),
                        target: formatNumber(target),
                    })}
                </span>
            )}
        </>
    );
}
