// SPDX-License-Identifier: EUPL-1.2
// Whose a slot or a unit is: chosen in its row, saved at once, with its way back.
import { ask } from "web/api/client";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { t } from "web/words/words";
import type { Plan } from "./types";

interface ChooseInterviewerProps {
    act: "survey.set_interviewer" | "survey.set_unit_interviewer";
    thing: { id: string; interviewer?: string | null; interviewer_name?: string | null };
    name: string;
    interviewers: Plan["interviewers"];
    isOpen: boolean;
    reload: () => Promise<void>;
}

export function ChooseInterviewer(props: ChooseInterviewerProps) {
    const { act, thing, name, interviewers, isOpen, reload } = props;
    const set = useAct(act);
    const path = { id: thing.id };
    if (!isOpen) return <bdi>{thing.interviewer_name ?? "–"}</bdi>;

    function choose(account: string): void {
        void set.run({ path, body: { interviewer: account || null } }, () => {
            say({
                text: t("page.survey.interviewer_set"),
                undo: async () => {
                    const body = { interviewer: thing.interviewer ?? null };
                    await ask(act, { path, body });
                    reloadAll();
                },
            });
            void reload();
        });
    }
    return (
        <>
            <select
                class="form-control form-choice"
                aria-label={`${t("page.survey.interviewer")}: ${name}`}
                value={thing.interviewer ?? ""}
                onChange={(event) => choose(event.currentTarget.value)}
            >
                <option value="">{t("page.survey.nobody")}</option>
                {interviewers.map(({ account, name: called }) => (
                    <option key={account} value={account}>
                        {called}
                    </option>
                ))}
            </select>
            {set.problem && <ProblemAlert problem={set.problem} />}
        </>
    );
}
