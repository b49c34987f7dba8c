// SPDX-License-Identifier: EUPL-1.2
// Takes back what should not have been written, at once; the message offers the way back.
import type { ComponentChildren } from "preact";
import { ask } from "web/api/client";
import { Button } from "web/kit/Button";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { told } from "./told";

type What = "request" | "support" | "instalment" | "upkeep";

interface CancelButtonProps {
    what: What;
    id: string;
    // What the message says.
    said: string;
    children: ComponentChildren;
}

export function CancelButton({ what, id, said, children }: CancelButtonProps) {
    const cancel = useAct(`housing.cancel_${what}`);
    const path = { id };
    const run = () =>
        void cancel.run({ path }, () =>
            told(said, () => ask(`housing.restore_${what}`, { path })),
        );
    return (
        <>
            {cancel.problem && <ProblemAlert problem={cancel.problem} />}
            <Button kind="plain" busy={cancel.busy} onClick={run}>
                {children}
            </Button>
        </>
    );
}
