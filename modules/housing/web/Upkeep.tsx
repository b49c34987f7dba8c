// SPDX-License-Identifier: EUPL-1.2
// What is looked at and repaired in a place.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne, ChooseSome } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, TextArea, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Badge, Card, CardList } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { may, useSession } from "web/shell/session";
import { formatDay, today } from "web/words/format";
import { t } from "web/words/words";
import { CancelButton } from "./CancelButton";
import { told } from "./told";
import type { UpkeepLine } from "./types";

export function Upkeep({ place }: { place: string }) {
    const upkeep = useQuery("housing.list_upkeep", { query: { place } });
    const [isAdding, setAdding] = useState(false);
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.housing.upkeep")}</h2>
                <Button kind="outline" icon="add" onClick={() => setAdding(true)}>
                    {t("do.housing.add_upkeep")}
                </Button>
            </div>
            <Show of={upkeep}>
                {({ items }) =>
                    items.length === 0 ? (
                        <p>{t("page.housing.no_upkeep")}</p>
                    ) : (
                        <CardList label={t("page.housing.upkeep")}>
                            {items.map((line) => (
                                <Line key={line.id} line={line} />
                            ))}
                        </CardList>
                    )
                }
            </Show>
            {isAdding && <UpkeepDialog place={place} onClose={() => setAdding(false)} />}
        </section>
    );
}

function Line({ line }: { line: UpkeepLine }) {
    const session = useSession();
    const reopen = useAct("housing.finish_upkeep");
    const [isFinishing, setFinishing] = useState(false);
    const { id, kind, what, urgent, due_on, done_on, found, written_by_name } = line;
    const path = { id };
    const name = <span class="visually-hidden"> {what}</span>;
    const second = done_on
        ? [t("page.housing.done_on", { day: formatDay(done_on) }), found]
        : [t("page.housing.due_by", { day: formatDay(due_on) })];
    return (
        <>
            <Card
                title={what}
                badges={
                    urgent &&
                    !done_on && <Badge kind="danger">{t("page.housing.urgent")}</Badge>
                }
                second={second.filter(Boolean).join(" · ")}
                third={`${labelOf("housing_upkeep_kind", kind)} · ${written_by_name}`}
                actions={
                    may(session, "housing.finish_upkeep") && (
                        <>
                            {reopen.problem && <ProblemAlert problem={reopen.problem} />}
                            {done_on ? (
                                <Button
                                    kind="plain"
                                    icon="undo"
                                    busy={reopen.busy}
                                    onClick={() =>
                                        void reopen.run({ path, body: {} }, () =>
                                            told(t("page.housing.upkeep_reopened"), () =>
                                                ask("housing.finish_upkeep", {
                                                    path,
                                                    body: { done_on, found: found ?? null },
                                                }),
                                            ),
                                        )
                                    }
                                >
                                    {t("do.housing.reopen")}
                                    {name}
                                </Button>
                            ) : (
                                <Button kind="outline" onClick={() => setFinishing(true)}>
                                    {t("do.housing.done")}
                                    {name}
                                </Button>
                            )}
                            <CancelButton
                                what="upkeep"
                                id={id}
                                said={t("page.housing.upkeep_cancelled")}
                            >
                                {t("do.housing.cancel_upkeep")}
                                {name}
                            </CancelButton>
                        </>
                    )
                }
            />
            {isFinishing && <DoneDialog line={line} onClose={() => setFinishing(false)} />}
        </>
    );
}

function DoneDialog({ line, onClose }: { line: UpkeepLine; onClose: () => void }) {
    const finish = useAct("housing.finish_upkeep");
    const [on, setOn] = useState(today());
    const [found, setFound] = useState("");
    const path = { id: line.id };

    function submit(): void {
        void finish.run({ path, body: { done_on: on, found: found.trim() || null } }, () => {
            onClose();
            told(t("page.housing.upkeep_done"), () =>
                ask("housing.finish_upkeep", { path, body: {} }),
            );
        });
    }

    return (
        <Dialog title={line.what} onClose={onClose}>
            <Form class="form" problem={finish.problem} onSubmit={submit}>
                <DateField
                    name="done_on"
                    required
                    label={t("field.housing.done_on")}
                    max={today()}
                    value={on}
                    onInput={setOn}
                />
                <TextArea
                    name="found"
                    label={t("field.housing.found")}
                    value={found}
                    onInput={setFound}
                />
                <DialogActions busy={finish.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}

function UpkeepDialog({ place, onClose }: { place: string; onClose: () => void }) {
    const add = useAct("housing.add_upkeep");
    const [id] = useState(uuid7);
    const [kind, setKind] = useState("REPAIR");
    const [what, setWhat] = useState("");
    const [urgent, setUrgent] = useState(false);
    const [due, setDue] = useState(today());

    function submit(): void {
        const body = { id, place, kind, what: what.trim(), urgent, due_on: due };
        void add.run({ body }, () => {
            onClose();
            told(t("page.housing.upkeep_added"), () =>
                ask("housing.cancel_upkeep", { path: { id } }),
            );
        });
    }

    return (
        <Dialog title={t("do.housing.add_upkeep")} onClose={onClose}>
            <Form class="form" problem={add.problem} onSubmit={submit}>
                <ChooseOne
                    name="kind"
                    always
                    label={t("field.housing.kind")}
                    options={options("housing_upkeep_kind")}
                    value={kind}
                    onChange={setKind}
                />
                <TextField
                    name="what"
                    required
                    label={t("field.housing.what")}
                    hint={t("field.housing.what_hint")}
                    value={what}
                    onInput={setWhat}
                />
                <ChooseSome
                    name="urgent"
                    label={t("field.housing.also")}
                    options={[{ value: "urgent", label: t("page.housing.urgent") }]}
                    values={urgent ? ["urgent"] : []}
                    onChange={(values) => setUrgent(values.length > 0)}
                />
                <DateField
                    name="due_on"
                    required
                    label={t("field.housing.due_on")}
                    value={due}
                    onInput={setDue}
                />
                <DialogActions busy={add.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
