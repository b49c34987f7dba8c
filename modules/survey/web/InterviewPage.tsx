// SPDX-License-Identifier: EUPL-1.2
// An interview: the questions in the language of whoever answers, kept on the phone after each
// answer, sent at the end. Whoever answers may stop at any moment; what was said until then is
// theirs to leave here or not.
import { useMemo, useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog } from "web/kit/Dialog";
import { drafts } from "web/kit/drafts";
import { EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useDraft } from "web/kit/useDraft";
import { useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { goInstead, link } from "web/shell/router";
import { useSession } from "web/shell/session";
import { t } from "web/words/words";
import { askedAt, askedOf } from "./asked";
import { FillForm } from "./FillForm";
import {
    END,
    type Filling,
    newFilling,
    nowText,
    outcomeOf,
    sheetOf,
    withCentres,
} from "./filling";
import { type FormJson, Questionnaire } from "./form";
import type { Asked } from "./NoAnswer";
import type { Centre, Tasks } from "./types";

// ODK is another way of asking, not one of this page.
const MODES = new Set(["FACE", "PHONE", "SELF"]);
const ANSWERED = new Set(["COMPLETE", "PARTIAL"]);

export default function InterviewPage({ query }: PageProps) {
    const tasks = useQuery("survey.list_my_slots", {});
    const { slot, unit } = query;
    const back = slot ? `/survey/slots/${slot}` : `/survey/units/${unit}`;
    return (
        <Page
            title={t("page.survey.interview")}
            back={
                slot || unit
                    ? { href: link(back), label: t("page.survey.back_to_place") }
                    : { href: link("/survey"), label: t("page.survey.tasks") }
            }
        >
            <Show of={tasks}>
                {(known) => {
                    const found = whomOf(known, query);
                    return found ? (
                        <OfVersion {...found} back={back} />
                    ) : (
                        <EmptyState title={t("page.survey.choose_first")}>
                            <a href={link("/survey")}>{t("page.survey.tasks")}</a>
                        </EmptyState>
                    );
                }}
            </Show>
        </Page>
    );
}

interface Whom {
    asked: Asked;
    centres: Centre[];
}

function whomOf({ waves }: Tasks, query: Record<string, string>): Whom | undefined {
    for (const task of waves) {
        const slot = task.slots.find(({ id }) => id === query["slot"]);
        const unit = task.units.find(({ id }) => id === query["unit"]);
        const asked = (slot && askedAt(task, slot)) ?? (unit && askedOf(task, unit));
        if (asked) return { asked, centres: task.centres };
    }
    return undefined;
}

const draftOf = ({ slot, unit }: Asked): string => `survey.interview.${slot ?? unit}`;

// An interview ends with the version that it began with, also where a newer one comes meanwhile.
function OfVersion(props: Whom & { back: string }) {
    const { account } = useSession();
    const [version] = useState(
        () => drafts.find<Draft>(account, draftOf(props.asked))?.version ?? props.asked.version,
    );
    const found = useQuery("survey.get_version", { path: { id: version } });
    const asked = { ...props.asked, version };
    return (
        <Show of={found}>
            {({ form }) => <Interviewing {...props} asked={asked} form={form} />}
        </Show>
    );
}

interface Draft extends Filling {
    id: string;
    version: string;
    // When the language was chosen: until then nobody was asked anything.
    started_at: string;
    mode: string;
}

function Interviewing({ asked, centres, form, back }: Whom & { form: string; back: string }) {
    const session = useSession();
    const questionnaire = useMemo(
        () => new Questionnaire(withCentres(JSON.parse(form) as FormJson, centres)),
        [form],
    );
    const record = useAct("survey.record_interview");
    const draft = useDraft<Draft>(
        session.account,
        draftOf(asked),
        () => ({
            ...newFilling(questionnaire),
            id: uuid7(),
            version: asked.version,
            started_at: "",
            mode: asked.slot ? "FACE" : "PHONE",
        }),
    );
    const { id, version, started_at: startedAt, mode, ...filling } = draft.value;
    const [stopping, setStopping] = useState(false);

    const answersOf = () => sheetOf(questionnaire, filling, nowText(new Date())).sent();

    function end(disposition: string): void {
        // Who said no, or left at once, leaves nothing of what was said.
        const answers = ANSWERED.has(disposition) ? answersOf() : [];
        const at = new Date().toISOString();
        const body = {
            ...asked,
            id,
            version,
            started_at: startedAt || at,
            ended_at: at,
            language: filling.language || questionnaire.form.default_language,
            mode,
            disposition,
            answers: answers.map(({ occurrence, ...answer }) =>
                occurrence ? { ...answer, occurrence } : answer,
            ),
        };
        void record.runWith({ byClock: true }, { body }, () => {
            draft.drop();
            say({
                text: t("page.survey.recorded"),
                undo: async () => {
                    await ask("survey.withdraw_interview", { path: { id } });
                    say({ text: t("page.survey.withdrawn") });
                },
            });
            goInstead(back);
        });
    }

    return (
        <>
            {draft.found && (
                <Alert kind="info" quiet title={t("page.survey.draft_found")}>
                    <Button kind="plain" onClick={draft.drop}>
                        {t("do.survey.begin_anew")}
                    </Button>
                </Alert>
            )}
            <FillForm
                questionnaire={questionnaire}
                filling={filling}
                onChange={(next) =>
                    draft.change({
                        ...next,
                        ...(!startedAt &&
                            next.language && { started_at: new Date().toISOString() }),
                    })
                }
                end={(sheet) => (
                    <Ending
                        outcome={outcomeOf(sheet)}
                        hasAnswers={sheet.sent().length > 0}
                        mode={mode}
                        asksMode={asked.unit !== undefined}
                        busy={record.busy}
                        onMode={(chosen) => draft.change({ mode: chosen })}
                        onEnd={end}
                    />
                )}
            />
            {record.problem && <Refused problem={record.problem} />}
            {filling.language !== "" && filling.screen !== END && (
                <div class="form-actions survey-stop">
                    <Button kind="plain" onClick={() => setStopping(true)}>
                        {t("do.survey.stop")}
                    </Button>
                </div>
            )}
            {stopping && (
                <Stopping
                    busy={record.busy}
                    hasAnswers={answersOf().length > 0}
                    onClose={() => setStopping(false)}
                    onEnd={(disposition) => {
                        setStopping(false);
                        end(disposition);
                    }}
                />
            )}
        </>
    );
}

type Shown = Parameters<typeof ProblemAlert>[0]["problem"];

// Which question it is of, in its own words, where the server says so.
function Refused({ problem }: { problem: Shown }) {
    return (
        <>
            <ProblemAlert problem={problem} />
            {problem.errors.length > 0 && (
                <ul>
                    {problem.errors.map(({ field, title }) => (
                        <li key={field}>
                            <code>{field}</code>: {title}
                        </li>
                    ))}
                </ul>
            )}
        </>
    );
}

interface EndingProps {
    // None: something is missing.
    outcome: ReturnType<typeof outcomeOf>;
    hasAnswers: boolean;
    mode: string;
    asksMode: boolean;
    busy: boolean;
    onMode: (mode: string) => void;
    onEnd: (disposition: string) => void;
}

function Ending(props: EndingProps) {
    const { outcome, hasAnswers, mode, asksMode, busy, onMode, onEnd } = props;
    const label = labelOf("survey_disposition", outcome);
    return (
        <>
            <h2>{t("page.survey.for_you")}</h2>
            {asksMode && (
                <ChooseOne
                    name="mode"
                    always
                    label={t("field.survey.mode")}
                    options={options("survey_mode").filter(({ value }) => MODES.has(value))}
                    value={mode}
                    onChange={onMode}
                />
            )}
            {!outcome && <p>{t("page.survey.incomplete")}</p>}
            {outcome && outcome !== "COMPLETE" && <p>{t("page.survey.without_answers")}</p>}
            <div class="form-actions">
                {outcome && (
                    <Button busy={busy} onClick={() => onEnd(outcome)}>
                        {outcome === "COMPLETE"
                            ? t("do.survey.send")
                            : t("do.survey.write_down", { outcome: label })}
                    </Button>
                )}
                {!outcome && hasAnswers && (
                    <Button kind="outline" busy={busy} onClick={() => onEnd("PARTIAL")}>
                        {t("do.survey.send_partial")}
                    </Button>
                )}
            </div>
        </>
    );
}

interface StoppingProps {
    busy: boolean;
    hasAnswers: boolean;
    onClose: () => void;
    onEnd: (disposition: string) => void;
}

function Stopping({ busy, hasAnswers, onClose, onEnd }: StoppingProps) {
    return (
        <Dialog title={t("page.survey.stopping")} onClose={onClose}>
            <p>{t("page.survey.stopping_hint")}</p>
            <div class="survey-stopping">
                {hasAnswers && (
                    <Button kind="outline" busy={busy} onClick={() => onEnd("PARTIAL")}>
                        {t("do.survey.send_partial")}
                    </Button>
                )}
                <Button kind="outline" busy={busy} onClick={() => onEnd("BREAK_OFF")}>
                    {t("do.survey.break_off")}
                </Button>
                <Button kind="plain" onClick={onClose}>
                    {t("do.survey.go_on")}
                </Button>
            </div>
        </Dialog>
    );
}
