// SPDX-License-Identifier: EUPL-1.2
// An erasure in its steps: what would go, what still goes on, the approval of one and the hand of
// another.
import { useState } from "preact/hooks";
import { labelOf } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { Dialog } from "web/kit/Dialog";
import { Card, CardList } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { may, useSession } from "web/shell/session";
import { count, t } from "web/words/words";
import type { ErasurePreview, HeldCount, RightsRequest } from "./types";

interface ErasureProps {
    request: RightsRequest;
    onChanged: (request: RightsRequest) => void;
}

export function ErasureSection({ request, onChanged }: ErasureProps) {
    const found = useQuery("rights.preview_erasure", { path: { id: request.id } });
    const changed = (now: RightsRequest) => {
        onChanged(now);
        void found.reload();
    };
    return (
        <section class="section">
            <h2>{t("page.rights.erasure")}</h2>
            <p>{t("page.rights.erasure_hint")}</p>
            <Show of={found}>
                {(preview) => (
                    <>
                        <Steps preview={preview} />
                        {!preview.erased && (
                            <Counts label={t("page.rights.would_go")} counts={preview.held} />
                        )}
                        {preview.running.length > 0 && (
                            <Alert kind="warning" quiet title={t("page.rights.running")}>
                                <Counts
                                    label={t("page.rights.running")}
                                    counts={preview.running}
                                />
                            </Alert>
                        )}
                        {preview.granted && !preview.erased && (
                            <Doing request={request} preview={preview} onChanged={changed} />
                        )}
                    </>
                )}
            </Show>
        </section>
    );
}

function Steps({ preview: { granted, approved, erased } }: { preview: ErasurePreview }) {
    if (erased) return null;
    if (!granted) return <p>{t("page.rights.waits_for_grant")}</p>;
    return (
        <p>{t(approved ? "page.rights.waits_for_hand" : "page.rights.waits_for_approval")}</p>
    );
}

function Counts({ label, counts }: { label: string; counts: HeldCount[] }) {
    return (
        <CardList label={label}>
            {counts.map(({ section, rows }) => (
                <Card
                    key={section}
                    title={labelOf("rights_section", section)}
                    second={count("page.rights.rows", rows)}
                />
            ))}
        </CardList>
    );
}

function Doing({ request, preview, onChanged }: ErasureProps & { preview: ErasurePreview }) {
    const session = useSession();
    const approve = useAct("rights.approve_erasure");
    const withdraw = useAct("rights.withdraw_approval");
    const [sure, setSure] = useState(false);
    const path = { id: request.id };
    const problem = approve.problem ?? withdraw.problem;
    return (
        <>
            {problem && <ProblemAlert problem={problem} />}
            <div class="form-actions">
                {!preview.approved && may(session, "rights.approve_erasure") && (
                    <Button
                        busy={approve.busy}
                        onClick={() =>
                            void approve.run({ path }, (now) => {
                                say({ text: t("page.rights.approved_now") });
                                onChanged(now);
                            })
                        }
                    >
                        {t("do.rights.approve")}
                    </Button>
                )}
                {preview.approved && may(session, "rights.withdraw_approval") && (
                    <Button
                        kind="outline"
                        icon="undo"
                        busy={withdraw.busy}
                        onClick={() =>
                            void withdraw.run({ path }, (now) => {
                                say({ text: t("page.rights.approval_withdrawn") });
                                onChanged(now);
                            })
                        }
                    >
                        {t("do.rights.withdraw_approval")}
                    </Button>
                )}
                {preview.approved && may(session, "rights.erase_person") && (
                    <Button kind="danger" onClick={() => setSure(true)}>
                        {t("do.rights.erase")}
                    </Button>
                )}
            </div>
            {sure && (
                <Sure request={request} onClose={() => setSure(false)} onChanged={onChanged} />
            )}
        </>
    );
}

function Sure({ request, onClose, onChanged }: ErasureProps & { onClose: () => void }) {
    const erase = useAct("rights.erase_person");
    return (
        <Dialog title={t("page.rights.sure")} onClose={onClose}>
            {erase.problem && <ProblemAlert problem={erase.problem} />}
            <p>{t("page.rights.sure_hint")}</p>
            <div class="form-actions">
                <Button
                    kind="danger"
                    busy={erase.busy}
                    onClick={() =>
                        void erase.run({ path: { id: request.id } }, (now) => {
                            say({ text: t("page.rights.erased_now") });
                            onClose();
                            onChanged(now);
                        })
                    }
                >
                    {t("do.rights.erase")}
                </Button>
                <Button kind="outline" onClick={onClose}>
                    {t("web.cancel")}
                </Button>
            </div>
        </Dialog>
    );
}
