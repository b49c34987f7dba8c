// SPDX-License-Identifier: EUPL-1.2
// How a visit ended: one choice, and a note if one is needed.
import { useState } from "preact/hooks";
import { options } from "web/api/vocabulary";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { t } from "web/words/words";
import type { Visit } from "./types";
import type { Steps } from "./useSteps";
import { whoOf } from "./visitText";

interface EndDialogProps {
    visit: Visit;
    steps: Steps;
    onClose: () => void;
}

export function EndDialog({ visit, steps, onClose }: EndDialogProps) {
    const [outcome, setOutcome] = useState("SERVED");
    const [note, setNote] = useState(visit.note ?? "");
    return (
        <Dialog
            title={t("page.desk.how_ended", { number: String(visit.number ?? whoOf(visit)) })}
            onClose={onClose}
        >
            <Form
                class="form"
                problem={steps.problem}
                onSubmit={() => steps.end(visit, outcome, note, onClose)}
            >
                <ChooseOne
                    name="outcome"
                    always
                    label={t("field.desk.outcome")}
                    options={options("visit_outcome").filter(({ value }) => value !== "NOT_COME")}
                    value={outcome}
                    onChange={setOutcome}
                />
                <TextArea
                    name="note"
                    label={t("field.desk.note")}
                    hint={t("field.desk.note_hint")}
                    value={note}
                    onInput={setNote}
                />
                <DialogActions busy={steps.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
