// SPDX-License-Identifier: EUPL-1.2
// Every how many eligible persons one is asked at a place.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { Form } from "web/kit/Form";
import { Stepper } from "web/kit/Stepper";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { t } from "web/words/words";
import type { Slot } from "./types";

interface EveryDialogProps {
    slot: Slot;
    onClose: () => void;
    onDone: () => void;
}

export function EveryDialog({ slot, onClose, onDone }: EveryDialogProps) {
    const set = useAct("survey.set_every");
    const [every, setEvery] = useState(slot.every);
    const path = { id: slot.id };
    function submit(): void {
        void set.run({ path, body: { every } }, () => {
            say({
                text: t("page.survey.every_set"),
                undo: async () => {
                    await ask("survey.set_every", { path, body: { every: slot.every } });
                    reloadAll();
                },
            });
            onDone();
        });
    }
    return (
        <Dialog title={t("do.survey.set_every")} onClose={onClose}>
            <Form class="form" problem={set.problem} onSubmit={submit}>
                <Stepper
                    name="every"
                    label={t("field.survey.every")}
                    hint={t("field.survey.every_hint")}
                    min={1}
                    max={1000}
                    value={every}
                    onChange={setEvery}
                />
                <DialogActions busy={set.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
