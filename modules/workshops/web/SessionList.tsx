// SPDX-License-Identifier: EUPL-1.2
// The sessions of a workshop: those to come first, then those that have been, the last one first.
import { useState } from "preact/hooks";
import { ask } from "web/api/client";
import { Button } from "web/kit/Button";
import { Badge, Card, CardList } from "web/kit/List";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { today } from "web/words/format";
import { t } from "web/words/words";
import { ChangeSession } from "./SessionDialog";
import type { WorkshopSession } from "./types";
import { whenOf } from "./workshopText";

interface ListProps {
    sessions: WorkshopSession[];
    reload: () => Promise<void>;
}

export function SessionList({ sessions, reload }: ListProps) {
    const coming = sessions.filter(({ day }) => day >= today());
    const past = sessions.filter(({ day }) => day < today()).toReversed();
    return (
        <>
            {coming.length > 0 && (
                <CardList label={t("page.workshops.coming")}>
                    {coming.map((each) => (
                        <Line key={each.id} session={each} reload={reload} />
                    ))}
                </CardList>
            )}
            {past.length > 0 && (
                <>
                    <h3>{t("page.workshops.past")}</h3>
                    <CardList label={t("page.workshops.past")}>
                        {past.map((each) => (
                            <Line key={each.id} session={each} reload={reload} />
                        ))}
                    </CardList>
                </>
            )}
        </>
    );
}

interface LineProps {
    session: WorkshopSession;
    reload: () => Promise<void>;
}

function Line({ session, reload }: LineProps) {
    const who = useSession();
    const hasBeen = session.day <= today();
    return (
        <Card
            {...(!session.cancelled && { href: link(`/workshops/sessions/${session.id}`) })}
            title={whenOf(session)}
            badges={
                <>
                    {session.cancelled && <Badge>{t("page.workshops.cancelled")}</Badge>}
                    {session.has_sheet && (
                        <Badge kind="success">{t("page.workshops.signed")}</Badge>
                    )}
                </>
            }
            second={[session.topic, session.room].filter(Boolean).join(" · ")}
            third={
                hasBeen &&
                !session.cancelled &&
                (session.marked > 0
                    ? t("page.workshops.present_of", {
                          present: session.present,
                          marked: session.marked,
                      })
                    : t("page.workshops.not_marked"))
            }
            actions={
                may(who, "workshops.change_session") && (
                    <Changing session={session} reload={reload} />
                )
            }
        />
    );
}

function Changing({ session, reload }: LineProps) {
    const cancel = useAct("workshops.cancel_session");
    const restore = useAct("workshops.restore_session");
    const [isOpen, setOpen] = useState(false);
    const path = { id: session.id };
    const when = whenOf(session);
    const problem = cancel.problem ?? restore.problem;

    function takeAway(): void {
        void cancel.run({ path }, () => {
            say({
                text: t("page.workshops.session_cancelled"),
                undo: async () => {
                    await ask("workshops.restore_session", { path });
                    reloadAll();
                },
            });
            void reload();
        });
    }

    return (
        <>
            {problem && <ProblemAlert problem={problem} />}
            {session.cancelled ? (
                <Button
                    kind="plain"
                    icon="undo"
                    busy={restore.busy}
                    label={`${t("do.workshops.restore_session")}: ${when}`}
                    onClick={() => void restore.run({ path }, () => void reload())}
                >
                    {t("do.workshops.restore_session")}
                </Button>
            ) : (
                <>
                    <Button
                        kind="plain"
                        label={`${t("web.change")}: ${when}`}
                        onClick={() => setOpen(true)}
                    >
                        {t("web.change")}
                    </Button>
                    <Button
                        kind="plain"
                        busy={cancel.busy}
                        label={`${t("do.workshops.cancel_session")}: ${when}`}
                        onClick={takeAway}
                    >
                        {t("do.workshops.cancel_session")}
                    </Button>
                </>
            )}
            {isOpen && (
                <ChangeSession
                    session={session}
                    onClose={() => setOpen(false)}
                    onDone={() => {
                        setOpen(false);
                        void reload();
                    }}
                />
            )}
        </>
    );
}
