// SPDX-License-Identifier: EUPL-1.2
// What was done and read, by whom, why: for who answers for the protection of personal data.
import { useState } from "preact/hooks";
import { type JournalLine, routes } from "web/api/acts";
import { labelOf, type Option } from "web/api/vocabulary";
import { Autocomplete } from "web/kit/Autocomplete";
import { DateField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ShowPages } from "web/kit/ShowPages";
import { Table } from "web/kit/Table";
import { useQuery } from "web/kit/useQuery";
import { usePages } from "web/kit/usePages";
import { formatInstant } from "web/words/format";
import { findWord, t } from "web/words/words";

function actLabel(act: string): string {
    return findWord(`act.${act}`) ?? act;
}

function actOptions(): Option[] {
    return Object.keys(routes).map((act) => ({ value: act, label: actLabel(act) }));
}

export default function JournalPage() {
    const [filter, setFilter] = useState({ from: "", to: "", act: "", actor: "" });
    const change = (part: Partial<typeof filter>) => setFilter({ ...filter, ...part });
    const colleagues = useQuery("access.list_colleagues", { query: {} });
    const lines = usePages("access.list_journal", { query: { ...filter, limit: 50 } });

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
            </Form>
            <ShowPages of={lines} empty={<EmptyState title={t("page.access.journal_empty")} />}>
                {(items) => <Lines lines={items} />}
            </ShowPages>
        </Page>
    );
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
                    cell: (line) => <bdi>{line.actor_name || t("page.access.nobody")}</bdi>,
                },
                {
                    head: t("field.access.act"),
                    cell: (line) => actLabel(line.act),
                },
                { head: t("field.access.thing"), cell: (line) => line.thing ?? "" },
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
