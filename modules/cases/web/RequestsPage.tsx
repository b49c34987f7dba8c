// SPDX-License-Identifier: EUPL-1.2
// Requests to see a case: one's own, with their answers, and those that wait for one's answer.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { TextArea, TextField } from "web/kit/Field";
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
import { t } from "web/words/words";
import type { AccessRequest } from "./openings";

const DAYS_USUAL = 7; // access_days_usual

export default function RequestsPage() {
    const session = useSession();
    const requests = useQuery("cases.list_access_requests", { query: {} });
    return (
        <Page
            wide
            title={t("page.cases.requests")}
            {...(may(session, "cases.list_cases") && {
                back: { href: link("/cases"), label: t("page.cases.cases") },
            })}
        >
            <p class="lead">{t("page.cases.requests_hint")}</p>
            <Show of={requests}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.cases.no_requests")}>
                            <p>{t("page.cases.no_requests_hint")}</p>
                        </EmptyState>
                    ) : (
                        <CardList label={t("page.cases.requests")}>
                            {items.map((each) => (
                                <Line
                                    key={each.id}
                                    request={each}
                                    reload={() => void requests.reload()}
                                />
                            ))}
                        </CardList>
                    )
                }
            </Show>
        </Page>
    );
}

interface LineProps {
    request: AccessRequest;
    reload: () => void;
}

function Line({ request, reload }: LineProps) {
    const { state, own, answer } = request;
    const reads = own && state === "granted";
    const who = [request.asked_by_name, request.asked_by_team].filter(Boolean).join(", ");
    return (
        <Card
            href={link(reads ? `/cases/${request.case}` : `/people/${request.person}`)}
            title={<PersonName person={request.person_card} />}
            badges={
                <Badge kind={state === "waiting" ? "warning" : "neutral"}>
                    {labelOf("access_request_state", state)}
                </Badge>
            }
            second={[
                own
                    ? t("page.cases.your_request", { name: request.worker_name })
                    : t("page.cases.request_of", { name: who }),
                t("page.cases.asked_on", { when: formatInstant(request.asked_at) }),
                request.until &&
                    t("page.cases.request_until", { when: formatInstant(request.until) }),
            ]
                .filter(Boolean)
                .join(" · ")}
            third={
                <>
                    <p>{request.reason}</p>
                    {answer && (
                        <p>
                            {t("page.cases.request_answer", {
                                name: request.answered_by_name ?? "",
                                words: answer,
                            })}
                        </p>
                    )}
                </>
            }
            actions={
                <>
                    {own && <Own request={request} reload={reload} />}
                    {request.may_answer && <Answering request={request} reload={reload} />}
                </>
            }
        />
    );
}

function Own({ request, reload }: LineProps) {
    const withdraw = useAct("cases.withdraw_access_request");
    if (request.state !== "waiting") return null;
    return (
        <>
            {withdraw.problem && <ProblemAlert problem={withdraw.problem} />}
            <Button
                kind="plain"
                icon="undo"
                busy={withdraw.busy}
                onClick={() =>
                    void withdraw.run({ path: { id: request.id } }, () => {
                        say({ text: t("page.cases.request_taken_back") });
                        reload();
                    })
                }
            >
                {t("do.cases.withdraw_request")}
            </Button>
        </>
    );
}

function Answering({ request, reload }: LineProps) {
    const end = useAct("cases.end_access");
    const [asking, setAsking] = useState<"grant" | "refuse">();
    const { state, asked_by_name: name } = request;
    const close = () => setAsking(undefined);
    const forms = { request, reload, onClose: close };
    return (
        <>
            {end.problem && <ProblemAlert problem={end.problem} />}
            {state !== "granted" && (
                <Button
                    kind={state === "waiting" ? "primary" : "plain"}
                    label={t("page.cases.grant_to", { name })}
                    onClick={() => setAsking("grant")}
                >
                    {t("do.cases.grant_access")}
                </Button>
            )}
            {state === "waiting" && (
                <Button
                    kind="outline"
                    label={t("page.cases.refuse_to", { name })}
                    onClick={() => setAsking("refuse")}
                >
                    {t("do.cases.refuse_access")}
                </Button>
            )}
            {state === "granted" && (
                <Button
                    kind="outline"
                    busy={end.busy}
                    label={t("page.cases.end_access_of", { name })}
                    onClick={() =>
                        void end.run({ path: { id: request.id } }, () => {
                            say({ text: t("page.cases.access_ended") });
                            reload();
                        })
                    }
                >
                    {t("do.cases.end_access")}
                </Button>
            )}
            {asking === "grant" && <Grant {...forms} />}
            {asking === "refuse" && <Refuse {...forms} />}
        </>
    );
}

interface AnswerProps extends LineProps {
    onClose: () => void;
}

function Grant({ request, reload, onClose }: AnswerProps) {
    const grant = useAct("cases.grant_access");
    const path = { id: request.id };
    const [wish, setWish] = useState({ days: String(DAYS_USUAL), words: "" });

    function submit(): void {
        const days = Number.parseInt(wish.days, 10);
        const body = { days: Number.isNaN(days) ? null : days, words: wish.words.trim() || null };
        void grant.run({ path, body }, () => {
            say({
                text: t("page.cases.access_granted"),
                undo: async () => {
                    await ask("cases.end_access", { path });
                },
            });
            onClose();
            reload();
        });
    }

    return (
        <Dialog
            title={t("page.cases.grant_to", { name: request.asked_by_name })}
            onClose={onClose}
        >
            <Form class="form" problem={grant.problem} onSubmit={submit}>
                <TextField
                    name="days"
                    required
                    inputMode="numeric"
                    label={t("field.cases.days")}
                    hint={t("field.cases.days_hint")}
                    value={wish.days}
                    onInput={(days) => setWish({ ...wish, days })}
                />
                <TextArea
                    name="words"
                    label={t("field.cases.answer_words")}
                    value={wish.words}
                    onInput={(words) => setWish({ ...wish, words })}
                />
                <DialogActions busy={grant.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}

function Refuse({ request, reload, onClose }: AnswerProps) {
    const refuse = useAct("cases.refuse_access");
    const [words, setWords] = useState("");

    function submit(): void {
        const body = { words: words.trim() };
        void refuse.run({ path: { id: request.id }, body }, () => {
            say({ text: t("page.cases.access_refused") });
            onClose();
            reload();
        });
    }

    return (
        <Dialog
            title={t("page.cases.refuse_to", { name: request.asked_by_name })}
            onClose={onClose}
        >
            <Form class="form" problem={refuse.problem} onSubmit={submit}>
                <TextArea
                    name="words"
                    required
                    label={t("field.cases.answer_words")}
                    value={words}
                    onInput={setWords}
                />
                <DialogActions busy={refuse.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
