// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import type { Plan, PlanGoal } from "web/api/acts";
import { options } from "web/api/vocabulary";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, Select, TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { useSession } from "web/shell/session";
import { daysLater, today } from "web/words/format";
import { t } from "web/words/words";

const A_MONTH = 30;

interface GoalFormProps {
    // One that is corrected, or the case to which one is added.
    goal?: PlanGoal;
    caseId: string;
    onClose: () => void;
    onChanged: (plan: Plan) => void;
}

export function GoalForm({ goal, caseId, onClose, onChanged }: GoalFormProps) {
    const session = useSession();
    const add = useAct("cases.add_goal");
    const correct = useAct("cases.change_goal");
    const [id] = useState(uuid7);
    const [wish, setWish] = useState({
        area: goal?.area ?? "",
        words: goal?.words ?? "",
        told: goal?.told ?? "",
        due_on: goal?.due_on ?? daysLater(today(), A_MONTH),
    });
    const change = (part: Partial<typeof wish>) => setWish({ ...wish, ...part });
    const saved = (plan: Plan) => {
        say({ text: t("page.cases.plan_saved") });
        onChanged(plan);
    };

    function submit(): void {
        const body = {
            ...wish,
            words: wish.words.trim(),
            told: wish.told.trim() || null,
            responsible: goal?.responsible ?? session.account,
        };
        if (goal) void correct.run({ path: { id: goal.id }, body }, saved);
        else void add.run({ path: { case: caseId }, body: { ...body, id } }, saved);
    }

    return (
        <Dialog
            title={goal ? t("act.cases.change_goal") : t("do.cases.add_goal")}
            onClose={onClose}
        >
            <Form class="form" problem={add.problem ?? correct.problem} onSubmit={submit}>
                <Select
                    name="area"
                    required
                    label={t("field.cases.area")}
                    options={options("referral_area")}
                    empty={t("web.not_recorded")}
                    value={wish.area}
                    onChange={(area) => change({ area })}
                />
                <TextArea
                    name="words"
                    required
                    label={t("field.cases.goal_words")}
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
                <DateField
                    name="due_on"
                    required
                    label={t("field.cases.due_on")}
                    value={wish.due_on}
                    onInput={(due_on) => change({ due_on })}
                />
                <DialogActions busy={add.busy || correct.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
