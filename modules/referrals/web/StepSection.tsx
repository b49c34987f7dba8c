// SPDX-License-Identifier: EUPL-1.2
// What happened, as somebody who works here has heard it: one tap, or a question where it needs an
// outcome.
import { useState } from "preact/hooks";
import type { Referral, ReferralNextStep } from "web/api/acts";
import { ask } from "web/api/client";
import { Button } from "web/kit/Button";
import { Dialog } from "web/kit/Dialog";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { t, type Word } from "web/words/words";
import { OutcomeForm } from "./OutcomeForm";

interface StepSectionProps {
    referral: Referral;
    onChanged: (referral: Referral) => void;
}

const wordOf = (what: string) => t(`do.referrals.step.${what}` as Word);

export function StepSection({ referral, onChanged }: StepSectionProps) {
    const session = useSession();
    const record = useAct("referrals.record_step");
    const [asking, setAsking] = useState<ReferralNextStep>();
    if (referral.next.length === 0 || !may(session, "referrals.record_step")) return null;

    function take(what: string, more: object = {}): void {
        const id = uuid7();
        const body = { id, what, ...more };
        void record.run({ path: { referral: referral.id }, body }, (changed) => {
            setAsking(undefined);
            say({
                text: t("page.referrals.noted"),
                undo: async () => {
                    await ask("referrals.undo_step", { path: { id } });
                    reloadAll();
                },
            });
            onChanged(changed);
        });
    }

    return (
        <section class="section">
            <h2>{t("page.referrals.what_happened")}</h2>
            {record.problem && !asking && <ProblemAlert problem={record.problem} />}
            <div class="form-actions">
                {referral.next.map((step) => (
                    <Button
                        key={step.what}
                        kind={step.what === "revoked" ? "plain" : "outline"}
                        busy={record.busy}
                        onClick={() =>
                            step.outcomes.length > 0 ? setAsking(step) : take(step.what)
                        }
                    >
                        {wordOf(step.what)}
                    </Button>
                ))}
            </div>
            {asking && (
                <Dialog title={wordOf(asking.what)} onClose={() => setAsking(undefined)}>
                    <OutcomeForm
                        step={asking}
                        known={referral.outcome}
                        busy={record.busy}
                        problem={record.problem}
                        onSave={(wish) => take(asking.what, wish)}
                        onClose={() => setAsking(undefined)}
                    />
                </Dialog>
            )}
        </section>
    );
}
