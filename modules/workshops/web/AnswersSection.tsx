// SPDX-License-Identifier: EUPL-1.2
// The questionnaire at the end, for whoever was there; nobody knows whose answer
// is whose.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { Form } from "web/kit/Form";
import { Show } from "web/kit/Show";
import { Table } from "web/kit/Table";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { formatNumber } from "web/words/format";
import { t } from "web/words/words";
import type { Answers } from "./types";

const STEPS = ["1", "2", "3", "4", "5"];
const QUESTIONS = ["helpful", "welcome", "again"] as const;

export function AnswersSection({ workshop }: { workshop: string }) {
    const found = useQuery("workshops.show_answers", { path: { workshop } });
    const [isOpen, setOpen] = useState(false);
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.workshops.answers")}</h2>
                <Button kind="outline" icon="add" onClick={() => setOpen(true)}>
                    {t("do.workshops.add_answer")}
                </Button>
            </div>
            <p>{t("page.workshops.answers_hint")}</p>
            <Show of={found}>{(answers) => <Counts answers={answers} />}</Show>
            {isOpen && (
                <AddAnswer
                    workshop={workshop}
                    onClose={() => setOpen(false)}
                    onDone={(answers) => {
                        setOpen(false);
                        found.set(answers);
                    }}
                />
            )}
        </section>
    );
}

function Counts({ answers: { answered, asked, questions } }: { answers: Answers }) {
    const share = asked > 0 ? answered / asked : 0;
    return (
        <>
            <p class="lead">
                {t("page.workshops.answered_of", {
                    answered,
                    asked,
                    share: formatNumber(share, { style: "percent", maximumFractionDigits: 0 }),
                })}
            </p>
            {questions.length > 0 ? (
                <Table
                    caption={t("page.workshops.answers")}
                    hideCaption
                    columns={[
                        {
                            head: t("page.workshops.question"),
                            cell: ({ question }) => labelOf("workshop_question", question),
                        },
                        ...STEPS.map((step, place) => ({
                            head: step,
                            isNumber: true,
                            cell: ({ counts }: Answers["questions"][number]) =>
                                formatNumber(counts[place] ?? 0),
                        })),
                    ]}
                    rows={questions}
                    keyOf={({ question }) => question}
                />
            ) : (
                <p>{t("page.workshops.few_answers")}</p>
            )}
        </>
    );
}

function stepText(step: string): string {
    if (step === "1") return t("page.workshops.worst");
    return step === "5" ? t("page.workshops.best") : step;
}

interface AddProps {
    workshop: string;
    onClose: () => void;
    onDone: (answers: Answers) => void;
}

function AddAnswer({ workshop, onClose, onDone }: AddProps) {
    const add = useAct("workshops.add_answer");
    const [id] = useState(uuid7);
    const [text, setText] = useState({ helpful: "", welcome: "", again: "" });
    const steps = STEPS.map((value) => ({ value, label: stepText(value) }));

    function submit(): void {
        const body = {
            id,
            workshop,
            helpful: Number(text.helpful),
            welcome: Number(text.welcome),
            again: Number(text.again),
        };
        void add.run({ body }, (answers) => {
            say({
                text: t("page.workshops.answer_added"),
                undo: async () => {
                    await ask("workshops.cancel_answer", { path: { id } });
                    reloadAll();
                },
            });
            onDone(answers);
        });
    }

    return (
        <Dialog title={t("do.workshops.add_answer")} onClose={onClose}>
            <Form class="form" problem={add.problem} onSubmit={submit}>
                {QUESTIONS.map((question) => (
                    <ChooseOne
                        key={question}
                        name={question}
                        required
                        label={labelOf("workshop_question", question)}
                        options={steps}
                        value={text[question]}
                        onChange={(value) => setText({ ...text, [question]: value })}
                    />
                ))}
                <DialogActions busy={add.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
