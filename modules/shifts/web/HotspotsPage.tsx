// SPDX-License-Identifier: EUPL-1.2
// Where and when people are met, by district and part of the week, and what that suggests.
import { useState } from "preact/hooks";
import type { District, Hotspot, StopProposal } from "web/api/acts";
import { districtName, labelOf, type Option, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Select } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { Table } from "web/kit/Table";
import { Tiles } from "web/kit/Tiles";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { useDistricts } from "web/shell/useDistricts";
import { formatLongDay, weekdayName } from "web/words/format";
import { t } from "web/words/words";
import { heatOf, heatText, shadeOf } from "./heat";
import { StopLine } from "./StopsSection";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

export default function HotspotsPage() {
    const hotspots = useQuery("shifts.show_hotspots", {});
    const session = useSession();
    return (
        <Page wide title={t("page.shifts.hotspots")}>
            <p class="lead">{t("page.shifts.hotspots_hint")}</p>
            <Show of={hotspots}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.shifts.no_hotspots")}>
                            <p>{t("page.shifts.no_hotspots_hint")}</p>
                        </EmptyState>
                    ) : (
                        <Week items={items} />
                    )
                }
            </Show>
            {may(session, "shifts.propose_stops") && <Plans />}
        </Page>
    );
}

function Week({ items }: { items: Hotspot[] }) {
    const districts = useDistricts();
    const [district, setDistrict] = useState("");
    const shown = items.filter((each) => !district || each.district === district);
    const known = districts.options.filter(({ value }) =>
        items.some((each) => each.district === value),
    );
    const cell = (band: string, weekday: number) =>
        heatOf(shown.filter((each) => each.band === band && each.weekday === weekday));
    const bands = options("hour_band");
    const all = bands.flatMap(({ value }) => WEEKDAYS.map((weekday) => cell(value, weekday)));
    const top = Math.max(...all.map(({ contacts }) => contacts));
    const caption = t("page.shifts.table_of", {
        district: district ? districts.nameOf(district) : t("page.shifts.all_districts"),
    });
    return (
        <section class="section">
            <DistrictsDrawn items={items} districts={districts.all} />
            <Form label={t("field.shifts.district")} onSubmit={() => {}}>
                <Select
                    name="district"
                    label={t("field.shifts.district")}
                    options={known}
                    empty={t("page.shifts.all_districts")}
                    value={district}
                    onChange={setDistrict}
                />
            </Form>
            <Table
                caption={caption}
                class="heat"
                rows={bands}
                keyOf={({ value }) => value}
                columns={[
                    { head: t("page.shifts.band"), cell: ({ label }) => label },
                    ...WEEKDAYS.map((weekday) => ({
                        head: weekdayName(weekday),
                        cell: ({ value }: Option) =>
                            heatText(cell(value, weekday), t("page.shifts.few")),
                        classOf: ({ value }: Option) =>
                            `heat-${shadeOf(cell(value, weekday), top)}`,
                    })),
                ]}
            />
        </section>
    );
}

// Where, in a part of the day or all of them; by weekday and district in the table below.
function DistrictsDrawn({ items, districts }: { items: Hotspot[]; districts: District[] }) {
    const [band, setBand] = useState("");
    const shown = items.filter((each) => !band || each.band === band);
    const heat = (code: string) => heatOf(shown.filter(({ district }) => district === code));
    const top = Math.max(...districts.map(({ code }) => heat(code).contacts));
    const title = t("page.shifts.drawing_of", {
        band: band ? labelOf("hour_band", band) : t("page.shifts.all_bands"),
    });
    const text = (code: string) => heatText(heat(code), t("page.shifts.few")) || "0";
    return (
        <figure class="chart">
            <figcaption>{title}</figcaption>
            <Form label={t("page.shifts.band")} onSubmit={() => {}}>
                <ChooseOne
                    name="drawn_band"
                    label={t("page.shifts.band")}
                    options={options("hour_band")}
                    value={band}
                    onChange={setBand}
                />
            </Form>
            <Tiles
                districts={districts}
                figureOf={(code) => ({ text: text(code), shade: shadeOf(heat(code), top) })}
            />
            <details>
                <summary>{t("web.as_table")}</summary>
                <Table
                    caption={title}
                    hideCaption
                    rows={districts}
                    keyOf={({ code }) => code}
                    columns={[
                        { head: t("field.shifts.district"), cell: districtName },
                        {
                            head: t("page.shifts.contacts"),
                            cell: ({ code }) => text(code),
                            isNumber: true,
                        },
                    ]}
                />
            </details>
        </figure>
    );
}

// For one unit at a time: one's own, or any for the coordinator.
function Plans() {
    const session = useSession();
    const teams = useQuery("access.list_teams", {});
    const mayAll = session.roles.includes("city_coordinator");
    const units = (teams.data?.items ?? []).filter(
        ({ code, kind }) =>
            kind === "mobile_unit" && (mayAll || session.teams.some((own) => own.code === code)),
    );
    const [chosen, setChosen] = useState("");
    const team = chosen || units[0]?.code;
    if (!team) return null;
    return (
        <>
            {units.length > 1 && (
                <Form label={t("page.shifts.unit")} onSubmit={() => {}}>
                    <ChooseOne
                        name="team"
                        always
                        label={t("page.shifts.unit")}
                        options={units.map(({ code, name }) => ({ value: code, label: name }))}
                        value={team}
                        onChange={setChosen}
                    />
                </Form>
            )}
            <OfUnit key={team} team={team} />
        </>
    );
}

function OfUnit({ team }: { team: string }) {
    const proposals = useQuery("shifts.propose_stops", { query: { team } });
    const stops = useQuery("shifts.list_stops", { query: { team } });
    async function reload(): Promise<void> {
        await proposals.reload();
        await stops.reload();
    }
    return (
        <>
            <section class="section">
                <h2>{t("page.shifts.planned")}</h2>
                <Show of={stops}>
                    {({ items }) =>
                        items.length === 0 ? (
                            <EmptyState title={t("page.shifts.nothing_planned")} />
                        ) : (
                            <CardList label={t("page.shifts.planned")}>
                                {items.map((each) => (
                                    <StopLine
                                        key={each.id}
                                        stop={each}
                                        day={formatLongDay(each.day)}
                                        reload={reload}
                                    />
                                ))}
                            </CardList>
                        )
                    }
                </Show>
            </section>
            <section class="section">
                <h2>{t("page.shifts.proposals")}</h2>
                <Show of={proposals}>
                    {({ items }) =>
                        items.length === 0 ? (
                            <EmptyState title={t("page.shifts.no_proposals")} />
                        ) : (
                            <CardList label={t("page.shifts.proposals")}>
                                {items.map((each) => (
                                    <ProposalLine
                                        key={[each.day, each.band, each.district, each.report].join()}
                                        proposal={each}
                                        team={team}
                                        reload={reload}
                                    />
                                ))}
                            </CardList>
                        )
                    }
                </Show>
            </section>
        </>
    );
}

interface ProposalLineProps {
    proposal: StopProposal;
    team: string;
    reload: () => Promise<void>;
}

function whyOf({ why, weeks, quiet_weeks, visits, report_number }: StopProposal): string {
    if (why === "report") return t("page.shifts.why_report", { number: report_number ?? "" });
    if (why === "regular") return t("page.shifts.why_regular", { weeks });
    const quiet = t("page.shifts.why_not_seen", { weeks, quiet: quiet_weeks });
    return visits > 0 ? `${quiet}. ${t("page.shifts.in_vain", { visits })}` : quiet;
}

function ProposalLine({ proposal, team, reload }: ProposalLineProps) {
    const districts = useDistricts();
    const plan = useAct("shifts.plan_stop");
    const { day, band, district, report } = proposal;
    return (
        <Card
            title={`${formatLongDay(day)}: ${districts.nameOf(district)}`}
            second={labelOf("hour_band", band)}
            third={whyOf(proposal)}
            actions={
                <>
                    {plan.problem && <ProblemAlert problem={plan.problem} />}
                    <Button
                        kind="outline"
                        busy={plan.busy}
                        onClick={() =>
                            void plan.run(
                                { body: { id: uuid7(), team, day, band, district, report: report ?? null } },
                                () => {
                                    say({ text: t("page.shifts.stop_planned") });
                                    void reload();
                                },
                            )
                        }
                    >
                        {t("do.shifts.plan")}
                    </Button>
                </>
            }
        />
    );
}
