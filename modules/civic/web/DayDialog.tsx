// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, Select, TextField, TimeField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { today } from "web/words/format";
import { t } from "web/words/words";
import { hoursText } from "./civicText";
import type { Day, Project } from "./types";

const LENGTHS = [60, 90, 120, 150, 180, 210, 240, 300, 360, 420, 480];

interface DayDialogProps {
    project: Project;
    // Without one, a new day.
    day: Day | undefined;
    onClose: () => void;
    reload: () => Promise<void>;
}

export function DayDialog({ project, day, onClose, reload }: DayDialogProps) {
    const add = useAct("civic.add_day");
    const change = useAct("civic.change_day");
    const [id] = useState(() => day?.id ?? uuid7());
    const [text, setText] = useState({
        day: day?.day ?? today(),
        begins: day?.begins ?? "",
        minutes: String(day?.minutes ?? 180),
        what: day?.what ?? "",
    });
    const edit = (part: Partial<typeof text>) => setText({ ...text, ...part });
    const lengths = LENGTHS.includes(Number(text.minutes))
        ? LENGTHS
        : [Number(text.minutes), ...LENGTHS];

    function finish(words: string, undo?: () => Promise<void>): void {
        onClose();
        say({ text: words, ...(undo && { undo }) });
        void reload();
    }

    function submit(): void {
        const body = {
            day: text.day,
            begins: text.begins || null,
            minutes: Number(text.minutes),
            what: text.what.trim() || null,
        };
        if (day) {
            void change.run({ path: { id }, body }, () => finish(t("page.civic.day_changed")));
            return;
        }
        void add.run({ path: { project: project.id }, body: { id, ...body } }, () =>
            finish(t("page.civic.day_added"), async () => {
                await ask("civic.cancel_day", { path: { id } });
                reloadAll();
            }),
        );
    }

    return (
        <Dialog title={t(day ? "do.civic.change_day" : "do.civic.add_day")} onClose={onClose}>
            <Form class="form" problem={add.problem ?? change.problem} onSubmit={submit}>
                <div class="form-pair">
                    <DateField
                        name="day"
                        required
                        label={t("field.civic.day")}
                        value={text.day}
                        onInput={(chosen) => edit({ day: chosen })}
                    />
                    <TimeField
                        name="begins"
                        label={t("field.civic.begins")}
                        value={text.begins}
                        onInput={(begins) => edit({ begins })}
                    />
                </div>
                <Select
                    name="minutes"
                    required
                    label={t("field.civic.minutes")}
                    hint={t("field.civic.minutes_hint")}
                    options={lengths.map((each) => ({
                        value: String(each),
                        label: hoursText(each),
                    }))}
                    value={text.minutes}
                    onChange={(minutes) => edit({ minutes })}
                />
                <TextField
                    name="what"
                    maxLength={500}
                    label={t("field.civic.what")}
                    value={text.what}
                    onInput={(what) => edit({ what })}
                />
                <DialogActions busy={add.busy || change.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
