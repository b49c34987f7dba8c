// SPDX-License-Identifier: EUPL-1.2
// What happened, as somebody who works here has heard it.
import type { Referral } from "web/api/acts";
import { ask } from "web/api/client";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { t, type Word } from "web/words/words";
import { NextSteps } from "./NextSteps";

interface StepSectionProps {
    referral: Referral;
    onChanged: (referral: Referral) => void;
}

export function StepSection({ referral, onChanged }: StepSectionProps) {
    const session = useSession();
    const record = useAct("referrals.record_step");
    if (referral.next.length === 0 || !may(session, "referrals.record_step")) return null;

    function take(what: string, outcome: object | undefined, done: () => void): void {
        const id = uuid7();
        const body = { id, what, ...outcome };
        void record.run({ path: { referral: referral.id }, body }, (changed) => {
            done();
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
            <NextSteps
                next={referral.next}
                known={referral.outcome}
                busy={record.busy}
                problem={record.problem}
                wordOf={(what) => t(`do.referrals.step.${what}` as Word)}
                kindOf={(what) => (what === "revoked" ? "plain" : "outline")}
                onTake={take}
            />
        </section>
    );
}
