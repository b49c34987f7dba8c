// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import type { Plan } from "web/api/acts";
import { options } from "web/api/vocabulary";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, Select, TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { t } from "web/words/words";

interface ActionFormProps {
    goal: string;
    onClose: () => void;
    onChanged: (plan: Plan) => void;
}

export function ActionForm({ goal, onClose, onChanged }: ActionFormProps) {
    const add = useAct("cases.add_action");
    const [id] = useState(uuid7);
    const [wish, setWish] = useState({
        words: "",
        told: "",
        doer: "TOGETHER",
        intervention: "",
        due_on: "",
    });
    const change = (part: Partial<typeof wish>) => setWish({ ...wish, ...part });

    function submit(): void {
        const body = {
            id,
            words: wish.words.trim(),
            told: wish.told.trim() || null,
            doer: wish.doer,
            intervention: wish.intervention || null,
            due_on: wish.due_on || null,
        };
        void add.run({ path: { goal }, body }, (plan) => {
            say({ text: t("page.cases.plan_saved") });
            onChanged(plan);
        });
    }

    return (
        <Dialog title={t("do.cases.add_action")} onClose={onClose}>
            <Form class="form" problem={add.problem} onSubmit={submit}>
                <TextArea
                    name="words"
                    required
                    label={t("field.cases.action_words")}
                    value={wish.words}
                    onInput={(words) => change({ words })}
                />
                <TextArea
                    name="told"
                    label={t("field.cases.told")}
                    hint={t("field.cases.told_hint")}
                    value={wish.told}
                    onInput={(told) => change({ told })}
                />
                <ChooseOne
                    name="doer"
                    always
                    label={t("field.cases.doer")}
                    options={options("action_doer")}
                    value={wish.doer}
                    onChange={(doer) => change({ doer })}
                />
                <Select
                    name="intervention"
                    label={t("field.cases.intervention")}
                    options={options("intervention")}
                    empty={t("web.not_recorded")}
                    value={wish.intervention}
                    onChange={(intervention) => change({ intervention })}
                />
                <DateField
                    name="due_on"
                    label={t("field.cases.due_on")}
                    value={wish.due_on}
                    onInput={(due_on) => change({ due_on })}
                />
                <DialogActions busy={add.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
