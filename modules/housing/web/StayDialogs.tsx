// SPDX-License-Identifier: EUPL-1.2
// How a stay goes on, how it ended, and how the person lives six months later.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { options } from "web/api/vocabulary";
import { ChooseSome } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, Select, TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { today } from "web/words/format";
import { t } from "web/words/words";
import type { Stay } from "./types";

interface StayDialogProps {
    stay: Stay;
    onClose: () => void;
    onDone: (stay: Stay) => void;
}

interface EthosProps {
    name: string;
    label: string;
    value: string;
    onChange: (code: string) => void;
}

function Ethos({ name, label, value, onChange }: EthosProps) {
    return (
        <Select
            name={name}
            label={label}
            options={options("ethos")}
            empty={t("web.not_recorded")}
            value={value}
            onChange={onChange}
        />
    );
}

export function EndStayDialog({ stay, onClose, onDone }: StayDialogProps) {
    const end = useAct("housing.end_stay");
    const isPromised = stay.state === "promised";
    const [on, setOn] = useState(today());
    const [reason, setReason] = useState(isPromised ? "NOT_COME" : "");
    const [living, setLiving] = useState("");

    function submit(): void {
        const body = { on, reason, living_after: living || null };
        void end.run({ path: { id: stay.id }, body }, (after) => {
            onClose();
            onDone(after);
        });
    }

    return (
        <Dialog title={t("page.housing.how_ended")} onClose={onClose}>
            <Form class="form" problem={end.problem} onSubmit={submit}>
                <DateField
                    name="on"
                    required
                    label={t("field.housing.ended_on")}
                    max={today()}
                    value={on}
                    onInput={setOn}
                />
                <Select
                    name="reason"
                    required
                    label={t("field.housing.reason")}
                    options={options("housing_end_reason").filter(
                        ({ value }) => (value === "NOT_COME") === isPromised,
                    )}
                    empty={t("web.not_recorded")}
                    value={reason}
                    onChange={setReason}
                />
                {!isPromised && (
                    <Ethos
                        name="living_after"
                        label={t("field.housing.living_after")}
                        value={living}
                        onChange={setLiving}
                    />
                )}
                <DialogActions busy={end.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}

export function ChangeStayDialog({ stay, onClose, onDone }: StayDialogProps) {
    const change = useAct("housing.change_stay");
    const [until, setUntil] = useState(stay.until);
    const [living, setLiving] = useState(stay.living_before ?? "");
    const [note, setNote] = useState(stay.note ?? "");

    function submit(): void {
        const path = { id: stay.id };
        const body = {
            base: stay.version,
            until,
            living_before: living || null,
            note: note.trim() || null,
        };
        void change.run({ path, body }, (after) => {
            onClose();
            onDone(after);
            const { living_before = null, note: words = null } = stay;
            const before = { until: stay.until, living_before, note: words };
            say({
                text: t("page.housing.stay_changed"),
                undo: async () => {
                    await ask("housing.change_stay", { path, body: before });
                    reloadAll();
                },
            });
        });
    }

    return (
        <Dialog title={t("do.housing.prolong")} onClose={onClose}>
            <Form class="form" problem={change.problem} onSubmit={submit}>
                <DateField
                    name="until"
                    required
                    label={t("field.housing.leaves_on")}
                    hint={t("field.housing.leaves_on_hint")}
                    value={until}
                    onInput={setUntil}
                />
                <Ethos
                    name="living_before"
                    label={t("field.housing.living_before")}
                    value={living}
                    onChange={setLiving}
                />
                <TextArea
                    name="note"
                    label={t("field.housing.note")}
                    value={note}
                    onInput={setNote}
                />
                <DialogActions busy={change.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}

export function LaterDialog({ stay, onClose, onDone }: StayDialogProps) {
    const follow = useAct("housing.follow_stay");
    const [living, setLiving] = useState(stay.living_later ?? "");
    const [lost, setLost] = useState(stay.lost);

    function submit(): void {
        const path = { id: stay.id };
        void follow.run({ path, body: { living: living || null, lost } }, (after) => {
            onClose();
            onDone(after);
            const before = {
                on: stay.later_on ?? null,
                living: stay.living_later ?? null,
                lost: stay.lost,
            };
            say({
                text: t("page.housing.later_written"),
                undo: async () => {
                    await ask("housing.follow_stay", { path, body: before });
                    reloadAll();
                },
            });
        });
    }

    return (
        <Dialog title={t("page.housing.later")} onClose={onClose}>
            <Form class="form" problem={follow.problem} onSubmit={submit}>
                {!lost && (
                    <Ethos
                        name="living"
                        label={t("field.housing.living_later")}
                        value={living}
                        onChange={setLiving}
                    />
                )}
                <ChooseSome
                    name="lost"
                    label={t("field.housing.also")}
                    options={[{ value: "lost", label: t("field.housing.lost") }]}
                    values={lost ? ["lost"] : []}
                    onChange={(values) => {
                        setLost(values.length > 0);
                        setLiving("");
                    }}
                />
                <DialogActions busy={follow.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
