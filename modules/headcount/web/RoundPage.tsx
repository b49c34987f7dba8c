// SPDX-License-Identifier: EUPL-1.2
// One count: its number with the interval, how it was counted, and what each of those who took part
// in it has seen.
import type { HeadcountCityAnswer, HeadcountRound } from "web/api/acts";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { Table } from "web/kit/Table";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatInstant, formatNumber } from "web/words/format";
import { count, t } from "web/words/words";
import { periodOf, StateMark } from "./period";

export default function RoundPage({ params }: PageProps) {
    const round = useQuery("headcount.get_round", { path: { id: params["round"]! } });
    const cities = useQuery("network.list_cities", {});
    const nameOf = (slug: string) =>
        cities.data?.items.find((city) => city.slug === slug)?.name ?? slug;
    return (
        <Page
            wide
            title={round.data ? periodOf(round.data) : t("page.headcount.rounds")}
            back={{ href: link("/headcount"), label: t("page.headcount.rounds") }}
            actions={round.data && <Steps round={round.data} reload={round.reload} />}
        >
            <Show of={round}>
                {(found) => (
                    <>
                        <p>
                            <StateMark {...found} />
                        </p>
                        <Destroyed round={found} />
                        {found.persons != null && <Counted round={found} />}
                        <CityTable round={found} nameOf={nameOf} />
                        {found.state === "counted" && (
                            <PairTable round={found} nameOf={nameOf} />
                        )}
                        <WhoSaw separate={found.separate} />
                    </>
                )}
            </Show>
        </Page>
    );
}

function Destroyed({ round }: { round: HeadcountRound }) {
    if (!round.ended_at || !round.counting_at) return null;
    if (!round.destroyed_at)
        return <Alert kind="warning" quiet title={t("page.headcount.not_destroyed")} />;
    return (
        <p>{t("page.headcount.destroyed", { day: formatInstant(round.destroyed_at) })}</p>
    );
}

function Steps({ round, reload }: { round: HeadcountRound; reload: () => Promise<void> }) {
    const session = useSession();
    const start = useAct("headcount.start_count");
    const breakOff = useAct("headcount.break_off_round");
    const path = { id: round.id };
    const runs = round.state === "open" || round.state === "counting";
    if (!runs || !may(session, "headcount.start_count")) return null;
    const done = (text: string) => () => {
        say({ text });
        void reload();
    };
    return (
        <>
            {round.state === "open" && (
                <Button
                    busy={start.busy}
                    onClick={() =>
                        void start.run({ path }, done(t("page.headcount.started")))
                    }
                >
                    {t("do.headcount.start")}
                </Button>
            )}
            <Button
                kind="outline"
                busy={breakOff.busy}
                onClick={() => void breakOff.run({ path }, done(t("page.headcount.broken_off")))}
            >
                {t("do.headcount.break_off")}
            </Button>
            {start.problem && <ProblemAlert problem={start.problem} />}
            {breakOff.problem && <ProblemAlert problem={breakOff.problem} />}
        </>
    );
}

const inFull = (value: number | null | undefined) => formatNumber(value ?? 0);

function Counted({ round }: { round: HeadcountRound }) {
    const known = round.measured_on ?? 0;
    return (
        <>
            <p class="lead">
                <strong>{t("page.headcount.figure", { persons: inFull(round.persons) })}</strong>
                {", "}
                {t("page.headcount.interval", {
                    low: inFull(round.low),
                    high: inFull(round.high),
                })}
            </p>
            <p>{t("page.headcount.sum", { sum: inFull(round.sum_of_cities) })}</p>
            <h2>{t("page.headcount.how")}</h2>
            <ul>
                <li>
                    {t("page.headcount.how_links", {
                        links: inFull(round.links),
                        mistaken: inFull(round.mistaken),
                    })}
                </li>
                <li>
                    {known > 0
                        ? t("page.headcount.how_recall", {
                              recall: inFull(round.recall_percent),
                              known: inFull(known),
                          })
                        : t("page.headcount.how_usual")}
                </li>
                {(round.not_taking_part ?? 0) > 0 && (
                    <li>
                        {count("page.headcount.how_apart", round.not_taking_part ?? 0)}
                    </li>
                )}
                {round.noise && <li>{t("page.headcount.how_noise")}</li>}
            </ul>
        </>
    );
}

interface OfCities {
    round: HeadcountRound;
    nameOf: (slug: string) => string;
}

function answerOf({ takes_part, arrived }: HeadcountCityAnswer): string {
    if (arrived) return t("page.headcount.arrived");
    if (takes_part == null) return t("page.headcount.waits");
    return t(takes_part ? "page.headcount.takes_part" : "page.headcount.stays_out");
}

function CityTable({ round, nameOf }: OfCities) {
    return (
        <Table
            caption={t("page.headcount.cities")}
            rows={round.cities}
            keyOf={({ city }) => city}
            columns={[
                { head: t("field.headcount.city"), cell: ({ city }) => nameOf(city) },
                { head: t("field.headcount.answer"), cell: answerOf },
                {
                    head: t("field.headcount.persons"),
                    isNumber: true,
                    cell: ({ persons }) => (persons == null ? "" : formatNumber(persons)),
                },
                {
                    head: t("field.headcount.evaluated"),
                    isNumber: true,
                    cell: ({ evaluated }) => (evaluated == null ? "" : formatNumber(evaluated)),
                },
            ]}
        />
    );
}

function PairTable({ round, nameOf }: OfCities) {
    if (round.pairs.length === 0) return <p>{t("page.headcount.no_pairs")}</p>;
    return (
        <Table
            caption={t("page.headcount.pairs")}
            rows={round.pairs}
            keyOf={({ city, other_city }) => `${city} ${other_city}`}
            columns={[
                {
                    head: t("page.headcount.cities"),
                    cell: ({ city, other_city }) => `${nameOf(city)} – ${nameOf(other_city)}`,
                },
                {
                    head: t("field.headcount.links"),
                    isNumber: true,
                    cell: ({ links }) => formatNumber(links),
                },
            ]}
        />
    );
}

function WhoSaw({ separate }: { separate: boolean }) {
    return (
        <section class="section">
            <h2>{t("page.headcount.who_saw")}</h2>
            <ul>
                <li>{t("page.headcount.saw_cities")}</li>
                <li>{t("page.headcount.saw_keys")}</li>
                <li>{t("page.headcount.saw_counter")}</li>
                <li>{t("page.headcount.saw_you")}</li>
            </ul>
            {!separate && <p class="field-hint">{t("page.headcount.demo")}</p>}
        </section>
    );
}

