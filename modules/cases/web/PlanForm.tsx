// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import type { Plan } from "web/api/acts";
import { options } from "web/api/vocabulary";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { say } from "web/shell/notices";
import { today } from "web/words/format";
import { t } from "web/words/words";

interface PlanFormProps {
    plan: Plan;
    onClose: () => void;
    onChanged: (plan: Plan) => void;
}

export function PlanForm({ plan, onClose, onChanged }: PlanFormProps) {
    const write = useAct("cases.write_plan");
    const [wish, setWish] = useState({
        own_words: plan.own_words ?? "",
        review_on: plan.review_on ?? "",
        agreed_on: plan.agreed_on ?? "",
        agreed_how: plan.agreed_how ?? "",
    });
    const change = (part: Partial<typeof wish>) => setWish({ ...wish, ...part });

    function submit(): void {
        const body = {
            base: plan.version,
            own_words: wish.own_words.trim() || null,
            review_on: wish.review_on || null,
            agreed_on: wish.agreed_on || null,
            agreed_how: wish.agreed_how || null,
        };
        void write.run({ path: { case: plan.case }, body }, (now) => {
            say({ text: t("page.cases.plan_saved") });
            onChanged(now);
        });
    }

    return (
        <Dialog title={t("do.cases.write_plan")} onClose={onClose}>
            <Form class="form" problem={write.problem} onSubmit={submit}>
                <TextArea
                    name="own_words"
                    label={t("field.cases.own_words")}
                    value={wish.own_words}
                    onInput={(own_words) => change({ own_words })}
                />
                <DateField
                    name="review_on"
                    label={t("field.cases.review_on")}
                    value={wish.review_on}
                    onInput={(review_on) => change({ review_on })}
                />
                <ChooseOne
                    name="agreed_how"
                    label={t("field.cases.agreed_how")}
                    options={options("plan_agreement")}
                    value={wish.agreed_how}
                    onChange={(agreed_how) =>
                        change({
                            agreed_how,
                            agreed_on: agreed_how ? wish.agreed_on || today() : "",
                        })
                    }
                />
                {wish.agreed_how && (
                    <DateField
                        name="agreed_on"
                        label={t("field.cases.agreed_on")}
                        max={today()}
                        value={wish.agreed_on}
                        onInput={(agreed_on) => change({ agreed_on })}
                    />
                )}
                <DialogActions busy={write.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
