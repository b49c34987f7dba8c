// SPDX-License-Identifier: EUPL-1.2
import { useState } from "preact/hooks";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { CardList } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { PersonLine } from "modules/people/web/PersonLine";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatDay, formatInstant } from "web/words/format";
import { t } from "web/words/words";
import { AnswerForm } from "./AnswerForm";
import { ErasureSection } from "./ErasureSection";
import { ExtensionForm } from "./ExtensionForm";
import { RequestMarks } from "./RequestLine";
import { isErasure, type RightsRequest } from "./types";

export default function RequestPage({ params }: PageProps) {
    const id = params["request"]!;
    const session = useSession();
    const found = useQuery("rights.get_request", { path: { id } });
    return (
        <Page
            title={t("page.rights.request")}
            back={{ href: link("/rights"), label: t("page.rights.title") }}
        >
            <Show of={found}>
                {(request) => (
                    <>
                        <CardList label={t("page.rights.request")}>
                            <PersonLine
                                person={request.person_card}
                                href={
                                    may(session, "people.get_person")
                                        ? link(`/people/${request.person}`)
                                        : undefined
                                }
                                badges={<RequestMarks request={request} />}
                            />
                        </CardList>
                        <About request={request} />
                        <Doing request={request} onChanged={found.set} />
                        {isErasure(request) &&
                            request.state !== "cancelled" &&
                            may(session, "rights.preview_erasure") && (
                                <ErasureSection request={request} onChanged={found.set} />
                            )}
                    </>
                )}
            </Show>
        </Page>
    );
}

function byOn(name?: string | null, at?: string | null): string | undefined {
    return name && at ? t("page.rights.by_on", { name, when: formatInstant(at) }) : undefined;
}

function About({ request }: { request: RightsRequest }) {
    return (
        <Facts>
            <Fact name={t("field.rights.kind")}>{labelOf("rights_kind", request.kind)}</Fact>
            <Fact name={t("page.rights.retention")} rare>
                {request.rule && labelOf("retention_rule", request.rule)}
            </Fact>
            <Fact name={t("field.rights.received_on")}>{formatDay(request.received_on)}</Fact>
            <Fact name={t("field.rights.how")} rare>
                {request.how && labelOf("rights_channel", request.how)}
            </Fact>
            <Fact name={t("field.rights.words")} rare>
                {request.words}
            </Fact>
            <Fact name={t("field.rights.due_on")} rare>
                {request.due_on && formatDay(request.due_on)}
            </Fact>
            <Fact name={t("field.rights.extension_reason")} rare>
                {request.extension_reason &&
                    labelOf("rights_extension_reason", request.extension_reason)}
            </Fact>
            <Fact name={t("field.rights.told_on")} rare>
                {request.told_on && formatDay(request.told_on)}
            </Fact>
            <Fact name={t("field.rights.outcome")} rare>
                {request.outcome && labelOf("rights_outcome", request.outcome)}
            </Fact>
            <Fact name={t("field.rights.refusal")} rare>
                {request.refusal && labelOf("rights_refusal", request.refusal)}
            </Fact>
            <Fact name={t("field.rights.answered_on")} rare>
                {request.answered_on && formatDay(request.answered_on)}
            </Fact>
            <Fact name={t("field.rights.answered_by")} rare>
                {request.answered_by_name}
            </Fact>
            <Fact name={t("field.rights.note")} rare>
                {request.answer_note}
            </Fact>
            <Fact name={t("field.rights.approved_by")} rare>
                {byOn(request.approved_by_name, request.approved_at)}
            </Fact>
            <Fact name={t("field.rights.carried_out_by")} rare>
                {byOn(request.carried_out_by_name, request.carried_out_at)}
            </Fact>
            <Fact name={t("field.rights.recorded_by")}>
                {byOn(request.recorded_by_name, request.recorded_at)}
            </Fact>
        </Facts>
    );
}

interface DoingProps {
    request: RightsRequest;
    onChanged: (request: RightsRequest) => void;
}

function Doing({ request, onChanged }: DoingProps) {
    const [asking, setAsking] = useState<"answer" | "extension">();
    const close = () => setAsking(undefined);
    const changed = (now: RightsRequest) => {
        close();
        onChanged(now);
    };
    const forms = { request, onClose: close, onChanged: changed };
    return (
        <>
            {request.state === "open" && (
                <Open request={request} onChanged={onChanged} onAsk={setAsking} />
            )}
            {request.state === "answered" && !request.approved_at && (
                <Answered request={request} onChanged={onChanged} />
            )}
            {asking === "answer" && <AnswerForm {...forms} />}
            {asking === "extension" && <ExtensionForm {...forms} />}
        </>
    );
}

interface OpenProps extends DoingProps {
    onAsk: (what: "answer" | "extension") => void;
}

function Open({ request, onChanged, onAsk }: OpenProps) {
    const session = useSession();
    const shorten = useAct("rights.undo_extension");
    const cancel = useAct("rights.cancel_request");
    const path = { id: request.id };
    const problem = shorten.problem ?? cancel.problem;
    return (
        <>
            {problem && <ProblemAlert problem={problem} />}
            <div class="form-actions">
                {may(session, "rights.answer_request") && (
                    <Button onClick={() => onAsk("answer")}>{t("do.rights.answer")}</Button>
                )}
                {request.due_on &&
                    !request.first_due_on &&
                    may(session, "rights.extend_request") && (
                        <Button kind="outline" onClick={() => onAsk("extension")}>
                            {t("do.rights.extend")}
                        </Button>
                    )}
                {request.first_due_on && may(session, "rights.undo_extension") && (
                    <Button
                        kind="outline"
                        icon="undo"
                        busy={shorten.busy}
                        onClick={() =>
                            void shorten.run({ path }, (now) => {
                                say({ text: t("page.rights.extension_undone") });
                                onChanged(now);
                            })
                        }
                    >
                        {t("do.rights.undo_extension")}
                    </Button>
                )}
                {may(session, "rights.cancel_request") && (
                    <Button
                        kind="plain"
                        busy={cancel.busy}
                        onClick={() =>
                            void cancel.run({ path }, (now) => {
                                say({ text: t("page.rights.cancelled") });
                                onChanged(now);
                            })
                        }
                    >
                        {t("do.rights.cancel")}
                    </Button>
                )}
            </div>
        </>
    );
}

function Answered({ request, onChanged }: DoingProps) {
    const session = useSession();
    const withdraw = useAct("rights.withdraw_answer");
    if (!may(session, "rights.withdraw_answer")) return null;
    return (
        <>
            {withdraw.problem && <ProblemAlert problem={withdraw.problem} />}
            <div class="form-actions">
                <Button
                    kind="outline"
                    icon="undo"
                    busy={withdraw.busy}
                    onClick={() =>
                        void withdraw.run({ path: { id: request.id } }, (now) => {
                            say({ text: t("page.rights.answer_withdrawn") });
                            onChanged(now);
                        })
                    }
                >
                    {t("do.rights.withdraw_answer")}
                </Button>
            </div>
        </>
    );
}
