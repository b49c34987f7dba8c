// SPDX-License-Identifier: EUPL-1.2
// How a referral between cities ends: nothing is closed or withdrawn without a coded outcome.
import { useState } from "preact/hooks";
import type { Problem } from "web/api/problem";
import { labelOf } from "web/api/vocabulary";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { Select, TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { t } from "web/words/words";

interface OutcomeDialogProps {
    title: string;
    outcomes: string[];
    // Whether there is something to say beside it.
    withWords?: boolean;
    busy: boolean;
    problem: Problem | null;
    onSave: (wish: { outcome: string; words: string | null }) => void;
    onClose: () => void;
}

export function OutcomeDialog(props: OutcomeDialogProps) {
    const { title, outcomes, withWords = false, busy, problem, onSave, onClose } = props;
    const [outcome, setOutcome] = useState("");
    const [words, setWords] = useState("");
    return (
        <Dialog title={title} onClose={onClose}>
            <Form
                class="form"
                problem={problem}
                onSubmit={() => onSave({ outcome, words: words.trim() || null })}
            >
                <Select
                    name="outcome"
                    required
                    label={t("field.handovers.outcome")}
                    options={outcomes.map((code) => ({
                        value: code,
                        label: labelOf("referral_outcome", code),
                    }))}
                    empty={t("web.not_recorded")}
                    value={outcome}
                    onChange={setOutcome}
                />
                {withWords && (
                    <TextArea
                        name="words"
                        label={t("field.handovers.words")}
                        hint={t("field.referrals.words_hint")}
                        value={words}
                        onInput={setWords}
                    />
                )}
                <DialogActions busy={busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
