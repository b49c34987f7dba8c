// SPDX-License-Identifier: EUPL-1.2
// What was done and read, by whom, why: for who answers for the protection of personal data.
import { useState } from "preact/hooks";
import { type ActName, type JournalLine, routes } from "web/api/acts";
import { labelOf, type Option } from "web/api/vocabulary";
import { Autocomplete } from "web/kit/Autocomplete";
import { DateField, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ShowPages } from "web/kit/ShowPages";
import { Table } from "web/kit/Table";
import { useQuery } from "web/kit/useQuery";
import { usePages } from "web/kit/usePages";
import type { PageProps } from "web/shell/module";
import { link } from "web/shell/router";
import { formatInstant } from "web/words/format";
import { findWord, t } from "web/words/words";

const PERSON_ACTS = new Set<string>([
    "people.add_person",
    "people.get_person",
    "people.change_person",
] satisfies ActName[]);

function actLabel(act: string): string {
    return findWord(`act.${act}`) ?? act;
}

function actOptions(): Option[] {
    return Object.keys(routes).map((act) => ({ value: act, label: actLabel(act) }));
}

// In whatever was pasted: the id alone, or the address of the person's page.
const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

export default function JournalPage({ query }: PageProps) {
    const [filter, setFilter] = useState({ from: "", to: "", act: "", actor: "" });
    const change = (part: Partial<typeof filter>) => setFilter({ ...filter, ...part });
    // Who answers for the journal reads no persons: a colleague who does gives them the id.
    const [pasted, setPasted] = useState(query["person"] ?? "");
    const person = ID.exec(pasted)?.[0].toLowerCase() ?? "";
    const colleagues = useQuery("access.list_colleagues", { query: {} });
    const lines = usePages("access.list_journal", { query: { ...filter, person, limit: 50 } });

    return (
        <Page wide title={t("page.access.journal")}>
            <p class="lead">{t("page.access.journal_hint")}</p>
            <Form class="form-filter" label={t("page.access.filter")} onSubmit={() => {}}>
                <DateField
                    name="from"
                    label={t("field.access.from")}
                    value={filter.from}
                    onInput={(from) => change({ from })}
                />
                <DateField
                    name="to"
                    label={t("field.access.to")}
                    value={filter.to}
                    onInput={(to) => change({ to })}
                />
                <Autocomplete
                    name="act"
                    label={t("field.access.act")}
                    options={actOptions()}
                    value={filter.act}
                    onChange={(act) => change({ act })}
                />
                <Autocomplete
                    name="actor"
                    label={t("field.access.actor")}
                    options={(colleagues.data?.items ?? []).map(({ account, name }) => ({
                        value: account,
                        label: name,
                    }))}
                    value={filter.actor}
                    onChange={(actor) => change({ actor })}
                />
                <div class="filter-wide">
                    <TextField
                        name="person"
                        label={t("field.access.person")}
                        hint={t(
                            pasted.trim() && !person
                                ? "page.access.not_a_record"
                                : "field.access.person_hint",
                        )}
                        value={pasted}
                        onInput={setPasted}
                    />
                </div>
            </Form>
            <ShowPages of={lines} empty={<EmptyState title={t("page.access.journal_empty")} />}>
                {(items) => <Lines lines={items} />}
            </ShowPages>
        </Page>
    );
}

// Acts of people are about a person; from one of them one comes to all that was done with that person.
function ThingCell({ act, thing }: JournalLine) {
    if (!thing || !PERSON_ACTS.has(act)) return <span class="as-code">{thing}</span>;
    return (
        <a class="as-code" href={link("/journal", { person: thing })}>
            <span class="visually-hidden">{t("page.access.only_this_record")} </span>
            {thing}
        </a>
    );
}

function unnamed(actor: string) {
    return actor === "system" ? "page.access.by_itself" : "page.access.nobody";
}

function Lines({ lines }: { lines: JournalLine[] }) {
    return (
        <Table
            caption={t("page.access.journal")}
            hideCaption
            rows={lines}
            keyOf={(line) => String(line.sequence)}
            columns={[
                { head: t("field.access.sequence"), cell: (line) => line.sequence },
                { head: t("field.access.at"), cell: (line) => formatInstant(line.at) },
                {
                    head: t("field.access.actor"),
                    cell: (line) => <bdi>{line.actor_name || t(unnamed(line.actor))}</bdi>,
                },
                {
                    head: t("field.access.act"),
                    cell: (line) => actLabel(line.act),
                },
                { head: t("field.access.thing"), cell: ThingCell },
                {
                    head: t("field.access.purpose"),
                    cell: (line) => labelOf("access_purpose", line.purpose),
                },
                {
                    head: t("field.access.outcome"),
                    cell: (line) =>
                        line.outcome === "done"
                            ? t("page.access.done")
                            : t("page.access.refused", { why: line.outcome }),
                },
            ]}
        />
    );
}
