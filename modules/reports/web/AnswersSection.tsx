// SPDX-License-Identifier: EUPL-1.2
// What the reporter is told: one of the network's answers, which the public page says in the
// reporter's language, and a few words if needed.
import { useState } from "preact/hooks";
import type { Report, ReportSheet } from "web/api/acts";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Badge } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { formatInstant } from "web/words/format";
import { count, t } from "web/words/words";

interface AnswersSectionProps {
    report: Report;
    // Absent where the reader may answer, but not read what was answered before.
    answers?: ReportSheet["answers"];
    reload: () => Promise<void>;
}

export function AnswersSection({ report, answers, reload }: AnswersSectionProps) {
    const session = useSession();
    const withdraw = useAct("reports.withdraw_answer");
    const mayAnswer = may(session, "reports.answer_reporter");
    if (!answers && !mayAnswer) return null;
    return (
        <section class="section">
            <h2>{t("page.reports.answers")}</h2>
            {withdraw.problem && <ProblemAlert problem={withdraw.problem} />}
            {answers?.length === 0 && <p>{t("page.reports.no_answer")}</p>}
            <ul class="report-answers" aria-label={t("page.reports.answers")}>
                {(answers ?? []).map((answer) => (
                    <li key={answer.id}>
                        <p>
                            {labelOf("report_answer", answer.code)}{" "}
                            {answer.withdrawn && <Badge>{t("page.reports.withdrawn")}</Badge>}
                        </p>
                        {answer.words && <p dir="auto">{answer.words}</p>}
                        <p class="field-hint">
                            {`${answer.given_by_name} · ${formatInstant(answer.given_at)}`}
                        </p>
                        {mayAnswer && !answer.withdrawn && (
                            <Button
                                kind="plain"
                                icon="undo"
                                busy={withdraw.busy}
                                onClick={() =>
                                    void withdraw.run({ path: { id: answer.id } }, () => {
                                        say({ text: t("page.reports.answer_withdrawn") });
                                        void reload();
                                    })
                                }
                            >
                                {t("do.reports.withdraw_answer")}
                            </Button>
                        )}
                    </li>
                ))}
            </ul>
            {mayAnswer && !report.lead && <NewAnswer report={report} reload={reload} />}
        </section>
    );
}

function NewAnswer({ report, reload }: Omit<AnswersSectionProps, "answers">) {
    const answer = useAct("reports.answer_reporter");
    const [wish, setWish] = useState(() => ({ id: uuid7(), code: "", words: "" }));

    function submit(): void {
        const body = {
            id: wish.id,
            report: report.id,
            code: wish.code,
            words: wish.words.trim() || null,
        };
        void answer.run({ body }, () => {
            setWish({ id: uuid7(), code: "", words: "" });
            say({ text: t("page.reports.answered") });
            void reload();
        });
    }

    return (
        <Form
            class="form"
            label={t("page.reports.answers")}
            problem={answer.problem}
            onSubmit={submit}
        >
            <p class="field-hint">
                {t("page.reports.answers_hint")}{" "}
                {report.grouped > 0 && count("page.reports.answer_to_all", report.grouped)}
            </p>
            <ChooseOne
                name="code"
                required
                label={t("field.reports.answer")}
                options={options("report_answer")}
                value={wish.code}
                onChange={(code) => setWish({ ...wish, code })}
            />
            <TextArea
                name="words"
                rows={2}
                label={t("field.reports.words")}
                value={wish.words}
                onInput={(words) => setWish({ ...wish, words })}
            />
            <div class="form-actions">
                <Button submit kind="outline" busy={answer.busy}>
                    {t("do.reports.answer")}
                </Button>
            </div>
        </Form>
    );
}
