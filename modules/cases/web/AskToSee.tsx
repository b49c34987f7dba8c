// SPDX-License-Identifier: EUPL-1.2
// On the card of a case that one cannot open: to ask who keeps it, or to open it now because it
// cannot wait.
import { useState } from "preact/hooks";
import type { CaseCard } from "web/api/acts";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { Button, LinkButton } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog } from "web/kit/Dialog";
import { TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Badge } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { uuid7 } from "web/kit/uuid7";
import { say } from "web/shell/notices";
import { go, link } from "web/shell/router";
import { t } from "web/words/words";

interface AskToSeeProps {
    card: CaseCard;
    reload: () => void;
}

export function AskToSee({ card, reload }: AskToSeeProps) {
    const withdraw = useAct("cases.withdraw_access_request");
    const [asking, setAsking] = useState<"access" | "emergency">();
    const { request, request_state: state } = card;
    const isWaiting = state === "waiting";
    const close = () => setAsking(undefined);
    return (
        <>
            {withdraw.problem && <ProblemAlert problem={withdraw.problem} />}
            {state && <Badge kind="info">{labelOf("access_request_state", state)}</Badge>}
            {isWaiting && request && (
                <Button
                    kind="plain"
                    icon="undo"
                    busy={withdraw.busy}
                    onClick={() =>
                        void withdraw.run({ path: { id: request } }, () => {
                            say({ text: t("page.cases.request_taken_back") });
                            reload();
                        })
                    }
                >
                    {t("do.cases.withdraw_request")}
                </Button>
            )}
            {state === "refused" && (
                <LinkButton kind="plain" href={link("/cases/requests")}>
                    {t("page.cases.see_answer")}
                </LinkButton>
            )}
            {!isWaiting && (
                <Button kind="outline" onClick={() => setAsking("access")}>
                    {t("do.cases.ask_access")}
                </Button>
            )}
            <Button kind="danger" icon="warning" onClick={() => setAsking("emergency")}>
                {t("do.cases.open_in_emergency")}
            </Button>
            {asking === "access" && <Ask card={card} onClose={close} reload={reload} />}
            {asking === "emergency" && <Emergency card={card} onClose={close} />}
        </>
    );
}

interface ActionsProps {
    busy: boolean;
    words: string;
    onClose: () => void;
}

function Actions({ busy, words, onClose }: ActionsProps) {
    return (
        <div class="form-actions">
            <Button submit busy={busy}>
                {words}
            </Button>
            <Button kind="outline" onClick={onClose}>
                {t("web.cancel")}
            </Button>
        </div>
    );
}

function Ask({ card, onClose, reload }: AskToSeeProps & { onClose: () => void }) {
    const send = useAct("cases.ask_access");
    const [id] = useState(uuid7);
    const [reason, setReason] = useState("");

    function submit(): void {
        const body = { id, reason: reason.trim() };
        void send.run({ path: { case: card.id }, body }, () => {
            say({
                text: t("page.cases.request_sent"),
                undo: async () => {
                    await ask("cases.withdraw_access_request", { path: { id } });
                },
            });
            onClose();
            reload();
        });
    }

    return (
        <Dialog title={t("do.cases.ask_access")} onClose={onClose}>
            <Form class="form" problem={send.problem} onSubmit={submit}>
                <p>{t("page.cases.ask_hint", { name: card.worker_name })}</p>
                <TextArea
                    name="reason"
                    required
                    label={t("field.cases.request_reason")}
                    hint={t("field.cases.request_reason_hint")}
                    value={reason}
                    onInput={setReason}
                />
                <Actions
                    busy={send.busy}
                    words={t("do.cases.send_request")}
                    onClose={onClose}
                />
            </Form>
        </Dialog>
    );
}

function Emergency({ card, onClose }: { card: CaseCard; onClose: () => void }) {
    const open = useAct("cases.open_in_emergency");
    const [id] = useState(uuid7);
    const [wish, setWish] = useState({ reason: "", words: "" });
    const change = (part: Partial<typeof wish>) => setWish({ ...wish, ...part });

    function submit(): void {
        const body = { id, reason: wish.reason, words: wish.words.trim() };
        void open.run({ path: { case: card.id }, body }, () => {
            say({ text: t("page.cases.emergency_opened") });
            go(`/cases/${card.id}`);
        });
    }

    return (
        <Dialog title={t("do.cases.open_in_emergency")} onClose={onClose}>
            <Form class="form" problem={open.problem} onSubmit={submit}>
                <p>{t("page.cases.emergency_hint")}</p>
                <ChooseOne
                    name="reason"
                    required
                    label={t("field.cases.emergency_reason")}
                    options={options("emergency_reason")}
                    value={wish.reason}
                    onChange={(reason) => change({ reason })}
                />
                <TextArea
                    name="words"
                    required
                    label={t("field.cases.emergency_words")}
                    hint={t("field.cases.emergency_words_hint")}
                    value={wish.words}
                    onInput={(words) => change({ words })}
                />
                <Actions busy={open.busy} words={t("do.cases.open_now")} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
