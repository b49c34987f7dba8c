// SPDX-License-Identifier: EUPL-1.2
// Two records of one person, side by side, before they are linked. The link can be undone; nothing
// of either is lost.
import { useState } from "preact/hooks";
import type { Person } from "web/api/acts";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { Table } from "web/kit/Table";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { countryName, formatDay } from "web/words/format";
import { t, type Word } from "web/words/words";
import { bornIn } from "./PersonLine";
import { PersonSearch } from "./PersonSearch";

export default function MergePage({ params, query }: PageProps) {
    const id = params["person"]!;
    const other = query["with"];
    const one = useQuery("people.get_person", { path: { id } });
    const two = useQuery("people.get_person", other ? { path: { id: other } } : null);

    return (
        <Page
            title={t("page.people.merge")}
            back={{ href: link(`/people/${id}`), label: t("page.people.person") }}
        >
            <p class="lead">{t("page.people.merge_hint")}</p>
            {!other && <ChooseOther id={id} />}
            {other && (
                <Show of={one}>
                    {(first) => (
                        <Show of={two}>{(second) => <Merge one={first} two={second} />}</Show>
                    )}
                </Show>
            )}
        </Page>
    );
}

function ChooseOther({ id }: { id: string }) {
    return (
        <Form class="form" label={t("page.people.search")} onSubmit={() => {}}>
            <PersonSearch
                label={t("page.people.merge_with")}
                but={id}
                hrefOf={(person) => link(`/people/${id}/merge`, { with: person.id })}
            />
        </Form>
    );
}

const COMPARED: [Word, (person: Person) => string][] = [
    ["field.people.number", ({ number }) => number],
    ["field.people.given_name", ({ given_name }) => given_name ?? ""],
    ["field.people.family_name", ({ family_name }) => family_name ?? ""],
    ["field.people.nickname", ({ nickname }) => nickname ?? ""],
    ["field.people.aliases", ({ aliases }) => aliases?.join(", ") ?? ""],
    ["field.people.gender", ({ gender }) => labelOf("gender", gender)],
    [
        "field.people.birth",
        ({ birth_date, birth_year, birth_year_estimated }) =>
            birth_date ? formatDay(birth_date) : bornIn(birth_year, birth_year_estimated),
    ],
    [
        "field.people.citizenship",
        ({ citizenship }) => (citizenship ? (countryName(citizenship) ?? citizenship) : ""),
    ],
    [
        "field.people.languages",
        ({ languages }) => languages?.map((code) => labelOf("language", code)).join(", ") ?? "",
    ],
    ["field.people.phone", ({ phone }) => phone ?? ""],
    [
        "field.people.identifiers",
        ({ identifiers }) =>
            identifiers
                ?.map(({ kind, value }) => `${labelOf("identifier_kind", kind)} ${value}`)
                .join(", ") ?? "",
    ],
    [
        "field.people.first_contact_on",
        ({ first_contact_on }) => (first_contact_on ? formatDay(first_contact_on) : ""),
    ],
    ["field.people.created_at", ({ created_at }) => formatDay(created_at.slice(0, 10))],
];

function Merge({ one, two }: { one: Person; two: Person }) {
    const merge = useAct("people.merge_persons");
    const [id] = useState(() => uuid7());
    const [kept, setKept] = useState(one.id);
    const [reason, setReason] = useState("");
    const [keeps, goes] = kept === one.id ? [one, two] : [two, one];

    function submit(): void {
        const body = { id, kept: keeps.id, duplicate: goes.id, reason: reason.trim() || null };
        void merge.run({ body }, () => {
            say({
                text: t("page.people.merge_done"),
                undo: async () => {
                    await ask("people.undo_merge", { path: { id } });
                    say({ text: t("page.people.merge_undone") });
                },
            });
            goInstead(`/people/${keeps.id}`);
        });
    }

    const shown = (value: string) =>
        value ? <bdi>{value}</bdi> : <span class="unknown">{t("web.not_recorded")}</span>;
    return (
        <>
            <Table
                caption={t("page.people.side_by_side")}
                rows={COMPARED}
                keyOf={([name]) => name}
                columns={[
                    { head: t("page.people.what"), cell: ([name]) => t(name) },
                    { head: one.number, cell: ([, value]) => shown(value(one)) },
                    { head: two.number, cell: ([, value]) => shown(value(two)) },
                ]}
            />
            <Form class="form" problem={merge.problem} onSubmit={submit}>
                <ChooseOne
                    name="kept"
                    always
                    label={t("field.people.kept")}
                    hint={t("field.people.kept_hint")}
                    options={[one, two].map((person) => ({
                        value: person.id,
                        label: person.number,
                    }))}
                    value={kept}
                    onChange={setKept}
                />
                <TextField
                    name="reason"
                    label={t("field.people.reason")}
                    value={reason}
                    onInput={setReason}
                />
                <div class="form-actions">
                    <Button submit busy={merge.busy}>
                        {t("do.people.merge_as_one")}
                    </Button>
                </div>
            </Form>
        </>
    );
}
