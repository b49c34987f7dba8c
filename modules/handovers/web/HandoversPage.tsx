// SPDX-License-Identifier: EUPL-1.2
// Who comes from other cities and waits for an answer, and who was sent there.
import { useState } from "preact/hooks";
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
import { OutcomeDialog } from "./OutcomeDialog";
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

const KINDS: Record<string, BadgeKind> = {
    accepted: "success",
    attended: "success",
    refused: "danger",
    sent: "info",
    seen: "info",
};

type Standing = Pick<SentHandover, "kind" | "state" | "clock" | "late" | "due_on">;

export function HandoverMarks({ kind, state, late }: Standing) {
    return (
        <>
            {kind === "referral" && <Badge>{labelOf("handover_kind", kind)}</Badge>}
            <Badge kind={KINDS[state] ?? "neutral"}>{labelOf("handover_state", state)}</Badge>
            {late && <Badge kind="danger">{t("page.handovers.late")}</Badge>}
        </>
    );
}

// Until when; empty where nothing is waited for.
export function waitsFor({ clock, due_on }: Standing): string {
    const day = formatDay(due_on);
    if (clock.startsWith("answer")) return t("page.handovers.answer_by", { day });
    return clock.startsWith("outcome") ? t("page.handovers.outcome_by", { day }) : "";
}

// A yes or a no can still be said, and what was sent can still be taken back.
export function isOpen({ state }: { state: string }): boolean {
    return state === "sent" || state === "seen";
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
            second={[
                t("page.handovers.from", { city: nameOf(one.from_city) }),
                labelOf("referral_area", one.bundle.asked?.area),
                one.bundle.sender,
            ]
                .filter(Boolean)
                .join(" · ")}
            third={labelOf("referral_outcome", one.outcome) || waitsFor(one)}
        />
    );
}

interface LeavingProps {
    one: SentHandover;
    reload: () => Promise<void>;
}

// Why not, or how it ended; and who says so.
function answerIn(one: SentHandover): string {
    return [
        labelOf("handover_refusal", one.reason),
        one.words,
        labelOf("referral_outcome", one.outcome),
        one.outcome_words,
        one.told_by_name ?? one.answered_by_name,
    ]
        .filter(Boolean)
        .join(" · ");
}

function Leaving({ one, reload }: LeavingProps) {
    const session = useSession();
    const { nameOf } = useCities();
    return (
        <Card
            href={link(`/cases/${one.case}`)}
            title={<PersonName person={one.person_card} />}
            badges={<HandoverMarks {...one} />}
            second={[
                t("page.handovers.to", { city: nameOf(one.to_city) }),
                labelOf("referral_area", one.area),
                one.sent_by_name,
            ]
                .filter(Boolean)
                .join(" · ")}
            third={[waitsFor(one), answerIn(one)].filter(Boolean).join(" · ")}
            actions={
                isOpen(one) &&
                may(session, "handovers.withdraw_handover") && (
                    <Withdrawing one={one} reload={reload} />
                )
            }
        />
    );
}

// Of a referral it is asked why: none ends without an outcome.
function Withdrawing({ one, reload }: LeavingProps) {
    const withdraw = useAct("handovers.withdraw_handover");
    const [asking, setAsking] = useState(false);
    const isReferral = one.kind === "referral";

    function take(outcome?: string): void {
        const query: { outcome?: string } = outcome ? { outcome } : {};
        void withdraw.run({ path: { id: one.id }, query }, () => {
            const done = isReferral
                ? "page.handovers.referral_withdrawn"
                : "page.handovers.withdrawn";
            setAsking(false);
            say({ text: t(done) });
            void reload();
        });
    }

    return (
        <>
            {withdraw.problem && !asking && <ProblemAlert problem={withdraw.problem} />}
            <Button
                kind="plain"
                busy={withdraw.busy}
                onClick={() => (isReferral ? setAsking(true) : take())}
            >
                {t(isReferral ? "do.handovers.withdraw_referral" : "do.handovers.withdraw")}
            </Button>
            {asking && (
                <OutcomeDialog
                    title={t("do.handovers.withdraw_referral")}
                    outcomes={one.next.flatMap(({ outcomes }) => outcomes)}
                    busy={withdraw.busy}
                    problem={withdraw.problem}
                    onSave={({ outcome }) => take(outcome)}
                    onClose={() => setAsking(false)}
                />
            )}
        </>
    );
}
