// SPDX-License-Identifier: EUPL-1.2
// The network as it works: what each city has counted since January, how far it will come, how fast reports
// are answered, which returns are missing. It asks again every minute.
import { useEffect } from "preact/hooks";
import type { City, IndicatorDefinition, LiveBoard, LiveCity } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { BarChart } from "web/kit/BarChart";
import { Alert } from "web/kit/Alert";
import { Select } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Badge } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { Table } from "web/kit/Table";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { go, link } from "web/shell/router";
import { formatDay, formatInstant, formatNumber, formatTime } from "web/words/format";
import { count, t } from "web/words/words";
import { formatBasis, formatTotal, inWords, totalOf } from "./figures";
import { type CityOnMap, ItalyMap, SIGNS } from "./ItalyMap";
import { forecastOf, standingNow, targetIn } from "./live";
import "./monitoring.scss";
import { HowCounted, NetworkFigure } from "./NetworkFigure";
import { formatPeriod } from "./periods";
import { dueInWords, kindOfState } from "./returns";
import { useDefinitions } from "./useDefinitions";

const MINUTE = 60_000;
const CLOCKS = new Set(["SEG-02", "SEG-02T"]);

export default function LiveBoardPage({ query }: PageProps) {
    const board = useQuery("monitoring.show_live_board", {});
    const cities = useQuery("network.list_cities", {});
    const definitions = useDefinitions();
    const { reload } = board;
    useEffect(() => {
        const timer = setInterval(() => void reload(), MINUTE);
        return () => clearInterval(timer);
    }, []);

    return (
        <Page wide title={t("page.monitoring.live")}>
            <p class="lead">
                {t("page.monitoring.live_lead")}{" "}
                <a href={link("/monitoring/rules")}>{t("page.monitoring.rules_link")}</a>
            </p>
            <Show of={board}>
                {(shown) => (
                    <Show of={definitions}>
                        {(known) => (
                            <Show of={cities}>
                                {({ items }) => (
                                    <Content
                                        board={shown}
                                        definitions={shown.indicators.flatMap(
                                            (code) => known.get(code) ?? [],
                                        )}
                                        cities={items}
                                        query={query}
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
    board: LiveBoard;
    definitions: IndicatorDefinition[];
    cities: City[];
    query: Record<string, string>;
}

function Content({ board, definitions, cities, query }: ContentProps) {
    const definition =
        definitions.find(({ code }) => code === (query["indicator"] ?? "NET-02")) ??
        definitions[0]!;
    const choose = (change: Record<string, string>) =>
        go("/monitoring/live", { ...query, ...change });
    const nameOf = (slug: string) => cities.find((city) => city.slug === slug)?.name ?? slug;
    const onMap = board.cities.flatMap((line) => {
        const city = cities.find(({ slug }) => slug === line.city);
        return city ? [cityOnMap(board, definition, line, city)] : [];
    });
    const away = board.cities.filter(({ connected }) => !connected);
    const title = t("page.monitoring.live_title", { indicator: inWords(definition.name) });
    return (
        <>
            <p>
                {t("page.monitoring.live_as_of", { when: formatInstant(board.as_of) })}{" "}
                {t("page.monitoring.two_cities")}
            </p>
            {away.length > 0 && (
                <Alert
                    kind="info"
                    quiet
                    title={count("page.monitoring.away", away.length, {
                        cities: away.map(({ city }) => nameOf(city)).join(", "),
                    })}
                />
            )}
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
            </Form>
            <NetworkFigure
                definition={definition}
                sum={board.network.find(({ indicator }) => indicator === definition.code)}
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
            <Forecasts board={board} definition={definition} nameOf={nameOf} />
            <Clocks board={board} definitions={definitions} nameOf={nameOf} />
            <ReturnsOf board={board} nameOf={nameOf} />
            <SideBySide
                board={board}
                definitions={definitions}
                nameOf={nameOf}
                query={query}
                choose={choose}
            />
        </>
    );
}

function valueIn(line: LiveCity, code: string) {
    return totalOf(line.values, code, "year_to_date");
}

function shownIn(line: LiveCity, { code, unit }: IndicatorDefinition): string {
    if (!line.counted_at || line.values.length === 0) return t("page.monitoring.nothing_yet");
    return formatTotal(unit, valueIn(line, code));
}

function cityOnMap(
    board: LiveBoard,
    definition: IndicatorDefinition,
    line: LiveCity,
    { slug, name, longitude, latitude }: City,
): CityOnMap {
    return {
        slug,
        name,
        longitude,
        latitude,
        value: valueIn(line, definition.code)?.value ?? null,
        figure: shownIn(line, definition),
        standing: standingNow(board, line, definition.code),
    };
}

interface PartProps {
    board: LiveBoard;
    nameOf: (slug: string) => string;
}

function Forecasts({ board, definition, nameOf }: PartProps & { definition: IndicatorDefinition }) {
    const { code } = definition;
    const untils = (["year", "programme"] as const).filter((until) =>
        board.cities.some((line) => forecastOf(line, code, until)),
    );
    const title = t("page.monitoring.forecasts", { indicator: inWords(definition.name) });
    const cell = (line: LiveCity, until: "year" | "programme") => {
        const expected = forecastOf(line, code, until);
        if (!expected) return <span class="unknown">–</span>;
        return (
            <>
                {formatNumber(Math.round(expected.value))}
                <span class="of-target">
                    {t("page.monitoring.between", {
                        low: formatNumber(Math.floor(expected.low)),
                        high: formatNumber(Math.ceil(expected.high)),
                    })}
                </span>
                {expected.target !== undefined && expected.target !== null && (
                    <span class="of-target">
                        {t("page.monitoring.target_of", { target: formatNumber(expected.target) })}
                    </span>
                )}
            </>
        );
    };
    return (
        <section class="section">
            <h2>{title}</h2>
            {untils.length === 0 ? (
                <p>{t("page.monitoring.no_forecast")}</p>
            ) : (
                <Table
                    caption={title}
                    hideCaption
                    rows={board.cities}
                    keyOf={({ city }) => city}
                    columns={[
                        { head: t("page.monitoring.city"), cell: ({ city }) => nameOf(city) },
                        {
                            head: t("page.monitoring.so_far"),
                            isNumber: true,
                            cell: (line) =>
                                `${SIGNS[standingNow(board, line, code)]} ${shownIn(line, definition)}`,
                        },
                        {
                            head: t("page.monitoring.target_of_year", { year: board.year }),
                            isNumber: true,
                            cell: (line) => {
                                const target = targetIn(board, line.city, code);
                                return target ? formatNumber(target) : "–";
                            },
                        },
                        ...untils.map((until) => ({
                            head: t(`page.monitoring.until.${until}`, {
                                day: formatDay(
                                    until === "year" ? `${board.year}-12-31` : board.programme_ends,
                                ),
                            }),
                            isNumber: true,
                            cell: (line: LiveCity) => cell(line, until),
                        })),
                    ]}
                />
            )}
            <p>
                <a href={link("/monitoring/rules")}>{t("page.monitoring.how_forecast")}</a>
            </p>
        </section>
    );
}

function Clocks({ board, definitions, nameOf }: PartProps & { definitions: IndicatorDefinition[] }) {
    const clocks = definitions.filter(({ code }) => CLOCKS.has(code));
    const title = t("page.monitoring.clocks");
    return (
        <section class="section">
            <h2>{title}</h2>
            <Table
                caption={title}
                hideCaption
                rows={board.cities}
                keyOf={({ city }) => city}
                columns={[
                    { head: t("page.monitoring.city"), cell: ({ city }) => nameOf(city) },
                    ...clocks.map((definition) => ({
                        head: inWords(definition.name),
                        isNumber: true,
                        cell: (line: LiveCity) => (
                            <>
                                {shownIn(line, definition)}
                                <span class="of-target">
                                    {formatBasis(definition.unit, valueIn(line, definition.code))}
                                </span>
                            </>
                        ),
                    })),
                ]}
            />
            <p>
                {clocks.map((definition) => (
                    <HowCounted key={definition.code} definition={definition} />
                ))}
            </p>
        </section>
    );
}

function ReturnsOf({ board, nameOf }: PartProps) {
    const period = board.cities[0]?.last_return.period ?? "";
    const title = t("page.monitoring.returns_of", { period: formatPeriod(period) });
    return (
        <section class="section">
            <h2>{title}</h2>
            <Table
                caption={title}
                hideCaption
                rows={board.cities}
                keyOf={({ city }) => city}
                columns={[
                    { head: t("page.monitoring.city"), cell: ({ city }) => nameOf(city) },
                    {
                        head: t("page.monitoring.return"),
                        cell: ({ last_return: { state } }) => (
                            <Badge kind={kindOfState(state)}>{labelOf("return_state", state)}</Badge>
                        ),
                    },
                    {
                        head: t("page.monitoring.due"),
                        cell: ({ last_return }) => dueInWords(last_return),
                    },
                    {
                        head: t("page.monitoring.heard_of"),
                        cell: (line) =>
                            line.counted_at
                                ? heardIn(line, board.as_of)
                                : t("page.monitoring.never_heard"),
                    },
                ]}
            />
            <p>
                <a href={link("/monitoring/returns", { period })}>
                    {t("page.monitoring.to_returns")}
                </a>
            </p>
        </section>
    );
}

function heardIn(line: LiveCity, now: string): string {
    const at = line.counted_at ?? now;
    return at.slice(0, 10) === now.slice(0, 10) ? formatTime(at) : formatInstant(at);
}

interface SideBySideProps extends PartProps {
    definitions: IndicatorDefinition[];
    query: Record<string, string>;
    choose: (change: Record<string, string>) => void;
}

// Two cities and the same definitions: a figure that one of them counts by another version is not
// beside the other's, it says so.
function SideBySide({ board, definitions, nameOf, query, choose }: SideBySideProps) {
    const [first, second] = board.cities;
    const find = (slug: string | undefined, otherwise: LiveCity | undefined) =>
        board.cities.find(({ city }) => city === slug) ?? otherwise;
    const one = find(query["one"], first);
    const other = find(query["other"], second);
    if (!one || !other) return null;
    const offered = board.cities.map(({ city }) => ({ value: city, label: nameOf(city) }));
    const title = t("page.monitoring.side_by_side");
    const cell = (line: LiveCity, definition: IndicatorDefinition) => {
        const value = valueIn(line, definition.code);
        if (value && value.version !== definition.version) {
            return <em>{t("page.monitoring.other_definition")}</em>;
        }
        return (
            <>
                {shownIn(line, definition)}
                <span class="of-target">{formatBasis(definition.unit, value)}</span>
            </>
        );
    };
    return (
        <section class="section">
            <h2>{title}</h2>
            <p>{t("page.monitoring.side_by_side_lead")}</p>
            <Form label={title} class="form-filter" onSubmit={() => {}}>
                <Select
                    name="one"
                    label={t("page.monitoring.first_city")}
                    value={one.city}
                    options={offered}
                    onChange={(chosen) => choose({ one: chosen })}
                />
                <Select
                    name="other"
                    label={t("page.monitoring.second_city")}
                    value={other.city}
                    options={offered}
                    onChange={(chosen) => choose({ other: chosen })}
                />
            </Form>
            <Table
                caption={title}
                hideCaption
                rows={definitions}
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
                        head: nameOf(one.city),
                        isNumber: true,
                        cell: (definition) => cell(one, definition),
                    },
                    ...(other.city === one.city
                        ? []
                        : [
                              {
                                  head: nameOf(other.city),
                                  isNumber: true,
                                  cell: (definition: IndicatorDefinition) =>
                                      cell(other, definition),
                              },
                          ]),
                ]}
            />
        </section>
    );
}
