// SPDX-License-Identifier: EUPL-1.2
// What the parts of the section about vulnerabilities share.
import type { Answer, Case, Plan } from "web/api/acts";
import { labelOf, type Option, options } from "web/api/vocabulary";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";

export type Vulnerability = Answer<"cases.add_vulnerability">;
export type VulnerabilityAnswer = Vulnerability["answers"][number];

// What is being written: a new one, or something of one that is there.
export type Asking =
    | { what: "add" }
    | { what: "change" | "end" | "answers"; one: Vulnerability };

export function nameOf({ circumstance }: Vulnerability): string {
    return labelOf("vulnerability", circumstance);
}

// It holds, and nothing answers it.
export function isUnanswered({ answers, ended_on: end, cancelled }: Vulnerability): boolean {
    return answers.length === 0 && !end && !cancelled;
}

export function circumstances(): Option[] {
    return options("vulnerability").map((code) => ({
        ...code,
        group: labelOf("vulnerability_group", code.group),
    }));
}

export function wordsOf({ action, words, code, on }: VulnerabilityAnswer): string {
    if (!action) return `${labelOf("intervention", code)} · ${formatDay(on ?? "")}`;
    const when = on ? t("page.cases.action_done", { day: formatDay(on) }) : "";
    return `${words} · ${when || t("page.cases.answer_to_do")}`;
}

// What may answer: the actions of the goals that stand, and what was done.
export function planned({ goals }: Pick<Plan, "goals">): Option[] {
    return goals
        .filter(({ cancelled }) => !cancelled)
        .flatMap(({ actions }) => actions)
        .filter(({ cancelled }) => !cancelled)
        .map(({ id, words }) => ({ value: id, label: words }));
}

export function done({ interventions }: Pick<Case, "interventions">): Option[] {
    return interventions
        .filter(({ cancelled }) => !cancelled)
        .map(({ id, code, on }) => ({
            value: id,
            label: `${labelOf("intervention", code)} · ${formatDay(on)}`,
        }));
}
