// SPDX-License-Identifier: EUPL-1.2
// One answer in own words, with what the asker may do with it.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Badge } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { t } from "web/words/words";
import { type OpenAnswer, type Theme, themeNames } from "./findings";
import { ThemesDialog } from "./ThemesDialog";

interface OpenAnswerCardProps {
    answer: OpenAnswer;
    themes: Theme[];
    onChanged: () => void;
}

export function OpenAnswerCard({ answer, themes, onChanged }: OpenAnswerCardProps) {
    const { pseudonym, state } = answer;
    const [open, setOpen] = useState<"" | "code" | "decide">("");
    const remove = useAct("survey.remove_coding");
    const undo = useAct("survey.undo_decision");
    const path = { id: answer.id };
    const mayCode = state === "TO_CODE" || answer.may_change;
    const mayDecide = state === "DISPUTED" || state === "DECIDED";
    return (
        <article
            class="card"
            aria-label={t("page.survey_findings.answer_of", { pseudonym })}
        >
            <p>
                <strong>{answer.question_label}</strong>
            </p>
            <p class="finding-answer" dir="auto" lang={answer.language}>
                {answer.text}
            </p>
            <p>
                <bdi>{pseudonym}</bdi> · {labelOf("respondent_group", answer.respondents)} ·{" "}
                {labelOf("language", answer.language)}{" "}
                <Badge kind={state === "DISPUTED" ? "warning" : "neutral"}>
                    {labelOf("survey_coding_state", state)}
                </Badge>{" "}
                <Badge kind={answer.quotes ? "success" : "neutral"}>
                    {t(
                        answer.quotes
                            ? "page.survey_findings.may_quote"
                            : "page.survey_findings.no_quote",
                    )}
                </Badge>
            </p>
            <Found answer={answer} themes={themes} />
            {remove.problem && <ProblemAlert problem={remove.problem} />}
            {undo.problem && <ProblemAlert problem={undo.problem} />}
            <div class="form-actions">
                {mayCode && (
                    <Button
                        label={t("page.survey_findings.code_of", { pseudonym })}
                        onClick={() => setOpen("code")}
                    >
                        {t("do.survey.code_answer")}
                    </Button>
                )}
                {answer.may_change && (
                    <Button
                        kind="outline"
                        busy={remove.busy}
                        label={t("page.survey_findings.remove_of", { pseudonym })}
                        onClick={() =>
                            void remove.run({ path }, () => {
                                say({
                                    text: t("page.survey_findings.coding_removed"),
                                    undo: async () => {
                                        await ask("survey.code_answer", {
                                            path,
                                            body: { themes: answer.own },
                                        });
                                        reloadAll();
                                    },
                                });
                                onChanged();
                            })
                        }
                    >
                        {t("do.survey.remove_coding")}
                    </Button>
                )}
                {mayDecide && (
                    <Button
                        label={t("page.survey_findings.decide_of", { pseudonym })}
                        onClick={() => setOpen("decide")}
                    >
                        {t("do.survey.decide_themes")}
                    </Button>
                )}
                {state === "DECIDED" && (
                    <Button
                        kind="outline"
                        busy={undo.busy}
                        label={t("page.survey_findings.undo_of", { pseudonym })}
                        onClick={() =>
                            void undo.run({ path }, () => {
                                say({ text: t("page.survey_findings.decision_undone") });
                                onChanged();
                            })
                        }
                    >
                        {t("do.survey.undo_decision")}
                    </Button>
                )}
            </div>
            {open !== "" && (
                <ThemesDialog
                    answer={answer}
                    themes={themes}
                    decides={open === "decide"}
                    onClose={() => setOpen("")}
                    onDone={() => {
                        setOpen("");
                        onChanged();
                    }}
                />
            )}
        </article>
    );
}

// What was found: one's own, and of both once both have coded.
function Found({ answer, themes }: { answer: OpenAnswer; themes: Theme[] }) {
    const named = (ids: string[]) => ({ themes: themeNames(themes, ids) });
    if (answer.state === "WAITING")
        return <p>{t("page.survey_findings.you_found", named(answer.own))}</p>;
    if (answer.state === "TO_CODE") return null;
    return (
        <>
            {answer.state !== "AGREED" && (
                <>
                    <p>{t("page.survey_findings.first_found", named(answer.first))}</p>
                    <p>{t("page.survey_findings.second_found", named(answer.second))}</p>
                </>
            )}
            {answer.state !== "DISPUTED" && (
                <p>{t("page.survey_findings.agreed_on", named(answer.agreed))}</p>
            )}
        </>
    );
}
