// SPDX-License-Identifier: EUPL-1.2
// One dimension of an assessment, question by question, until somebody signs it. What is being
// written survives a reload.
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { DraftNotice } from "web/kit/DraftNotice";
import { TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { useAct } from "web/kit/useAct";
import { useDraft } from "web/kit/useDraft";
import { say } from "web/shell/notices";
import { useSession } from "web/shell/session";
import { t } from "web/words/words";
import { type Assessment, type InstrumentDimension, type Part, worded } from "./assessment";

export function draftOf(assessment: string, dimension: string): string {
    return `cases.assessment.${assessment}.${dimension}`;
}

interface PartText {
    answers: Record<string, string>; // "2" by question; a question that is not asked is not there
    note: string;
}

interface PartFormProps {
    assessment: Assessment;
    dimension: InstrumentDimension;
    // The part of one's own profession, if it has been signed before.
    own: Part | undefined;
    onClose: () => void;
    onChanged: (assessment: Assessment) => void;
}

function textOf(own: Part | undefined): PartText {
    const answers = (own?.answers ?? []).map(({ question, level }) => [question, String(level)]);
    return { answers: Object.fromEntries(answers), note: own?.note ?? "" };
}

export function PartForm({ assessment, dimension, own, onClose, onChanged }: PartFormProps) {
    const session = useSession();
    const sign = useAct("cases.sign_part");
    const draft = useDraft<PartText>(
        session.account,
        draftOf(assessment.id, dimension.code),
        () => textOf(own),
    );
    const { answers, note } = draft.value;

    function submit(): void {
        const body = {
            answers: dimension.questions
                .filter(({ code }) => answers[code])
                .map(({ code }) => ({ question: code, level: Number(answers[code]) })),
            note: note.trim() || null,
        };
        const path = { id: assessment.id, dimension: dimension.code };
        void sign.run({ path, body }, (now) => {
            draft.drop();
            say({ text: t("page.cases.part_signed") });
            onChanged(now);
        });
    }

    return (
        <>
            <DraftNotice draft={draft} />
            <Form class="form" problem={sign.problem} onSubmit={submit} label={worded(dimension)}>
                <p>{t("page.cases.question_not_asked")}</p>
                {dimension.questions.map((question) => (
                    <ChooseOne
                        key={question.code}
                        name={question.code}
                        label={worded(question)}
                        options={question.levels.map((level, index) => ({
                            value: String(index),
                            label: worded(level),
                        }))}
                        value={answers[question.code] ?? ""}
                        onChange={(level) =>
                            draft.change({ answers: { ...answers, [question.code]: level } })
                        }
                    />
                ))}
                <TextArea
                    name="note"
                    label={t("field.cases.part_note")}
                    hint={t("page.cases.health_note_hint")}
                    value={note}
                    onInput={(text) => draft.change({ note: text })}
                />
                <p>
                    {t("page.cases.signing_as", {
                        profession: labelOf("profession", assessment.own_profession).toLowerCase(),
                    })}
                </p>
                <div class="form-actions">
                    <Button submit busy={sign.busy}>
                        {t("do.cases.sign_part")}
                    </Button>
                    <Button
                        kind="outline"
                        onClick={() => {
                            draft.drop();
                            onClose();
                        }}
                    >
                        {t("web.cancel")}
                    </Button>
                </div>
            </Form>
        </>
    );
}
