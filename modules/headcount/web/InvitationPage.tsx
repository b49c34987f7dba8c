// SPDX-License-Identifier: EUPL-1.2
// One count as a city sees it: what would leave, whether it takes part, and what has left.
import type { HeadcountInvitation } from "web/api/acts";
import { ask } from "web/api/client";
import { Alert } from "web/kit/Alert";
import { Button } from "web/kit/Button";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { reloadAll, useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatDay, formatInstant, formatNumber } from "web/words/format";
import { count, t } from "web/words/words";
import { figureOf, periodOf, StateMark } from "./period";

export default function InvitationPage({ params }: PageProps) {
    const one = useQuery("headcount.get_invitation", { path: { id: params["round"]! } });
    return (
        <Page
            title={one.data ? periodOf(one.data) : t("page.headcount.invitations")}
            back={{ href: link("/headcount/city"), label: t("page.headcount.invitations") }}
        >
            <Show of={one}>
                {(found) => (
                    <>
                        <p>
                            <StateMark {...found} />{" "}
                            {t("page.headcount.answer_by", { day: formatDay(found.answer_by) })}
                        </p>
                        {found.persons != null && <p class="lead">{figureOf(found)}</p>}
                        <Said one={found} reload={one.reload} />
                        {(found.state === "open" || found.state === "counting") && (
                            <WhatLeaves id={found.id} />
                        )}
                        <WhatLeft one={found} />
                    </>
                )}
            </Show>
        </Page>
    );
}

interface OneProps {
    one: HeadcountInvitation;
    reload: () => Promise<void>;
}

function Said({ one, reload }: OneProps) {
    const session = useSession();
    const takePart = useAct("headcount.take_part");
    const stayOut = useAct("headcount.stay_out");
    const path = { id: one.id };
    const open = one.state === "open" || (one.state === "counting" && one.takes_part === true);
    const missing = one.servers_missing && one.takes_part !== true;
    const problem = takePart.problem ?? stayOut.problem;

    // Whatever is said can be said otherwise, as long as nothing was counted.
    const said = (text: string, undo: "headcount.take_part" | "headcount.stay_out") => () => {
        say({
            text,
            undo: async () => {
                await ask(undo, { path });
                reloadAll();
            },
        });
        void reload();
    };

    return (
        <section class="section">
            {one.takes_part != null && (
                <p>
                    <strong>
                        {t(
                            one.takes_part
                                ? "page.headcount.part_taken"
                                : "page.headcount.part_not_taken",
                        )}
                    </strong>
                    {one.answered_by_name && ` · ${one.answered_by_name}`}
                    {one.answered_at && ` · ${formatInstant(one.answered_at)}`}
                </p>
            )}
            {problem && <ProblemAlert problem={problem} />}
            {open && missing && (
                <Alert kind="warning" quiet title={t("page.headcount.servers_missing")}>
                    {t("page.headcount.servers_missing_how")}
                </Alert>
            )}
            {open && may(session, "headcount.take_part") && (
                <div class="form-actions">
                    {one.takes_part !== true && !missing && (
                        <Button
                            busy={takePart.busy}
                            onClick={() =>
                                void takePart.run(
                                    { path },
                                    said(t("page.headcount.part_taken"), "headcount.stay_out"),
                                )
                            }
                        >
                            {t("do.headcount.take_part")}
                        </Button>
                    )}
                    {one.takes_part !== false && (
                        <Button
                            kind="outline"
                            busy={stayOut.busy}
                            onClick={() =>
                                void stayOut.run(
                                    { path },
                                    said(t("page.headcount.part_not_taken"), "headcount.take_part"),
                                )
                            }
                        >
                            {t("do.headcount.stay_out")}
                        </Button>
                    )}
                </div>
            )}
        </section>
    );
}

function WhatLeaves({ id }: { id: string }) {
    const preview = useQuery("headcount.preview", { path: { id } });
    return (
        <section class="section">
            <h2>{t("page.headcount.what_leaves")}</h2>
            <Show of={preview}>
                {(shown) => (
                    <ul>
                        <li>
                            {count(
                                "page.headcount.leaves_codes",
                                shown.persons - shown.not_taking_part,
                                {
                                    encodings: formatNumber(shown.encodings),
                                    filled: formatNumber(shown.filled_up_to),
                                },
                            )}
                        </li>
                        {shown.not_taking_part > 0 && (
                            <li>
                                {count("page.headcount.leaves_apart", shown.not_taking_part)}
                            </li>
                        )}
                        {shown.without_encodings > 0 && (
                            <li>
                                {count("page.headcount.leaves_empty", shown.without_encodings)}
                            </li>
                        )}
                        <li>{t("page.headcount.leaves_never")}</li>
                    </ul>
                )}
            </Show>
        </section>
    );
}

function WhatLeft({ one }: { one: HeadcountInvitation }) {
    return (
        <>
            {one.sent_at && (
                <p>
                    {count("page.headcount.sent", one.sent_persons ?? 0, {
                        encodings: formatNumber(one.sent_encodings ?? 0),
                        day: formatInstant(one.sent_at),
                    })}
                </p>
            )}
            {one.destroyed_at && (
                <p>
                    {t("page.headcount.destroyed", { day: formatInstant(one.destroyed_at) })}
                </p>
            )}
        </>
    );
}
