// SPDX-License-Identifier: EUPL-1.2
// What is asked with a step that ends something: how, and whatever else the next one must know.
import { useState } from "preact/hooks";
import type { ReferralNextStep } from "web/api/acts";
import type { Problem } from "web/api/problem";
import { labelOf } from "web/api/vocabulary";
import { DialogActions } from "web/kit/Dialog";
import { DateField, Select, TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { t } from "web/words/words";

export interface OutcomeWish {
    outcome: string;
    until: string | null;
    words: string | null;
}

interface OutcomeFormProps {
    step: ReferralNextStep;
    // What the last step has said already.
    known?: string | null | undefined;
    busy: boolean;
    problem: Problem | null;
    // Of an outcome; a guest has no vocabularies.
    wordOf?: (code: string) => string;
    onSave: (wish: OutcomeWish) => void;
    onClose: () => void;
}

const labelOfOutcome = (code: string) => labelOf("referral_outcome", code);

export function OutcomeForm(props: OutcomeFormProps) {
    const { step, known, busy, problem, wordOf = labelOfOutcome, onSave, onClose } = props;
    const [outcome, setOutcome] = useState(known ?? "");
    const [until, setUntil] = useState("");
    const [words, setWords] = useState("");

    function submit(): void {
        onSave({
            outcome,
            until: outcome === "WAITLISTED" && until ? until : null,
            words: words.trim() || null,
        });
    }

    return (
        <Form class="form" problem={problem} onSubmit={submit}>
            <Select
                name="outcome"
                required
                label={t("field.referrals.outcome")}
                options={step.outcomes.map((code) => ({
                    value: code,
                    label: wordOf(code),
                }))}
                empty={t("web.not_recorded")}
                value={outcome}
                onChange={setOutcome}
            />
            {outcome === "WAITLISTED" && (
                <DateField
                    name="until"
                    label={t("field.referrals.until")}
                    value={until}
                    onInput={setUntil}
                />
            )}
            <TextArea
                name="words"
                label={t("field.referrals.words")}
                hint={t("field.referrals.words_hint")}
                value={words}
                onInput={setWords}
            />
            <DialogActions busy={busy} onClose={onClose} />
        </Form>
    );
}
