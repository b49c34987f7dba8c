// SPDX-License-Identifier: EUPL-1.2
import { NO_CONNECTION, type Problem } from "web/api/problem";
import { t } from "web/words/words";

// The server words its own problems; the web words those that it alone has met.
export function wordedProblem(problem: Problem): string {
    if (problem.code === NO_CONNECTION) return t("web.no_connection");
    if (problem.title) return problem.title;
    return problem.status === 503
        ? t("web.unavailable")
        : t("web.failed", { status: problem.status });
}
