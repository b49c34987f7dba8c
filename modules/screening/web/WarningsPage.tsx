// SPDX-License-Identifier: EUPL-1.2
// The board of early warnings: what has waited longest first. Whoever answers says what is done.
import { useState } from "preact/hooks";
import type { EarlyWarning } from "web/api/acts";
import { labelOf, options } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { PersonName } from "modules/people/web/PersonLine";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatInstant } from "web/words/format";
import { count, t } from "web/words/words";

const VIEWS = ["open", "answered"] as const;
type View = (typeof VIEWS)[number];

export default function WarningsPage() {
    const [view, setView] = useState<View>("open");
    const warnings = useQuery("screening.list_warnings", { query: { state: view } });
    return (
        <Page wide title={t("page.screening.warnings")}>
            <p class="lead">{t("page.screening.no_verdict")}</p>
            <Form label={t("page.screening.which")} onSubmit={() => {}}>
                <ChooseOne
                    name="view"
                    always
                    label={t("page.screening.which")}
                    options={VIEWS.map((each) => ({
                        value: each,
                        label: t(`page.screening.view.${each}`),
                    }))}
                    value={view}
                    onChange={(chosen) => setView(chosen as View)}
                />
            </Form>
            <Show of={warnings}>
                {({ items, late }) => (
                    <>
                        {view === "open" && late > 0 && (
                            <Alert
                                kind="warning"
                                quiet
                                title={count("page.screening.late", late)}
                            />
                        )}
                        {items.length === 0 && <Nothing view={view} />}
                        {items.length > 0 && (
                            <CardList label={t("page.screening.warnings")}>
                                {items.map((each) => (
                                    <Line key={each.id} warning={each} reload={warnings.reload} />
                                ))}
                            </CardList>
                        )}
                    </>
                )}
            </Show>
        </Page>
    );
}

function Nothing({ view }: { view: View }) {
    if (view === "answered") return <EmptyState title={t("page.screening.no_answered")} />;
    return (
        <EmptyState title={t("page.screening.no_open")}>
            <p>{t("page.screening.no_open_hint")}</p>
        </EmptyState>
    );
}

interface LineProps {
    warning: EarlyWarning;
    reload: () => Promise<void>;
}

function Line({ warning, reload }: LineProps) {
    const due = formatInstant(warning.due_at);
    const why = warning.circumstances.map((code) => labelOf("vulnerability", code)).join(" · ");
    return (
        <Card
            href={link(`/people/${warning.person}`)}
            title={<PersonName person={warning.person_card} />}
            badges={
                warning.state === "open" ? (
                    <Badge kind={warning.late ? "danger" : "info"}>
                        {t(warning.late ? "page.screening.overdue" : "page.screening.due", {
                            when: due,
                        })}
                    </Badge>
                ) : (
                    <Badge kind="success">{labelOf("warning_state", warning.state)}</Badge>
                )
            }
            second={
                <>
                    <strong>{warning.reason}</strong> {t("page.screening.because", { what: why })}
                </>
            }
            third={warning.answer ? <Answered warning={warning} /> : warning.advice}
            actions={<Actions warning={warning} reload={reload} />}
        />
    );
}

function Answered({ warning }: { warning: EarlyWarning }) {
    return (
        <>
            {t("page.screening.answered_by", {
                answer: labelOf("warning_answer", warning.answer),
                name: warning.answered_by_name ?? "",
                when: warning.answered_at ? formatInstant(warning.answered_at) : "",
            })}
            {warning.note && (
                <>
                    {" · "}
                    <bdi>{warning.note}</bdi>
                </>
            )}
        </>
    );
}

function Actions({ warning, reload }: LineProps) {
    const session = useSession();
    const withdraw = useAct("screening.withdraw_answer");
    const [answering, setAnswering] = useState(false);
    if (!may(session, "screening.answer_warning")) return null;
    return (
        <>
            {withdraw.problem && <ProblemAlert problem={withdraw.problem} />}
            {warning.state === "open" ? (
                <Button kind="outline" onClick={() => setAnswering(true)}>
                    {t("do.screening.answer")}
                </Button>
            ) : (
                <Button
                    kind="plain"
                    icon="undo"
                    busy={withdraw.busy}
                    onClick={() =>
                        void withdraw.run({ path: { id: warning.id } }, () => {
                            say({ text: t("page.screening.answer_withdrawn") });
                            void reload();
                        })
                    }
                >
                    {t("do.screening.withdraw_answer")}
                </Button>
            )}
            {answering && (
                <Answer
                    warning={warning}
                    onClose={() => setAnswering(false)}
                    reload={reload}
                />
            )}
        </>
    );
}

function Answer({ warning, onClose, reload }: LineProps & { onClose: () => void }) {
    const answer = useAct("screening.answer_warning");
    const [wish, setWish] = useState({ answer: "", note: "" });

    function submit(): void {
        const body = { answer: wish.answer, note: wish.note.trim() || null };
        void answer.run({ path: { id: warning.id }, body }, () => {
            onClose();
            say({ text: t("page.screening.answered") });
            void reload();
        });
    }

    return (
        <Dialog
            title={t("page.screening.answer_to", { reason: warning.reason })}
            onClose={onClose}
        >
            <Form class="form" problem={answer.problem} onSubmit={submit}>
                <p>{warning.advice}</p>
                <ChooseOne
                    name="answer"
                    required
                    label={t("field.screening.answer")}
                    options={options("warning_answer")}
                    value={wish.answer}
                    onChange={(chosen) => setWish({ ...wish, answer: chosen })}
                />
                <TextArea
                    name="note"
                    rows={2}
                    label={t("field.screening.note")}
                    value={wish.note}
                    onInput={(note) => setWish({ ...wish, note })}
                />
                <DialogActions busy={answer.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
