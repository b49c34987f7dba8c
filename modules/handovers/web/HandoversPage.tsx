// SPDX-License-Identifier: EUPL-1.2
// Who comes from other cities and waits for an answer, and who was sent there.
import type { ReceivedHandover, SentHandover } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Badge, type BadgeKind, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Show } from "web/kit/Show";
import { useAct } from "web/kit/useAct";
import { useQuery } from "web/kit/useQuery";
import { PersonName } from "modules/people/web/PersonLine";
import { say } from "web/shell/notices";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { useCities } from "./useCities";

export default function HandoversPage() {
    const received = useQuery("handovers.list_received", {});
    const sent = useQuery("handovers.list_sent", {});
    return (
        <Page wide title={t("page.handovers.handovers")}>
            <h2>{t("page.handovers.received")}</h2>
            <Show of={received}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.handovers.none_received")} />
                    ) : (
                        <CardList label={t("page.handovers.received")}>
                            {items.map((one) => (
                                <Arriving key={one.id} one={one} />
                            ))}
                        </CardList>
                    )
                }
            </Show>
            <h2>{t("page.handovers.sent")}</h2>
            <Show of={sent}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.handovers.none_sent")}>
                            <p>{t("page.handovers.none_hint")}</p>
                        </EmptyState>
                    ) : (
                        <CardList label={t("page.handovers.sent")}>
                            {items.map((one) => (
                                <Leaving key={one.id} one={one} reload={sent.reload} />
                            ))}
                        </CardList>
                    )
                }
            </Show>
        </Page>
    );
}

const KINDS: Record<string, BadgeKind> = { accepted: "success", refused: "danger", sent: "info" };

export function HandoverMarks({ state, late }: { state: string; late: boolean }) {
    return (
        <>
            <Badge kind={KINDS[state] ?? "neutral"}>{labelOf("handover_state", state)}</Badge>
            {late && <Badge kind="danger">{t("page.handovers.late")}</Badge>}
        </>
    );
}

export function nameIn({ bundle }: ReceivedHandover): string {
    const { given_name, family_name, nickname, number } = bundle;
    return [given_name, family_name].filter(Boolean).join(" ") || nickname || number;
}

function Arriving({ one }: { one: ReceivedHandover }) {
    const { nameOf } = useCities();
    return (
        <Card
            href={link(`/handovers/${one.id}`)}
            title={<bdi>{nameIn(one)}</bdi>}
            badges={<HandoverMarks {...one} />}
            second={[t("page.handovers.from", { city: nameOf(one.from_city) }), one.bundle.sender]
                .filter(Boolean)
                .join(" · ")}
            third={t("page.handovers.answer_by", { day: formatDay(one.due_on) })}
        />
    );
}

function Leaving({ one, reload }: { one: SentHandover; reload: () => Promise<void> }) {
    const session = useSession();
    const withdraw = useAct("handovers.withdraw_handover");
    const { nameOf } = useCities();
    const answer = [labelOf("handover_refusal", one.reason), one.words, one.answered_by_name];
    return (
        <Card
            href={link(`/cases/${one.case}`)}
            title={<PersonName person={one.person_card} />}
            badges={<HandoverMarks {...one} />}
            second={[t("page.handovers.to", { city: nameOf(one.to_city) }), one.sent_by_name]
                .filter(Boolean)
                .join(" · ")}
            third={
                answer.filter(Boolean).join(" · ") ||
                t("page.handovers.answer_by", { day: formatDay(one.due_on) })
            }
            actions={
                one.state === "sent" &&
                may(session, "handovers.withdraw_handover") && (
                    <>
                        {withdraw.problem && <ProblemAlert problem={withdraw.problem} />}
                        <Button
                            kind="plain"
                            busy={withdraw.busy}
                            onClick={() =>
                                void withdraw.run({ path: { id: one.id } }, () => {
                                    say({ text: t("page.handovers.withdrawn") });
                                    void reload();
                                })
                            }
                        >
                            {t("do.handovers.withdraw")}
                        </Button>
                    </>
                )
            }
        />
    );
}
