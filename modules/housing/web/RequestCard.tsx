// SPDX-License-Identifier: EUPL-1.2
// A request for a place in a list, with what can be answered.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { labelOf, options } from "web/api/vocabulary";
import { Button, LinkButton } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { TextArea } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { Badge, type BadgeKind, Card } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { CancelButton } from "./CancelButton";
import { needsText, whoOf } from "./housingText";
import { told } from "./told";
import type { Request } from "./types";

const KINDS: Record<string, BadgeKind> = {
    open: "info",
    placed: "success",
    declined: "neutral",
};

interface RequestCardProps {
    request: Request;
}

export function RequestCard({ request }: RequestCardProps) {
    const { state, reason, answer_note, note } = request;
    const answer = [reason && labelOf("housing_decline_reason", reason), answer_note];
    return (
        <Card
            title={
                <a href={link(`/people/${request.person}`)}>
                    <bdi>{whoOf(request)}</bdi>
                </a>
            }
            badges={
                <Badge kind={KINDS[state] ?? "neutral"}>
                    {labelOf("housing_request_state", state)}
                </Badge>
            }
            second={[needsText(request), note].filter(Boolean).join(" · ")}
            third={[
                t("page.housing.asked_by", {
                    name: request.asked_by_name,
                    day: formatDay(request.asked_on),
                }),
                ...answer,
            ]
                .filter(Boolean)
                .join(" · ")}
            actions={<Answers request={request} />}
        />
    );
}

function Answers({ request }: RequestCardProps) {
    const session = useSession();
    const reopen = useAct("housing.reopen_request");
    const [isDeclining, setDeclining] = useState(false);
    const path = { id: request.id };
    const isOpen = request.state === "open";
    const name = <span class="visually-hidden"> {whoOf(request)}</span>;

    return (
        <>
            {reopen.problem && <ProblemAlert problem={reopen.problem} />}
            {isOpen && may(session, "housing.add_stay") && (
                <LinkButton
                    href={link("/housing/stays/new", {
                        person: request.person,
                        request: request.id,
                        case: request.case_id ?? undefined,
                    })}
                >
                    {t("do.housing.give_bed")}
                    {name}
                </LinkButton>
            )}
            {isOpen && may(session, "housing.decline_request") && (
                <Button kind="outline" onClick={() => setDeclining(true)}>
                    {t("do.housing.decline")}
                    {name}
                </Button>
            )}
            {request.state === "declined" && may(session, "housing.reopen_request") && (
                <Button
                    kind="outline"
                    busy={reopen.busy}
                    onClick={() =>
                        void reopen.run({ path }, () =>
                            told(t("page.housing.request_reopened"), () =>
                                ask("housing.decline_request", {
                                    path,
                                    body: {
                                        reason: request.reason ?? "OTHER",
                                        answer_note: request.answer_note ?? null,
                                    },
                                }),
                            ),
                        )
                    }
                >
                    {t("do.housing.reopen")}
                    {name}
                </Button>
            )}
            {isOpen && (
                <CancelButton
                    what="request"
                    id={request.id}
                    said={t("page.housing.request_cancelled")}
                >
                    {t("do.housing.cancel_request")}
                    {name}
                </CancelButton>
            )}
            {isDeclining && (
                <DeclineDialog
                    request={request}
                    onClose={() => setDeclining(false)}
                    onDone={() =>
                        told(t("page.housing.request_declined"), () =>
                            ask("housing.reopen_request", { path }),
                        )
                    }
                />
            )}
        </>
    );
}

interface DeclineDialogProps {
    request: Request;
    onClose: () => void;
    onDone: () => void;
}

function DeclineDialog({ request, onClose, onDone }: DeclineDialogProps) {
    const decline = useAct("housing.decline_request");
    const [reason, setReason] = useState("NO_BED");
    const [note, setNote] = useState("");

    function submit(): void {
        const body = { reason, answer_note: note.trim() || null };
        void decline.run({ path: { id: request.id }, body }, () => {
            onClose();
            onDone();
        });
    }

    return (
        <Dialog title={t("do.housing.decline")} onClose={onClose}>
            <Form class="form" problem={decline.problem} onSubmit={submit}>
                <ChooseOne
                    name="reason"
                    always
                    label={t("field.housing.reason")}
                    options={options("housing_decline_reason")}
                    value={reason}
                    onChange={setReason}
                />
                <TextArea
                    name="answer_note"
                    label={t("field.housing.answer_note")}
                    value={note}
                    onInput={setNote}
                />
                <DialogActions busy={decline.busy} onClose={onClose} />
            </Form>
        </Dialog>
    );
}
