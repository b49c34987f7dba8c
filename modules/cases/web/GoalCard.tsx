// SPDX-License-Identifier: EUPL-1.2
// A goal, what is done for it, and how it ended.
import { useState } from "preact/hooks";
import type { Plan, PlanAction, PlanGoal } from "web/api/acts";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Badge } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { formatDay, today } from "web/words/format";
import { t } from "web/words/words";
import { ActionForm } from "./ActionForm";
import { GoalForm } from "./GoalForm";
import "./cases.scss";

interface GoalCardProps {
    goal: PlanGoal;
    mayChange: boolean;
    onChanged: (plan: Plan) => void;
}

const OUTCOME_KINDS = { "1": "danger", "2": "warning", "3": "success" } as const;

export function GoalCard({ goal, mayChange, onChanged }: GoalCardProps) {
    const cancel = useAct("cases.cancel_goal");
    const judge = useAct("cases.judge_goal");
    const [asking, setAsking] = useState<"goal" | "action" | "outcome">();
    const path = { id: goal.id };
    const isLate = !goal.outcome && goal.due_on < today();
    const changed = (plan: Plan) => {
        setAsking(undefined);
        onChanged(plan);
    };
    const close = () => setAsking(undefined);

    function remove(): void {
        void cancel.run({ path }, (plan) => {
            say({
                text: t("page.cases.goal_removed"),
                undo: async () => {
                    await ask("cases.restore_goal", { path });
                    reloadAll();
                },
            });
            onChanged(plan);
        });
    }

    return (
        <div class="plan-goal">
            <h4 dir="auto">{goal.words}</h4>
            <p>
                <Badge>{labelOf("referral_area", goal.area)}</Badge>
                {goal.outcome && (
                    <Badge kind={OUTCOME_KINDS[goal.outcome as "1" | "2" | "3"]}>
                        {labelOf("goal_outcome", goal.outcome)}
                    </Badge>
                )}
                {isLate && <Badge kind="danger">{t("page.cases.goal_late")}</Badge>}{" "}
                {t("page.cases.goal_by", {
                    day: formatDay(goal.due_on),
                    name: goal.responsible_name,
                })}
            </p>
            {goal.told && <p dir="auto">{goal.told}</p>}
            {goal.outcome_note && <p dir="auto">{goal.outcome_note}</p>}
            {cancel.problem && <ProblemAlert problem={cancel.problem} />}
            {judge.problem && asking !== "outcome" && <ProblemAlert problem={judge.problem} />}
            <Actions goal={goal} mayChange={mayChange && !goal.outcome} onChanged={onChanged} />
            {mayChange && (
                <div class="form-actions">
                    {goal.outcome ? (
                        <Button
                            kind="plain"
                            icon="undo"
                            busy={judge.busy}
                            onClick={() => void judge.run({ path, body: {} }, onChanged)}
                        >
                            {t("do.cases.reopen_goal")}
                        </Button>
                    ) : (
                        <>
                            <Button kind="outline" onClick={() => setAsking("outcome")}>
                                {t("do.cases.judge")}
                            </Button>
                            <Button kind="outline" onClick={() => setAsking("action")}>
                                {t("do.cases.add_action")}
                            </Button>
                            <Button kind="plain" onClick={() => setAsking("goal")}>
                                {t("web.change")}
                            </Button>
                            <Button kind="plain" busy={cancel.busy} onClick={remove}>
                                {t("do.cases.remove")}
                            </Button>
                        </>
                    )}
                </div>
            )}
            {asking === "goal" && (
                <GoalForm goal={goal} caseId={goal.case} onClose={close} onChanged={changed} />
            )}
            {asking === "action" && (
                <ActionForm goal={goal.id} onClose={close} onChanged={changed} />
            )}
            {asking === "outcome" && (
                <Dialog title={t("do.cases.judge")} onClose={close}>
                    <Judging
                        busy={judge.busy}
                        problem={judge.problem}
                        onClose={close}
                        onSave={(body) =>
                            void judge.run({ path, body }, (plan) => {
                                say({ text: t("page.cases.goal_judged") });
                                changed(plan);
                            })
                        }
                    />
                </Dialog>
            )}
        </div>
    );
}

interface JudgingProps {
    busy: boolean;
    problem: ReturnType<typeof useAct>["problem"];
    onClose: () => void;
    onSave: (body: { outcome: string; note: string | null }) => void;
}

function Judging({ busy, problem, onClose, onSave }: JudgingProps) {
    const [outcome, setOutcome] = useState("3");
    const [note, setNote] = useState("");
    return (
        <Form
            class="form"
            problem={problem}
            onSubmit={() => onSave({ outcome, note: note.trim() || null })}
        >
            <ChooseOne
                name="outcome"
                always
                label={t("field.cases.outcome")}
                options={options("goal_outcome")}
                value={outcome}
                onChange={setOutcome}
            />
            <TextArea
                name="note"
                label={t("field.cases.outcome_note")}
                value={note}
                onInput={setNote}
            />
            <DialogActions busy={busy} onClose={onClose} />
        </Form>
    );
}

function Actions({ goal, mayChange, onChanged }: GoalCardProps) {
    const standing = goal.actions.filter(({ cancelled }) => !cancelled);
    if (standing.length === 0) return null;
    return (
        <ul class="plain-list">
            {standing.map((action) => (
                <li key={action.id}>
                    <Line action={action} mayChange={mayChange} onChanged={onChanged} />
                </li>
            ))}
        </ul>
    );
}

interface LineProps {
    action: PlanAction;
    mayChange: boolean;
    onChanged: (plan: Plan) => void;
}

function Line({ action, mayChange, onChanged }: LineProps) {
    const change = useAct("cases.change_action");
    const cancel = useAct("cases.cancel_action");
    const path = { id: action.id };
    const { words, told, doer, intervention, due_on, done_on } = action;
    const problem = change.problem ?? cancel.problem;

    function mark(): void {
        const body = { words, told, doer, intervention, due_on, done_on: done_on ? null : today() };
        void change.run({ path, body }, onChanged);
    }

    function remove(): void {
        void cancel.run({ path }, (plan) => {
            say({
                text: t("page.cases.action_removed"),
                undo: async () => {
                    await ask("cases.restore_action", { path });
                    reloadAll();
                },
            });
            onChanged(plan);
        });
    }

    return (
        <>
            {problem && <ProblemAlert problem={problem} />}
            <span dir="auto">{words}</span>
            {` · ${labelOf("action_doer", doer)}`}
            {due_on && ` · ${t("page.cases.action_by", { day: formatDay(due_on) })}`}
            {done_on && ` · ${t("page.cases.action_done", { day: formatDay(done_on) })}`}
            {mayChange && (
                <span class="line-actions">
                    <Button
                        kind="plain"
                        busy={change.busy}
                        label={`${t(done_on ? "do.cases.not_done" : "do.cases.done")}: ${words}`}
                        onClick={mark}
                    >
                        {t(done_on ? "do.cases.not_done" : "do.cases.done")}
                    </Button>
                    <Button
                        kind="plain"
                        busy={cancel.busy}
                        label={`${t("do.cases.remove")}: ${words}`}
                        onClick={remove}
                    >
                        {t("do.cases.remove")}
                    </Button>
                </span>
            )}
        </>
    );
}
