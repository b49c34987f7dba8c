// SPDX-License-Identifier: EUPL-1.2
// An appointment with the person; once it has been, also how it went.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { options } from "web/api/vocabulary";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, Select, TextField, TimeField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { useSession } from "web/shell/session";
import { daysLater, today } from "web/words/format";
import { t } from "web/words/words";
import { type Appointment, instantText, whenOf } from "./diary";

const MOVED = "MOVED"; // the only outcome that may come before the appointment

function textOf(appointment: Appointment | undefined, account: string) {
    return {
        ...(appointment
            ? whenOf(new Date(appointment.at))
            : { day: daysLater(today(), 1), clock: "09:30" }),
        minutes: String(appointment?.minutes ?? 30),
        place: appointment?.place ?? "",
        what: appointment?.what ?? "",
        colleague: appointment?.colleague ?? account,
        outcome: appointment?.outcome ?? "",
    };
}

type Text = ReturnType<typeof textOf>;

interface AppointmentFormProps {
    caseId: string;
    // One that is changed.
    appointment?: Appointment;
    onClose: () => void;
    onDone: () => void;
}

export function AppointmentForm({ caseId, appointment, onClose, onDone }: AppointmentFormProps) {
    const session = useSession();
    const add = useAct("cases.add_appointment");
    const alter = useAct("cases.change_appointment");
    const [id] = useState(uuid7);
    const [text, setText] = useState<Text>(() => textOf(appointment, session.account));
    const change = (part: Partial<Text>) => setText({ ...text, ...part });

    function submit(): void {
        const minutes = Number.parseInt(text.minutes, 10);
        const body = {
            at: instantText(text),
            minutes: Number.isNaN(minutes) ? null : minutes,
            place: text.place.trim() || null,
            what: text.what.trim(),
            colleague: text.colleague,
            outcome: text.outcome || null,
        };
        if (appointment) {
            void alter.run({ path: { id: appointment.id }, body }, () => {
                say({ text: t("page.cases.appointment_saved") });
                onDone();
            });
            return;
        }
        void add.run({ path: { case: caseId }, body: { ...body, id } }, () => {
            say({
                text: t("page.cases.appointment_added"),
                undo: async () => {
                    await ask("cases.cancel_appointment", { path: { id } });
                },
            });
            onDone();
        });
    }

    return (
        <Dialog
            title={t(appointment ? "act.cases.change_appointment" : "do.cases.add_appointment")}
            onClose={onClose}
        >
            <Form class="form" problem={add.problem ?? alter.problem} onSubmit={submit}>
                <Fields text={text} change={change} appointment={appointment} />
                {appointment && <Outcome text={text} change={change} />}
                <DialogActions busy={add.busy || alter.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}

interface FieldsProps {
    text: Text;
    change: (part: Partial<Text>) => void;
}

function Fields({
    text,
    change,
    appointment,
}: FieldsProps & { appointment: Appointment | undefined }) {
    const session = useSession();
    const colleagues = useQuery("access.list_colleagues", { query: {} });
    const whom = (colleagues.data?.items ?? []).map(({ account, name }) => ({
        value: account,
        label: name,
    }));
    // The one with whom it is may have left, or the list not have come yet.
    if (!whom.some(({ value }) => value === text.colleague)) {
        const known = appointment?.colleague === text.colleague;
        const label = known ? (appointment?.colleague_name ?? "") : session.name;
        whom.unshift({ value: text.colleague, label });
    }
    return (
        <>
            <TextField
                name="what"
                required
                label={t("field.cases.what")}
                hint={t("field.cases.what_hint")}
                value={text.what}
                onInput={(what) => change({ what })}
            />
            <div class="form-pair">
                <DateField
                    name="at"
                    required
                    label={t("field.cases.on")}
                    value={text.day}
                    onInput={(day) => change({ day })}
                />
                <TimeField
                    name="clock"
                    required
                    label={t("field.cases.clock")}
                    value={text.clock}
                    onInput={(clock) => change({ clock })}
                />
            </div>
            <TextField
                name="minutes"
                inputMode="numeric"
                label={t("field.cases.minutes")}
                value={text.minutes}
                onInput={(minutes) => change({ minutes })}
            />
            <TextField
                name="place"
                label={t("field.cases.place")}
                value={text.place}
                onInput={(place) => change({ place })}
            />
            <Select
                name="colleague"
                label={t("field.cases.colleague")}
                options={whom}
                value={text.colleague}
                onChange={(colleague) => change({ colleague })}
            />
        </>
    );
}

function Outcome({ text, change }: FieldsProps) {
    const at = instantText(text);
    const isOver = at !== "" && new Date(at) <= new Date();
    const possible = options("appointment_outcome").filter(
        ({ value }) => isOver || value === MOVED || value === text.outcome,
    );
    return (
        <ChooseOne
            name="outcome"
            label={t("field.cases.appointment_outcome")}
            options={possible}
            value={text.outcome}
            onChange={(outcome) => change({ outcome })}
        />
    );
}
