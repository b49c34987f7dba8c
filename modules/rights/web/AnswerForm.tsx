// SPDX-License-Identifier: EUPL-1.2
// What the person was answered; where not everything was granted, why.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { options } from "web/api/vocabulary";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, Select, TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { today } from "web/words/format";
import { t } from "web/words/words";
import type { RightsRequest } from "./types";

interface AnswerFormProps {
    request: RightsRequest;
    onClose: () => void;
    onChanged: (request: RightsRequest) => void;
}

export function AnswerForm({ request, onClose, onChanged }: AnswerFormProps) {
    const answer = useAct("rights.answer_request");
    const [text, setText] = useState({
        outcome: "",
        refusal: "",
        answered_on: today(),
        note: "",
    });
    const change = (part: Partial<typeof text>) => setText({ ...text, ...part });
    const path = { id: request.id };
    const notWholly = text.outcome !== "" && text.outcome !== "GRANTED";

    function submit(): void {
        const body = {
            ...text,
            refusal: notWholly ? text.refusal || null : null,
            note: text.note.trim() || null,
        };
        void answer.run({ path, body }, (changed) => {
            say({
                text: t("page.rights.answered_now"),
                undo: async () => {
                    await ask("rights.withdraw_answer", { path });
                    reloadAll();
                },
            });
            onChanged(changed);
        });
    }

    return (
        <Dialog title={t("do.rights.answer")} onClose={onClose}>
            <Form class="form" problem={answer.problem} onSubmit={submit}>
                <ChooseOne
                    name="outcome"
                    required
                    label={t("field.rights.outcome")}
                    options={options("rights_outcome")}
                    value={text.outcome}
                    onChange={(outcome) => change({ outcome })}
                />
                {notWholly && (
                    <Select
                        name="refusal"
                        required
                        label={t("field.rights.refusal")}
                        options={options("rights_refusal")}
                        empty={t("page.rights.choose")}
                        value={text.refusal}
                        onChange={(refusal) => change({ refusal })}
                    />
                )}
                <DateField
                    name="answered_on"
                    required
                    label={t("field.rights.answered_on")}
                    min={request.received_on}
                    max={today()}
                    value={text.answered_on}
                    onInput={(answered_on) => change({ answered_on })}
                />
                <TextArea
                    name="note"
                    label={t("field.rights.note")}
                    value={text.note}
                    onInput={(note) => change({ note })}
                />
                <DialogActions busy={answer.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
