// SPDX-License-Identifier: EUPL-1.2
// Somebody who came late or left early: how long they were there.
import { useState } from "preact/hooks";
import { Button } from "web/kit/Button";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { Form } from "web/kit/Form";
import { Stepper } from "web/kit/Stepper";
import { t } from "web/words/words";

interface PartProps {
    called: string;
    minutes: number;
    longest: number;
    onSave: (minutes: number) => Promise<boolean>;
}

export function PartOfSession({ called, minutes, longest, onSave }: PartProps) {
    const [isOpen, setOpen] = useState(false);
    const [of, setOf] = useState(minutes);
    const [busy, setBusy] = useState(false);

    async function submit(): Promise<void> {
        setBusy(true);
        await onSave(of);
        setBusy(false);
        setOpen(false);
    }

    return (
        <>
            <Button
                kind="plain"
                label={`${t("do.workshops.part")}: ${called}`}
                onClick={() => {
                    setOf(minutes);
                    setOpen(true);
                }}
            >
                {t("do.workshops.part")}
            </Button>
            {isOpen && (
                <Dialog
                    title={`${t("do.workshops.part")}: ${called}`}
                    onClose={() => setOpen(false)}
                >
                    <Form class="form" problem={null} onSubmit={() => void submit()}>
                        <Stepper
                            name="minutes"
                            label={t("field.workshops.minutes_there")}
                            min={1}
                            max={longest}
                            value={of}
                            onChange={setOf}
                        />
                        <DialogActions busy={busy} onClose={() => setOpen(false)} />
                    </Form>
                </Dialog>
            )}
        </>
    );
}
