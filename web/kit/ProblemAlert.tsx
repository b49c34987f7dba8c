// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from "web/api/problem";
import { t } from "web/words/words";
import { Alert } from "./Alert";
import { Button } from "./Button";
import { wordedProblem } from "./problemWords";

interface ProblemAlertProps {
    problem: Problem;
    retry?: () => void;
}

// A problem that no field is to blame for.
export function ProblemAlert({ problem, retry }: ProblemAlertProps) {
    return (
        <Alert kind={problem.isPassing ? "warning" : "danger"} title={wordedProblem(problem)}>
            {retry && problem.isPassing && (
                <Button kind="outline" onClick={retry}>
                    {t("web.try_again")}
                </Button>
            )}
        </Alert>
    );
}
