// SPDX-License-Identifier: EUPL-1.2
// What can be done about a statement: in the city to reopen it, in the network to ask and to accept; on
// both sides to read the questions and to compare it with the version before.
import { useState } from "preact/hooks";
import type { Return, Statement } from "web/api/acts";
import { ask } from "web/api/client";
import { labelOf } from "web/api/vocabulary";
import { Button, LinkButton } from "web/kit/Button";
import { Select } from "web/kit/Field";
import { Badge } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { count, t } from "web/words/words";
import { inWords } from "./figures";
import { dueInWords, kindOfState } from "./returns";
import { useDefinitions } from "./useDefinitions";
import { WordsDialog } from "./WordsDialog";

export function Doing({ statement }: { statement: Statement }) {
    const session = useSession();
    const { period, city, id } = statement;
    const returns = useQuery("monitoring.list_returns", { query: { period } });
    const line = returns.data?.items.find((one) => one.city === city);
    const [doing, setDoing] = useState<"reopen" | "ask">();
    if (!line || !id) return null;
    const isReopened = Boolean(line.reopening);

    return (
        <section class="section" aria-label={t("page.monitoring.return")}>
            {statement.is_latest && (
                <p>
                    <Badge kind={kindOfState(line.state)}>
                        {labelOf("return_state", line.state)}
                    </Badge>{" "}
                    {dueInWords(line)}
                    {line.questions_open > 0 && (
                        <>
                            {" · "}
                            <a href={link("/monitoring/questions", { period, city })}>
                                {count("page.monitoring.questions_open", line.questions_open)}
                            </a>
                        </>
                    )}
                </p>
            )}
            {statement.is_latest && isReopened && (
                <p>{t("page.monitoring.reopened_for", { reason: line.reopened_because ?? "" })}</p>
            )}
            <div class="form-actions">
                {statement.is_latest && may(session, "monitoring.reopen_statement") && (
                    <Reopening line={line} onAsk={() => setDoing("reopen")} />
                )}
                {statement.is_latest && may(session, "monitoring.ask_question") && (
                    <Button kind="outline" onClick={() => setDoing("ask")}>
                        {t("page.monitoring.ask")}
                    </Button>
                )}
                {statement.is_latest &&
                    may(session, "monitoring.accept_statement") &&
                    !line.acceptance && <Accepting id={id} />}
                {statement.version > 1 && (
                    <LinkButton
                        kind="outline"
                        href={link(`/monitoring/statements/${id}/compare`)}
                    >
                        {t("page.monitoring.compare_before")}
                    </LinkButton>
                )}
            </div>
            {doing === "reopen" && (
                <ReopenDialog statement={id} onClose={() => setDoing(undefined)} />
            )}
            {doing === "ask" && <AskDialog statement={id} onClose={() => setDoing(undefined)} />}
        </section>
    );
}

function Reopening({ line, onAsk }: { line: Return; onAsk: () => void }) {
    if (!line.reopening) {
        return (
            <Button kind="outline" onClick={onAsk}>
                {t("page.monitoring.reopen")}
            </Button>
        );
    }
    return (
        <LinkButton href={link("/monitoring/statements/new", { period: line.period })}>
            {t("page.monitoring.prepare_next")}
        </LinkButton>
    );
}

interface DialogOf {
    statement: string;
    onClose: () => void;
}

function ReopenDialog({ statement, onClose }: DialogOf) {
    const reopen = useAct("monitoring.reopen_statement");
    const [id] = useState(uuid7);
    return (
        <WordsDialog
            title={t("page.monitoring.reopen")}
            name="reason"
            label={t("page.monitoring.reopen_reason")}
            action={t("page.monitoring.reopen")}
            required
            busy={reopen.busy}
            problem={reopen.problem}
            onClose={onClose}
            onSubmit={(reason) =>
                void reopen.run({ body: { id, statement, reason } }, () => {
                    say({
                        text: t("page.monitoring.reopened_now"),
                        undo: async () => {
                            await ask("monitoring.take_back", { path: { id } });
                            reloadAll();
                        },
                    });
                    onClose();
                    reloadAll();
                })
            }
        />
    );
}

function AskDialog({ statement, onClose }: DialogOf) {
    const act = useAct("monitoring.ask_question");
    const definitions = useDefinitions();
    const [id] = useState(uuid7);
    const [indicator, setIndicator] = useState("");
    return (
        <WordsDialog
            title={t("page.monitoring.ask")}
            name="words"
            label={t("page.monitoring.ask_words")}
            action={t("page.monitoring.send_question")}
            required
            busy={act.busy}
            problem={act.problem}
            onClose={onClose}
            onSubmit={(words) =>
                void act.run(
                    { body: { id, statement, indicator: indicator || null, words } },
                    () => {
                        say({
                            text: t("page.monitoring.asked_now"),
                            undo: async () => {
                                await ask("monitoring.take_back_of_network", { path: { id } });
                                reloadAll();
                            },
                        });
                        onClose();
                        reloadAll();
                    },
                )
            }
        >
            <Select
                name="indicator"
                label={t("page.monitoring.asked_of")}
                value={indicator}
                empty={t("page.monitoring.whole")}
                options={[...(definitions.data?.values() ?? [])].map(({ code, name }) => ({
                    value: code,
                    label: inWords(name),
                }))}
                onChange={setIndicator}
            />
        </WordsDialog>
    );
}

function Accepting({ id: statement }: { id: string }) {
    const act = useAct("monitoring.accept_statement");
    const [id, renew] = useState(uuid7);
    return (
        <>
            <Button
                busy={act.busy}
                onClick={() =>
                    void act.run({ body: { id, statement } }, () => {
                        say({
                            text: t("page.monitoring.accepted_now"),
                            undo: async () => {
                                await ask("monitoring.take_back_of_network", { path: { id } });
                                reloadAll();
                            },
                        });
                        renew(uuid7());
                        reloadAll();
                    })
                }
            >
                {t("page.monitoring.accept")}
            </Button>
            {act.problem && <ProblemAlert problem={act.problem} />}
        </>
    );
}
