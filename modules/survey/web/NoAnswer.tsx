// SPDX-License-Identifier: EUPL-1.2
// Who was asked and did not answer, each with one tap, and its way back. Without them no response
// rate would be true.
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { language, t } from "web/words/words";

// Of whom, and where: what every record of an interview says.
export interface Asked {
    wave: string;
    version: string;
    district: string;
    respondents: string;
    slot?: string;
    unit?: string;
}

interface NoAnswerProps {
    asked: Asked;
    mode: string;
    dispositions: readonly string[];
    // What has to be kept before, such as how many were counted.
    before?: () => Promise<boolean>;
    reload: () => Promise<void>;
}

export function NoAnswer({ asked, mode, dispositions, before, reload }: NoAnswerProps) {
    const record = useAct("survey.record_interview");

    async function tap(disposition: string): Promise<void> {
        if (before && !(await before())) return;
        const id = uuid7();
        const at = new Date().toISOString();
        const body = {
            ...asked,
            id,
            started_at: at,
            ended_at: at,
            // In which nothing was said but no.
            language: language(),
            mode,
            disposition,
        };
        await record.runWith({ byClock: true }, { body }, () => {
            const outcome = labelOf("survey_disposition", disposition);
            say({
                text: t("page.survey.written_down", { outcome }),
                undo: async () => {
                    await ask("survey.withdraw_interview", { path: { id } });
                    await reload();
                },
            });
            void reload();
        });
    }

    return (
        <>
            <h3>{t("page.survey.or_no_answer")}</h3>
            {record.problem && <ProblemAlert problem={record.problem} />}
            <div class="survey-outcomes">
                {dispositions.map((disposition) => (
                    <Button
                        key={disposition}
                        kind="outline"
                        busy={record.busy}
                        onClick={() => void tap(disposition)}
                    >
                        {labelOf("survey_disposition", disposition)}
                    </Button>
                ))}
            </div>
        </>
    );
}
