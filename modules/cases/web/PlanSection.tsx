// SPDX-License-Identifier: EUPL-1.2
// The plan of a case: what the person wants, the goals, who does what by when.
import { useState } from "preact/hooks";
import type { Case, Plan } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { EmptyState } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { saveFile } from "web/kit/saveFile";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import { SheetChoice } from "modules/directory/web/SheetChoice";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { GoalCard } from "./GoalCard";
import { GoalForm } from "./GoalForm";
import { goesOn } from "./openings";
import { PlanForm } from "./PlanForm";

export function PlanSection({ known }: { known: Case }) {
    const found = useQuery("cases.get_plan", { path: { case: known.id } });
    // Its actions answer what stands elsewhere on the page.
    const changed = (plan: Plan) => {
        found.set(plan);
        reloadAll();
    };
    const isOpen = goesOn(known);
    return (
        <section class="section">
            <h2>{t("page.cases.plan")}</h2>
            <Show of={found}>
                {(plan) => <Shown plan={plan} isOpen={isOpen} onChanged={changed} />}
            </Show>
        </section>
    );
}

export interface PlanProps {
    plan: Plan;
    isOpen: boolean;
    onChanged: (plan: Plan) => void;
}

function Shown(props: PlanProps) {
    const { plan, isOpen, onChanged } = props;
    const session = useSession();
    const [asking, setAsking] = useState<"plan" | "goal">();
    const mayWrite = isOpen && may(session, "cases.write_plan");
    const goals = plan.goals.filter(({ cancelled }) => !cancelled);
    const changed = (now: Plan) => {
        setAsking(undefined);
        onChanged(now);
    };
    return (
        <>
            {plan.version === 0 ? (
                <EmptyState title={t("page.cases.no_plan")}>
                    <p>{t("page.cases.no_plan_hint")}</p>
                </EmptyState>
            ) : (
                <About plan={plan} />
            )}
            {mayWrite && (
                <div class="form-actions">
                    <Button kind="outline" onClick={() => setAsking("plan")}>
                        {t("do.cases.write_plan")}
                    </Button>
                    <Button kind="outline" onClick={() => setAsking("goal")}>
                        {t("do.cases.add_goal")}
                    </Button>
                </div>
            )}
            <Approval {...props} />
            {plan.version > 0 && (
                <>
                    <h3>{t("page.cases.goals")}</h3>
                    {goals.length === 0 && <EmptyState title={t("page.cases.no_goals")} />}
                    {goals.map((goal) => (
                        <GoalCard
                            key={goal.id}
                            goal={goal}
                            mayChange={mayWrite}
                            onChanged={onChanged}
                        />
                    ))}
                    <Sheet plan={plan} />
                </>
            )}
            {asking === "plan" && (
                <PlanForm plan={plan} onClose={() => setAsking(undefined)} onChanged={changed} />
            )}
            {asking === "goal" && (
                <GoalForm
                    caseId={plan.case}
                    onClose={() => setAsking(undefined)}
                    onChanged={changed}
                />
            )}
        </>
    );
}

function About({ plan }: { plan: Plan }) {
    const agreed = plan.agreed_on
        ? t("page.cases.agreed", {
              day: formatDay(plan.agreed_on),
              how: labelOf("plan_agreement", plan.agreed_how).toLocaleLowerCase(),
          })
        : t("page.cases.not_agreed");
    return (
        <Facts>
            <Fact rare name={t("field.cases.own_words")}>
                {plan.own_words && <span dir="auto">{plan.own_words}</span>}
            </Fact>
            <Fact name={t("field.cases.agreed_how")}>{agreed}</Fact>
            <Fact rare name={t("field.cases.review_on")}>
                {plan.review_on && formatDay(plan.review_on)}
            </Fact>
        </Facts>
    );
}

// By who coordinates; whoever writes sees whether it was given.
function Approval({ plan, isOpen, onChanged }: PlanProps) {
    const session = useSession();
    const approve = useAct("cases.approve_plan");
    const withdraw = useAct("cases.withdraw_approval");
    const path = { case: plan.case };
    const problem = approve.problem ?? withdraw.problem;
    if (plan.version === 0) return null;
    return (
        <>
            {problem && <ProblemAlert problem={problem} />}
            <p>
                {plan.approved_on
                    ? t("page.cases.approved", {
                          day: formatDay(plan.approved_on),
                          name: plan.approved_by_name ?? "",
                      })
                    : t("page.cases.not_approved")}
            </p>
            {isOpen && may(session, "cases.approve_plan") && (
                <div class="form-actions">
                    {plan.approved_on ? (
                        <Button
                            kind="plain"
                            icon="undo"
                            busy={withdraw.busy}
                            onClick={() => void withdraw.run({ path }, onChanged)}
                        >
                            {t("do.cases.withdraw_approval")}
                        </Button>
                    ) : (
                        <Button
                            busy={approve.busy}
                            onClick={() =>
                                void approve.run({ path }, (now) => {
                                    say({ text: t("page.cases.plan_saved") });
                                    onChanged(now);
                                })
                            }
                        >
                            {t("do.cases.approve")}
                        </Button>
                    )}
                </div>
            )}
        </>
    );
}

function Sheet({ plan }: { plan: Plan }) {
    const print = useAct("cases.print_plan");
    const path = { case: plan.case };
    return (
        <>
            <h3>{t("page.cases.plan_sheet")}</h3>
            <p>{t("page.cases.plan_sheet_hint")}</p>
            <SheetChoice
                busy={print.busy}
                problem={print.problem}
                onPrint={(language) =>
                    void print.run({ path, query: { language } }, (file) =>
                        saveFile(file, `progetto-${language}.pdf`),
                    )
                }
            />
        </>
    );
}
