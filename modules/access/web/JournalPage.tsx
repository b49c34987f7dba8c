// SPDX-License-Identifier: EUPL-1.2
// What was done and read, by whom, why: for who answers for the protection of personal data.
import { useState } from "preact/hooks";
import type { JournalLine } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { DateField, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { EmptyState, More } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Progress } from "web/kit/Progress";
import { Table } from "web/kit/Table";
import { usePages } from "web/kit/usePages";
import { formatInstant } from "web/words/format";
import { findWord, t } from "web/words/words";

export default function JournalPage() {
    const [filter, setFilter] = useState({ from: "", to: "", act: "", actor: "" });
    const change = (part: Partial<typeof filter>) => setFilter({ ...filter, ...part });
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
                <TextField
                    name="act"
                    label={t("field.access.act")}
                    value={filter.act}
                    onInput={(act) => change({ act })}
                />
            </Form>
            {lines.problem && (
                <ProblemAlert problem={lines.problem} retry={() => void lines.reload()} />
            )}
            {!lines.items && !lines.problem && <Progress />}
            {lines.items?.length === 0 && <EmptyState title={t("page.access.journal_empty")} />}
            {lines.items && lines.items.length > 0 && <Lines lines={lines.items} />}
            {lines.more && (
                <More shown={lines.items?.length ?? 0} busy={lines.loading} onMore={lines.more} />
            )}
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
                    cell: (line) => <bdi>{line.actor_name ?? t("page.access.nobody")}</bdi>,
                },
                {
                    head: t("field.access.act"),
                    cell: (line) => findWord(`act.${line.act}`) ?? line.act,
                },
                { head: t("field.access.thing"), cell: (line) => line.thing ?? "" },
                {
                    head: t("field.access.purpose"),
                    cell: (line) => labelOf("access_purpose", line.purpose),
                },
                { head: t("field.access.outcome"), cell: (line) => line.outcome },
            ]}
        />
    );
}
