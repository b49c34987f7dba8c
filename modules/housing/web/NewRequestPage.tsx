// SPDX-License-Identifier: EUPL-1.2
// A place is asked for, for a person: by a desk, a unit, a social worker.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseSome } from "web/kit/ChoiceChips";
import { DateField, Select, TextArea, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { fullNameOf } from "modules/people/web/PersonLine";
import { PersonSearch } from "modules/people/web/PersonSearch";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { today } from "web/words/format";
import { t } from "web/words/words";

export default function NewRequestPage({ query }: PageProps) {
    const person = query["person"];
    return (
        <Page
            title={t("page.housing.new_request")}
            back={{ href: link("/housing/requests"), label: t("page.housing.requests") }}
        >
            {person ? (
                <NewRequest person={person} caseId={query["case"]} />
            ) : (
                <PersonSearch
                    label={t("field.housing.person")}
                    actionsOf={(card) => (
                        <Button
                            kind="outline"
                            onClick={() => goInstead("/housing/requests/new", { person: card.id })}
                        >
                            {t("do.housing.choose_person")}
                        </Button>
                    )}
                />
            )}
        </Page>
    );
}

function NewRequest({ person, caseId }: { person: string; caseId: string | undefined }) {
    const known = useQuery("people.get_person", { path: { id: person } });
    const add = useAct("housing.add_request");
    const [id] = useState(uuid7);
    const [kind, setKind] = useState("");
    const [from, setFrom] = useState(today());
    const [people, setPeople] = useState("1");
    const [needs, setNeeds] = useState<string[]>([]);
    const [note, setNote] = useState("");

    function submit(): void {
        const body = {
            id,
            person,
            case_id: caseId ?? null,
            kind: kind || null,
            from_on: from,
            people: Number(people),
            children: needs.includes("children"),
            pet: needs.includes("pet"),
            step_free: needs.includes("step_free"),
            note: note.trim() || null,
        };
        void add.run({ body }, () => {
            say({
                text: t("page.housing.request_added"),
                undo: async () => {
                    await ask("housing.cancel_request", { path: { id } });
                    reloadAll();
                },
            });
            goInstead("/housing/requests");
        });
    }

    return (
        <Form class="form" problem={add.problem} onSubmit={submit}>
            {known.data && (
                <p class="lead">
                    <bdi>{fullNameOf(known.data)}</bdi>
                </p>
            )}
            <Select
                name="kind"
                label={t("field.housing.kind")}
                options={options("housing_kind")}
                empty={t("page.housing.any_kind")}
                value={kind}
                onChange={setKind}
            />
            <div class="form-pair">
                <DateField
                    name="from_on"
                    required
                    label={t("field.housing.from_on")}
                    value={from}
                    onInput={setFrom}
                />
                <TextField
                    name="people"
                    required
                    inputMode="numeric"
                    label={t("field.housing.people")}
                    value={people}
                    onInput={setPeople}
                />
            </div>
            <ChooseSome
                name="children"
                label={t("field.housing.also")}
                options={[
                    { value: "children", label: t("field.housing.children") },
                    { value: "pet", label: t("field.housing.pet") },
                    { value: "step_free", label: t("field.housing.needs_step_free") },
                ]}
                values={needs}
                onChange={setNeeds}
            />
            <TextArea
                name="note"
                label={t("field.housing.note")}
                value={note}
                onInput={setNote}
            />
            <div class="form-save">
                <Button submit busy={add.busy}>
                    {t("do.housing.ask_for_place")}
                </Button>
            </div>
        </Form>
    );
}
