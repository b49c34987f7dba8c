// SPDX-License-Identifier: EUPL-1.2
// What was done in a case, newest first, each to be taken back and put back.
import { useState } from "preact/hooks";
import type { Case, Intervention } from "web/api/acts";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { Autocomplete } from "web/kit/Autocomplete";
import { Button } from "web/kit/Button";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, Select, TextArea, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { formatDay, today } from "web/words/format";
import { count, t } from "web/words/words";
import { goesOn } from "./openings";

interface InterventionsProps {
    known: Case;
    reload: () => Promise<void>;
}

export function Interventions({ known, reload }: InterventionsProps) {
    const session = useSession();
    const [adding, setAdding] = useState(false);
    const standing = known.interventions.filter((each) => !each.cancelled).length;
    const mayAdd = goesOn(known) && may(session, "cases.record_intervention");

    return (
        <section class="section">
            <div class="section-head">
                <h2>{count("page.cases.interventions", standing)}</h2>
                {mayAdd && (
                    <Button icon="add" onClick={() => setAdding(true)}>
                        {t("do.cases.record_intervention")}
                    </Button>
                )}
            </div>
            {known.interventions.length === 0 && (
                <EmptyState title={t("page.cases.no_interventions")} />
            )}
            {known.interventions.length > 0 && (
                <CardList label={t("page.cases.interventions_of_case")}>
                    {known.interventions.map((each) => (
                        <Line key={each.id} done={each} mayChange={mayAdd} reload={reload} />
                    ))}
                </CardList>
            )}
            {adding && (
                <Add
                    known={known}
                    onClose={() => setAdding(false)}
                    onDone={() => {
                        setAdding(false);
                        void reload();
                    }}
                />
            )}
        </section>
    );
}

interface LineProps {
    done: Intervention;
    mayChange: boolean;
    reload: () => Promise<void>;
}

function Line({ done, mayChange, reload }: LineProps) {
    const cancel = useAct("cases.cancel_intervention");
    const restore = useAct("cases.restore_intervention");
    const problem = cancel.problem ?? restore.problem;
    const path = { id: done.id };
    const label = labelOf("intervention", done.code);

    function takeBack(): void {
        void cancel.run({ path }, () => {
            say({
                text: t("page.cases.intervention_cancelled"),
                undo: async () => {
                    await ask("cases.restore_intervention", { path });
                },
            });
            void reload();
        });
    }

    return (
        <Card
            title={label}
            badges={
                done.cancelled && <Badge>{t("page.cases.cancelled_intervention")}</Badge>
            }
            second={[
                formatDay(done.on),
                done.hours && count("page.cases.hours", done.hours),
                labelOf("project", done.project),
                done.recorded_by_name,
            ]
                .filter(Boolean)
                .join(" · ")}
            third={done.note}
            actions={
                <>
                    {problem && <ProblemAlert problem={problem} />}
                    {mayChange && !done.cancelled && (
                        <Button
                            kind="plain"
                            busy={cancel.busy}
                            label={t("page.cases.undo_intervention", { what: label })}
                            onClick={takeBack}
                        >
                            {t("web.undo")}
                        </Button>
                    )}
                    {mayChange && done.cancelled && (
                        <Button
                            kind="plain"
                            icon="undo"
                            busy={restore.busy}
                            label={t("page.cases.restore_intervention", { what: label })}
                            onClick={() => void restore.run({ path }, () => void reload())}
                        >
                            {t("do.cases.restore_intervention")}
                        </Button>
                    )}
                </>
            }
        />
    );
}

interface AddProps {
    known: Case;
    onClose: () => void;
    onDone: () => void;
}

function Add({ known, onClose, onDone }: AddProps) {
    const record = useAct("cases.record_intervention");
    const last = known.interventions[0];
    const [done, setDone] = useState({
        id: uuid7(),
        code: "",
        on: today(),
        hours: "",
        // The programme that paid last time is likely to pay again.
        project: last?.project ?? "",
        note: "",
    });
    const change = (part: Partial<typeof done>) => setDone({ ...done, ...part });

    function submit(): void {
        const hours = Number.parseFloat(done.hours.replace(",", "."));
        const body = {
            ...done,
            hours: Number.isNaN(hours) ? null : hours,
            project: done.project || null,
            note: done.note.trim() || null,
        };
        void record.run({ path: { case: known.id }, body }, () => {
            say({
                text: t("page.cases.intervention_recorded"),
                undo: async () => {
                    await ask("cases.cancel_intervention", { path: { id: done.id } });
                },
            });
            onDone();
        });
    }

    return (
        <Dialog title={t("do.cases.record_intervention")} onClose={onClose}>
            <Form class="form" problem={record.problem} onSubmit={submit}>
                <Autocomplete
                    name="code"
                    required
                    label={t("field.cases.code")}
                    hint={t("field.cases.code_hint")}
                    options={options("intervention")}
                    value={done.code}
                    onChange={(code) => change({ code })}
                />
                <div class="form-pair form-pair-tight">
                    <DateField
                        name="on"
                        required
                        label={t("field.cases.on")}
                        max={today()}
                        value={done.on}
                        onInput={(on) => change({ on })}
                    />
                    <TextField
                        name="hours"
                        inputMode="decimal"
                        label={t("field.cases.hours")}
                        value={done.hours}
                        onInput={(hours) => change({ hours })}
                    />
                </div>
                <Select
                    name="project"
                    label={t("field.cases.project")}
                    options={options("project")}
                    empty={t("web.not_recorded")}
                    value={done.project}
                    onChange={(project) => change({ project })}
                />
                <TextArea
                    name="note"
                    label={t("field.cases.note")}
                    value={done.note}
                    onInput={(note) => change({ note })}
                />
                <DialogActions busy={record.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
