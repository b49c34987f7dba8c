// SPDX-License-Identifier: EUPL-1.2
// The steps that may be taken now: one tap each, or a question where one needs an outcome.
import { useState } from "preact/hooks";
import type { ReferralNextStep } from "web/api/acts";
import type { Problem } from "web/api/problem";
import { Button, type ButtonKind } from "web/kit/Button";
import { Dialog } from "web/kit/Dialog";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { OutcomeForm, type OutcomeWish } from "./OutcomeForm";

interface NextStepsProps {
    next: ReferralNextStep[];
    // What the last step has said already.
    known?: string | null | undefined;
    busy: boolean;
    problem: Problem | null;
    wordOf: (what: string) => string;
    kindOf: (what: string) => ButtonKind;
    // Of an outcome; a guest has no vocabularies.
    outcomeOf?: (code: string) => string;
    // Calls `done` once it has been written down.
    onTake: (what: string, outcome: OutcomeWish | undefined, done: () => void) => void;
}

export function NextSteps(props: NextStepsProps) {
    const { next, known, busy, problem, wordOf, kindOf, outcomeOf, onTake } = props;
    const [asking, setAsking] = useState<ReferralNextStep>();
    const close = () => setAsking(undefined);
    return (
        <>
            {problem && !asking && <ProblemAlert problem={problem} />}
            <div class="form-actions">
                {next.map((step) => (
                    <Button
                        key={step.what}
                        kind={kindOf(step.what)}
                        busy={busy}
                        onClick={() =>
                            step.outcomes.length > 0
                                ? setAsking(step)
                                : onTake(step.what, undefined, close)
                        }
                    >
                        {wordOf(step.what)}
                    </Button>
                ))}
            </div>
            {asking && (
                <Dialog title={wordOf(asking.what)} onClose={close}>
                    <OutcomeForm
                        step={asking}
                        known={known}
                        busy={busy}
                        problem={problem}
                        {...(outcomeOf && { wordOf: outcomeOf })}
                        onSave={(wish) => onTake(asking.what, wish, close)}
                        onClose={close}
                    />
                </Dialog>
            )}
        </>
    );
}
