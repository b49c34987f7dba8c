// SPDX-License-Identifier: EUPL-1.2
// What was done for a minor, newest first, and what is still missing on the way to their best
// interest.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { formatDay, today } from "web/words/format";
import { t } from "web/words/words";
import type { FileProps } from "./FilePage";
import { StepForm } from "./StepForm";
import type { MinorStep, StepWish } from "./types";

export function StepsSection({ file, onChanged }: FileProps) {
    const session = useSession();
    const [adding, setAdding] = useState(false);
    const isOpen = !file.closed_on;
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.minors.steps")}</h2>
                {isOpen && may(session, "minors.record_step") && (
                    <Button kind="outline" icon="add" onClick={() => setAdding(true)}>
                        {t("do.minors.add_step")}
                    </Button>
                )}
            </div>
            {isOpen && <NotYet steps={file.steps} />}
            {file.steps.length === 0 ? (
                <EmptyState title={t("page.minors.no_steps")}>
                    <p>{t("page.minors.no_steps_hint")}</p>
                </EmptyState>
            ) : (
                <CardList label={t("page.minors.steps")}>
                    {file.steps.map((step) => (
                        <Line key={step.id} step={step} file={file} onChanged={onChanged} />
                    ))}
                </CardList>
            )}
            {adding && (
                <StepForm
                    file={file.id}
                    onClose={() => setAdding(false)}
                    onChanged={(changed) => {
                        setAdding(false);
                        onChanged(changed);
                    }}
                />
            )}
        </section>
    );
}

function NotYet({ steps }: { steps: MinorStep[] }) {
    const missing = options("minor_step").filter(
        ({ value, group }) => group === "interest" && !steps.some(({ what }) => what === value),
    );
    if (missing.length === 0) return null;
    const what = missing.map(({ label }) => label).join(" · ");
    return <p class="lead">{t("page.minors.not_yet", { what })}</p>;
}

function Line({ step, file, onChanged }: FileProps & { step: MinorStep }) {
    const who = step.took_part.map((code) => labelOf("profession", code)).join(", ");
    const { review_on } = step;
    return (
        <Card
            title={labelOf("minor_step", step.what)}
            badges={
                review_on && (
                    <Badge kind={review_on <= today() ? "warning" : "neutral"}>
                        {t("page.minors.review", { day: formatDay(review_on) })}
                    </Badge>
                )
            }
            second={[
                formatDay(step.on),
                who,
                typeof step.heard === "boolean" &&
                    t(step.heard ? "page.minors.heard" : "page.minors.not_heard"),
            ]
                .filter(Boolean)
                .join(" · ")}
            third={
                <>
                    {step.recorded_by_name}
                    {step.words && (
                        <>
                            {" · "}
                            <bdi>{step.words}</bdi>
                        </>
                    )}
                </>
            }
            actions={!file.closed_on && <Undo step={step} file={file} onChanged={onChanged} />}
        />
    );
}

function Undo({ step, file, onChanged }: FileProps & { step: MinorStep }) {
    const session = useSession();
    const undo = useAct("minors.undo_step");
    if (!may(session, "minors.undo_step")) return null;

    function takeBack(): void {
        void undo.run({ path: { id: step.id } }, (changed) => {
            say({
                text: t("page.minors.step_undone"),
                // What is gone is gone: it comes back as a step of its own.
                undo: async () => {
                    await ask("minors.record_step", {
                        path: { file: file.id },
                        body: again(step),
                    });
                    reloadAll();
                },
            });
            onChanged(changed);
        });
    }

    return (
        <>
            {undo.problem && <ProblemAlert problem={undo.problem} />}
            <Button
                kind="plain"
                busy={undo.busy}
                label={`${t("web.undo")}: ${labelOf("minor_step", step.what)}`}
                onClick={takeBack}
            >
                {t("web.undo")}
            </Button>
        </>
    );
}

function again({ what, on, took_part, heard, words, review_on }: MinorStep): StepWish {
    return {
        id: uuid7(),
        what,
        on,
        took_part,
        heard: heard ?? null,
        words: words ?? null,
        review_on: review_on ?? null,
    };
}
