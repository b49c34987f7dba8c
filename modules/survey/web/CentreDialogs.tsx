// SPDX-License-Identifier: EUPL-1.2
// A place of the frame, and days and hours at it.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { options } from "web/api/vocabulary";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, Select, TextField, TimeField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Stepper } from "web/kit/Stepper";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { useDistricts } from "web/shell/useDistricts";
import { daysLater, today } from "web/words/format";
import { count, t } from "web/words/words";
import { numberIn, weeklyFrom } from "./surveyText";
import type { Centre } from "./types";

const WEEKS_MOST = 12;

interface DoneProps {
    onClose: () => void;
    onDone: () => void;
}

interface CentreDialogProps extends DoneProps {
    wave: string;
    centre?: Centre;
}

export function CentreDialog({ wave, centre, onClose, onDone }: CentreDialogProps) {
    const districts = useDistricts();
    const add = useAct("survey.add_centre");
    const alter = useAct("survey.change_centre");
    const [id] = useState(() => uuid7());
    const [text, setText] = useState({
        name: centre?.name ?? "",
        kind: centre?.kind ?? "",
        district: centre?.district ?? "",
        attendance: String(centre?.attendance ?? ""),
    });
    const set = (part: Partial<typeof text>) => setText({ ...text, ...part });

    function submit(): void {
        const body = {
            name: text.name.trim(),
            kind: text.kind,
            district: text.district,
            attendance: numberIn(text.attendance)!,
        };
        if (centre) {
            const path = { id: centre.id };
            void alter.run({ path, body: { ...body, base: centre.version } }, () => {
                say({ text: t("page.survey.centre_changed") });
                onDone();
            });
            return;
        }
        void add.run({ path: { wave }, body: { ...body, id } }, () => {
            say({
                text: t("page.survey.centre_added"),
                undo: async () => {
                    await ask("survey.remove_centre", { path: { id } });
                    reloadAll();
                },
            });
            onDone();
        });
    }

    return (
        <Dialog
            title={t(centre ? "page.survey.change_centre" : "do.survey.add_centre")}
            onClose={onClose}
        >
            <Form class="form" problem={add.problem ?? alter.problem} onSubmit={submit}>
                <TextField
                    name="name"
                    required
                    maxLength={150}
                    label={t("field.survey.centre_name")}
                    value={text.name}
                    onInput={(name) => set({ name })}
                />
                <Select
                    name="kind"
                    required
                    empty={t("page.survey.choose")}
                    label={t("field.survey.centre_kind")}
                    options={options("survey_centre_kind")}
                    value={text.kind}
                    onChange={(kind) => set({ kind })}
                />
                <Select
                    name="district"
                    required
                    empty={t("page.survey.choose")}
                    label={t("page.survey.district")}
                    options={districts.options}
                    value={text.district}
                    onChange={(district) => set({ district })}
                />
                <TextField
                    name="attendance"
                    required
                    inputMode="numeric"
                    label={t("field.survey.attendance")}
                    hint={t("field.survey.attendance_hint")}
                    value={text.attendance}
                    onInput={(attendance) => set({ attendance })}
                />
                <DialogActions busy={add.busy || alter.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}

export function SlotsDialog({ centre, onClose, onDone }: DoneProps & { centre: Centre }) {
    const add = useAct("survey.add_slots");
    // A slot keeps its id: trying again after a cut makes none of them twice.
    const [ids] = useState(() => Array.from({ length: WEEKS_MOST }, () => uuid7()));
    const [text, setText] = useState({
        day: daysLater(today(), 1),
        from: "17:00",
        to: "19:00",
        attendance: "",
        weeks: 1,
    });
    const set = (part: Partial<typeof text>) => setText({ ...text, ...part });

    function submit(): void {
        const days = text.day ? weeklyFrom(text.day, text.weeks) : [""];
        const slots = days.map((day, week) => ({
            id: ids[week]!,
            day,
            from_time: text.from,
            to_time: text.to,
            attendance: numberIn(text.attendance),
        }));
        void add.run({ path: { centre: centre.id }, body: { slots } }, () => {
            say({
                text: count("page.survey.slots_added", slots.length),
                undo: async () => {
                    for (const { id } of slots) await ask("survey.remove_slot", { path: { id } });
                    reloadAll();
                },
            });
            onDone();
        });
    }

    return (
        <Dialog title={`${t("do.survey.add_slots")}: ${centre.name}`} onClose={onClose}>
            <Form class="form" within="slots[0]." problem={add.problem} onSubmit={submit}>
                <DateField
                    name="day"
                    required
                    label={t("field.survey.day")}
                    value={text.day}
                    onInput={(day) => set({ day })}
                />
                <div class="form-pair">
                    <TimeField
                        name="from_time"
                        required
                        label={t("field.survey.from_time")}
                        value={text.from}
                        onInput={(from) => set({ from })}
                    />
                    <TimeField
                        name="to_time"
                        required
                        label={t("field.survey.to_time")}
                        value={text.to}
                        onInput={(to) => set({ to })}
                    />
                </div>
                <TextField
                    name="attendance"
                    inputMode="numeric"
                    label={t("field.survey.attendance")}
                    hint={t("field.survey.slot_attendance_hint", { n: centre.attendance })}
                    value={text.attendance}
                    onInput={(attendance) => set({ attendance })}
                />
                <Stepper
                    name="weeks"
                    label={t("field.survey.weeks")}
                    min={1}
                    max={WEEKS_MOST}
                    value={text.weeks}
                    onChange={(weeks) => set({ weeks })}
                />
                <DialogActions busy={add.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
