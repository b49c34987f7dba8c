// SPDX-License-Identifier: EUPL-1.2
// Which themes are in an answer: as one finds them oneself, or as it is decided.
import { useState } from "preact/hooks";
import { ChooseSome } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { say } from "web/shell/notices";
import { t } from "web/words/words";
import type { OpenAnswer, Theme } from "./findings";

interface ThemesDialogProps {
    answer: OpenAnswer;
    themes: Theme[];
    decides: boolean;
    onClose: () => void;
    onDone: () => void;
}

export function ThemesDialog({ answer, themes, decides, onClose, onDone }: ThemesDialogProps) {
    const code = useAct("survey.code_answer");
    const decide = useAct("survey.decide_themes");
    const { pseudonym } = answer;
    const [chosen, setChosen] = useState<string[]>(decides ? answer.agreed : answer.own);
    const act = decides ? decide : code;
    function submit(): void {
        const wish = { path: { id: answer.id }, body: { themes: chosen } };
        void act.run(wish, () => {
            say({
                text: t(decides ? "page.survey_findings.decided" : "page.survey_findings.coded"),
            });
            onDone();
        });
    }
    return (
        <Dialog
            title={t(
                decides ? "page.survey_findings.decide_of" : "page.survey_findings.code_of",
                { pseudonym },
            )}
            onClose={onClose}
        >
            <Form class="form" problem={act.problem} onSubmit={submit}>
                <p class="finding-answer" dir="auto" lang={answer.language}>
                    {answer.text}
                </p>
                <ChooseSome
                    name="themes"
                    label={t("field.survey.themes")}
                    hint={t("field.survey.themes_hint")}
                    options={themes
                        .filter(({ id, retired }) => !retired || chosen.includes(id))
                        .map(({ id, name }) => ({ value: id, label: name }))}
                    values={chosen}
                    onChange={setChosen}
                />
                <DialogActions busy={act.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
