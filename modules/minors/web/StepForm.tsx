// SPDX-License-Identifier: EUPL-1.2
// Something was done for a minor. What was on a clock asks for a day and a few words; a step
// towards the best interest also for who took part and whether the minor was heard.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { ChooseOne, ChooseSome } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, Select, TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { today } from "web/words/format";
import { t } from "web/words/words";
import type { MinorFile, StepWish } from "./types";
import { yesAndNo } from "./yesAndNo";

const PROFESSIONS_SHOWN = 7;

interface StepFormProps {
    file: string;
    // A clock whose step was done; without it, any step.
    what?: string;
    onClose: () => void;
    onChanged: (file: MinorFile) => void;
}

function startOf(what: string) {
    return {
        what,
        on: today(),
        took_part: [] as string[],
        heard: "",
        words: "",
        review_on: "",
    };
}
type StepText = ReturnType<typeof startOf>;

function wishOf(id: string, text: StepText): StepWish {
    return {
        ...text,
        id,
        heard: text.heard ? text.heard === "yes" : null,
        words: text.words.trim() || null,
        review_on: text.review_on || null,
    };
}

export function StepForm({ file, what, onClose, onChanged }: StepFormProps) {
    const record = useAct("minors.record_step");
    const [id] = useState(uuid7);
    const [text, setText] = useState(() => startOf(what ?? ""));
    const change = (part: Partial<StepText>) => setText({ ...text, ...part });

    function submit(): void {
        void record.run({ path: { file }, body: wishOf(id, text) }, (changed) => {
            say({
                text: t("page.minors.step_recorded"),
                undo: async () => {
                    await ask("minors.undo_step", { path: { id } });
                    reloadAll();
                },
            });
            onChanged(changed);
        });
    }

    return (
        <Dialog
            title={what ? labelOf("minor_step", what) : t("do.minors.add_step")}
            onClose={onClose}
        >
            <Form class="form" problem={record.problem} onSubmit={submit}>
                {!what && <What value={text.what} onChange={change} />}
                <DateField
                    name="on"
                    required
                    label={t("field.minors.on")}
                    max={today()}
                    value={text.on}
                    onInput={(on) => change({ on })}
                />
                {!what && <How value={text} onChange={change} />}
                <TextArea
                    name="words"
                    label={t("field.minors.words")}
                    hint={t("field.minors.words_hint")}
                    value={text.words}
                    onInput={(words) => change({ words })}
                />
                {!what && (
                    <DateField
                        name="review_on"
                        label={t("field.minors.review_on")}
                        min={text.on}
                        value={text.review_on}
                        onInput={(review_on) => change({ review_on })}
                    />
                )}
                <DialogActions busy={record.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}

interface PartProps<Value> {
    value: Value;
    onChange: (part: Partial<StepText>) => void;
}

// Those towards the best interest first: the others have a button beside their clock.
function What({ value, onChange }: PartProps<string>) {
    const steps = options("minor_step").toSorted(
        (one, other) => Number(other.group === "interest") - Number(one.group === "interest"),
    );
    return (
        <Select
            name="what"
            required
            label={t("field.minors.what")}
            options={steps.map((step) => ({
                ...step,
                group: labelOf("minor_step_group", step.group),
            }))}
            empty={t("page.minors.choose")}
            value={value}
            onChange={(what) => onChange({ what })}
        />
    );
}

function How({ value, onChange }: PartProps<StepText>) {
    return (
        <>
            <ChooseSome
                name="took_part"
                label={t("field.minors.took_part")}
                shown={PROFESSIONS_SHOWN}
                options={options("profession")}
                values={value.took_part}
                onChange={(took_part) => onChange({ took_part })}
            />
            <ChooseOne
                name="heard"
                label={t("field.minors.heard")}
                options={yesAndNo()}
                value={value.heard}
                onChange={(heard) => onChange({ heard })}
            />
        </>
    );
}
