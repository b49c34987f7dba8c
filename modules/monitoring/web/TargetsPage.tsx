// SPDX-License-Identifier: EUPL-1.2
// What each city sets out to reach in a year, side by side: the direction writes, researchers read.
import { useState } from "preact/hooks";
import type { City, IndicatorDefinition, Target } from "web/api/acts";
import { Select } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { Table } from "web/kit/Table";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { today } from "web/words/format";
import { t } from "web/words/words";
import { inWords } from "./figures";
import "./monitoring.scss";
import { TargetForm } from "./TargetForm";
import { targetAsText, targetOf } from "./targets";
import { useDefinitions } from "./useDefinitions";

export default function TargetsPage({ query }: PageProps) {
    const thisYear = Number(today().slice(0, 4));
    const [year, setYear] = useState(thisYear);
    const [wanted, setWanted] = useState(query["indicator"]);
    const targets = useQuery("network.list_targets", { query: { year } });
    const cities = useQuery("network.list_cities", {});
    const definitions = useDefinitions();
    const years = [thisYear + 1, thisYear, thisYear - 1, thisYear - 2].map(String);

    return (
        <Page
            title={t("page.monitoring.targets")}
            back={{
                href: link("/monitoring/network"),
                label: t("page.monitoring.network_board"),
            }}
        >
            <p class="lead">{t("page.monitoring.targets_lead")}</p>
            <Show of={definitions}>
                {(known) => {
                    const counted = [...known.values()].filter(isCounted);
                    const definition = counted.find(({ code }) => code === wanted) ?? counted[0]!;
                    return (
                        <>
                            <Form
                                label={t("page.monitoring.which_figure")}
                                class="form-filter"
                                onSubmit={() => {}}
                            >
                                <Select
                                    name="indicator"
                                    label={t("page.monitoring.indicator")}
                                    value={definition.code}
                                    options={counted.map(({ code, name }) => ({
                                        value: code,
                                        label: inWords(name),
                                    }))}
                                    onChange={setWanted}
                                />
                                <Select
                                    name="year"
                                    label={t("page.monitoring.year")}
                                    value={String(year)}
                                    options={years.map((each) => ({ value: each, label: each }))}
                                    onChange={(chosen) => setYear(Number(chosen))}
                                />
                            </Form>
                            <Show of={cities}>
                                {({ items }) => (
                                    <Show of={targets}>
                                        {(set) => (
                                            <Content
                                                definition={definition}
                                                year={year}
                                                cities={items}
                                                targets={set.items}
                                                reload={targets.reload}
                                            />
                                        )}
                                    </Show>
                                )}
                            </Show>
                        </>
                    );
                }}
            </Show>
        </Page>
    );
}

// A share of 80 % or a wait of 30 days is not worked off month by month, which is how the board
// compares.
function isCounted({ unit }: IndicatorDefinition): boolean {
    return unit === "persons" || unit === "events";
}

interface ContentProps {
    definition: IndicatorDefinition;
    year: number;
    cities: City[];
    targets: Target[];
    reload: () => Promise<void>;
}

function Content({ definition, year, cities, targets, reload }: ContentProps) {
    const session = useSession();
    const known = (city: string) => targetOf(targets, city, definition.code);
    const isEmpty = cities.every(({ slug }) => known(slug) === 0);
    const title = t("page.monitoring.targets_of", {
        indicator: inWords(definition.name),
        year: String(year),
    });

    return (
        <section class="section">
            <h2>{title}</h2>
            {isEmpty && (
                <EmptyState title={t("page.monitoring.no_targets", { year: String(year) })} />
            )}
            {may(session, "network.set_target") && (
                <TargetForm
                    key={`${definition.code} ${year}`}
                    title={title}
                    definition={definition}
                    year={year}
                    cities={cities}
                    known={known}
                    reload={reload}
                />
            )}
            {!may(session, "network.set_target") && !isEmpty && (
                <Table
                    caption={title}
                    hideCaption
                    rows={cities}
                    keyOf={({ slug }) => slug}
                    columns={[
                        { head: t("page.monitoring.city"), cell: ({ name }) => name },
                        {
                            head: t("page.monitoring.target"),
                            isNumber: true,
                            cell: ({ slug }) => targetAsText(known(slug)) || "–",
                        },
                    ]}
                />
            )}
        </section>
    );
}
