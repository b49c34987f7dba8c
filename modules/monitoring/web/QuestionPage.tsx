// SPDX-License-Identifier: EUPL-1.2
// One question and what was written on it; each side writes here, and takes back what is its own.
import { useState } from "preact/hooks";
import type { Question, ReturnEntry } from "web/api/acts";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { Button, LinkButton } from "web/kit/Button";
import { Select, TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Badge } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatInstant } from "web/words/format";
import { t } from "web/words/words";
import "./monitoring.scss";
import { findingInWords, kindOfState, titleOf } from "./returns";
import { useCityNames } from "./useCityNames";
import { useDefinitions } from "./useDefinitions";
import { WordsDialog } from "./WordsDialog";

export default function QuestionPage({ params }: PageProps) {
    const session = useSession();
    const found = useQuery("monitoring.get_question", { path: { id: params["question"] ?? "" } });
    const definitions = useDefinitions();
    const nameOf = useCityNames();
    return (
        <Page
            title={
                found.data
                    ? titleOf(found.data, nameOf(found.data.city), definitions.data)
                    : t("page.monitoring.question")
            }
            back={{ href: link("/monitoring/questions"), label: t("page.monitoring.questions") }}
        >
            <Show of={found}>
                {(question) => (
                    <>
                        <p>
                            <Badge kind={kindOfState(question.state)}>
                                {labelOf("question_state", question.state)}
                            </Badge>{" "}
                            {question.closed_because &&
                                labelOf("closing_reason", question.closed_because)}
                        </p>
                        <ol class="thread" aria-label={t("page.monitoring.thread")}>
                            {question.entries.map((entry) => (
                                <Said
                                    key={entry.id}
                                    entry={entry}
                                    city={nameOf(question.city)}
                                    words={findingInWords(entry, definitions.data)}
                                />
                            ))}
                        </ol>
                        {question.statement && (
                            <p>
                                <a href={link(`/monitoring/statements/${question.statement}`)}>
                                    {t("page.monitoring.statement_asked")}
                                </a>
                                {question.indicator && (
                                    <>
                                        {" · "}
                                        <a
                                            href={link(
                                                `/monitoring/indicators/${question.indicator}`,
                                            )}
                                        >
                                            {t("page.monitoring.how_counted")}
                                        </a>
                                    </>
                                )}
                            </p>
                        )}
                        {question.state !== "closed" && may(session, "monitoring.reply") && (
                            <Reply question={question} />
                        )}
                        {question.state !== "closed" &&
                            may(session, "monitoring.reopen_statement") &&
                            question.statement && (
                                <LinkButton
                                    kind="outline"
                                    href={link(`/monitoring/statements/${question.statement}`)}
                                >
                                    {t("page.monitoring.correct_it")}
                                </LinkButton>
                            )}
                        {question.state !== "closed" &&
                            may(session, "monitoring.close_question") && (
                                <Closing question={question} />
                            )}
                    </>
                )}
            </Show>
        </Page>
    );
}

function Said({ entry, city, words }: { entry: ReturnEntry; city: string; words: string }) {
    const who =
        entry.author_name ??
        t("page.monitoring.the_program"); // a check asks, and sees what was corrected
    const side = entry.side === "city" ? city : t("page.monitoring.the_network");
    return (
        <li class={`said said-${entry.side}`}>
            <p class="said-who">
                {who} · {side} · {formatInstant(entry.written_at)}
            </p>
            {words && <p class="as-written">{words}</p>}
            {entry.kind === "closing" && entry.reason && (
                <p>{t("page.monitoring.closed_as", { reason: labelOf("closing_reason", entry.reason) })}</p>
            )}
        </li>
    );
}

function Reply({ question }: { question: Question }) {
    const session = useSession();
    const act = useAct("monitoring.reply");
    const [id, renew] = useState(uuid7);
    const [words, setWords] = useState("");
    const undo = async () => {
        await ask(
            session.store === "rete" ? "monitoring.take_back_of_network" : "monitoring.take_back",
            { path: { id } },
        );
        reloadAll();
    };
    return (
        <Form
            class="form"
            label={t("page.monitoring.reply")}
            problem={act.problem}
            onSubmit={() =>
                void act.run({ body: { id, question: question.id, words: words.trim() } }, () => {
                    say({ text: t("page.monitoring.replied"), undo });
                    setWords("");
                    renew(uuid7());
                    reloadAll();
                })
            }
        >
            <TextArea
                name="words"
                required
                label={t("page.monitoring.reply")}
                hint={t("page.monitoring.nobody_named")}
                value={words}
                onInput={setWords}
            />
            <div class="form-actions">
                <Button submit busy={act.busy}>
                    {t("page.monitoring.send_reply")}
                </Button>
            </div>
        </Form>
    );
}

function Closing({ question }: { question: Question }) {
    const act = useAct("monitoring.close_question");
    const [open, setOpen] = useState(false);
    const [id, renew] = useState(uuid7);
    const [reason, setReason] = useState("explained");
    if (!open) {
        return (
            <Button kind="outline" onClick={() => setOpen(true)}>
                {t("page.monitoring.close_question")}
            </Button>
        );
    }
    return (
        <WordsDialog
            title={t("page.monitoring.close_question")}
            name="words"
            label={t("page.monitoring.closing_words")}
            action={t("page.monitoring.close_question")}
            busy={act.busy}
            problem={act.problem}
            onClose={() => setOpen(false)}
            onSubmit={(words) =>
                void act.run(
                    { body: { id, question: question.id, reason, words: words || null } },
                    () => {
                        say({
                            text: t("page.monitoring.closed_now"),
                            undo: async () => {
                                await ask("monitoring.take_back_of_network", { path: { id } });
                                reloadAll();
                            },
                        });
                        setOpen(false);
                        renew(uuid7());
                        reloadAll();
                    },
                )
            }
        >
            <Select
                name="reason"
                required
                label={t("page.monitoring.closing_reason")}
                options={options("closing_reason")}
                value={reason}
                onChange={setReason}
            />
        </WordsDialog>
    );
}
