// SPDX-License-Identifier: EUPL-1.2
// Two records of one person, side by side, before they are linked. The link can be undone; nothing
// of either is lost.
import { useState } from "preact/hooks";
import type { Person } from "web/api/acts";
import { ask } from "web/api/client";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { t } from "web/words/words";
import { PersonSearch } from "./PersonSearch";
import { SideBySide } from "./SideBySide";

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

    return (
        <>
            <SideBySide one={one} other={two} />
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
