// SPDX-License-Identifier: EUPL-1.2
// What became of a referral that came from another city: it is told there, as it is written here.
import { useEffect, useState } from "preact/hooks";
import type { ReceivedHandover } from "web/api/acts";
import { Button } from "web/kit/Button";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { t, type Word } from "web/words/words";
import { isOpen } from "./HandoversPage";
import { OutcomeDialog } from "./OutcomeDialog";

interface StepsProps {
    one: ReceivedHandover;
    onChanged: (one: ReceivedHandover) => void;
}

// Whoever opens it has seen it, and the other city is told so.
export function NoteSeen({ one, onChanged }: StepsProps) {
    const session = useSession();
    const note = useAct("handovers.record_step");
    const isNews = one.kind === "referral" && one.state === "sent";
    useEffect(() => {
        if (!isNews || !may(session, "handovers.record_step")) return;
        void note.run({ path: { id: one.id }, body: { what: "seen" } }, onChanged);
    }, [one.id]);
    return null;
}

export function ReferralSteps({ one, onChanged }: StepsProps) {
    const session = useSession();
    const record = useAct("handovers.record_step");
    const undo = useAct("handovers.undo_step");
    const [closing, setClosing] = useState<string[]>();
    if (one.kind !== "referral" || isOpen(one) || !may(session, "handovers.record_step")) {
        return null;
    }

    function take(what: string, rest: { outcome?: string; words?: string | null } = {}): void {
        void record.run({ path: { id: one.id }, body: { what, ...rest } }, (now) => {
            setClosing(undefined);
            say({ text: t("page.handovers.noted") });
            onChanged(now);
        });
    }

    const problem = (!closing && record.problem) || undo.problem;
    return (
        <>
            {problem && <ProblemAlert problem={problem} />}
            <div class="form-actions">
                {one.next.map(({ what, outcomes }) => (
                    <Button
                        key={what}
                        kind="outline"
                        busy={record.busy}
                        onClick={() => (outcomes.length > 0 ? setClosing(outcomes) : take(what))}
                    >
                        {t(`do.referrals.step.${what}` as Word)}
                    </Button>
                ))}
                {(one.went || one.outcome) && (
                    <Button
                        kind="plain"
                        busy={undo.busy}
                        onClick={() => void undo.run({ path: { id: one.id } }, onChanged)}
                    >
                        {t("do.handovers.undo")}
                    </Button>
                )}
            </div>
            {closing && (
                <OutcomeDialog
                    title={t("do.referrals.step.closed")}
                    outcomes={closing}
                    withWords
                    busy={record.busy}
                    problem={record.problem}
                    onSave={(wish) => take("closed", wish)}
                    onClose={() => setClosing(undefined)}
                />
            )}
        </>
    );
}
