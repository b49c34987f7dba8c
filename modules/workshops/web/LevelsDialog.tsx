// SPDX-License-Identifier: EUPL-1.2
// The level of Italian at the start of a course and at its end.
import { useState } from "preact/hooks";
import { options } from "web/api/vocabulary";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { say } from "web/shell/notices";
import { t } from "web/words/words";
import type { Enrolment } from "./types";

interface LevelsProps {
    enrolment: Enrolment;
    onClose: () => void;
    onDone: () => void;
}

export function LevelsDialog({ enrolment, onClose, onDone }: LevelsProps) {
    const set = useAct("workshops.set_levels");
    const [entry, setEntry] = useState(enrolment.entry_level ?? "");
    const [exit, setExit] = useState(enrolment.exit_level ?? "");

    function submit(): void {
        const body = { entry_level: entry || null, exit_level: exit || null };
        void set.run({ path: { id: enrolment.id }, body }, () => {
            say({ text: t("page.workshops.levels_written") });
            onDone();
        });
    }

    return (
        <Dialog title={t("do.workshops.levels")} onClose={onClose}>
            <Form class="form" problem={set.problem} onSubmit={submit}>
                <ChooseOne
                    name="entry_level"
                    label={t("field.workshops.entry_level")}
                    options={options("cefr_level")}
                    value={entry}
                    onChange={setEntry}
                />
                <ChooseOne
                    name="exit_level"
                    label={t("field.workshops.exit_level")}
                    options={options("cefr_level")}
                    value={exit}
                    onChange={setExit}
                />
                <DialogActions busy={set.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
