// SPDX-License-Identifier: EUPL-1.2
// A referral as a line: who, where, how it stands, and what it waits for.
import type { ReferralLine } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Badge, type BadgeKind, Card } from "web/kit/List";
import { PersonName } from "modules/people/web/PersonLine";
import { link } from "web/shell/router";
import { formatInstant } from "web/words/format";
import { t } from "web/words/words";

type Standing = Pick<ReferralLine, "state" | "clock" | "due_at" | "outcome">;

const LATE = new Set(["answer_late", "outcome_late"]);

function kindOf({ state, clock }: Standing): BadgeKind {
    if (LATE.has(clock)) return "danger";
    if (clock === "to_take_up") return "warning";
    return state === "accepted" || state === "attended" ? "success" : "info";
}

export function ReferralMarks(one: Standing) {
    const { state, clock } = one;
    return (
        <>
            <Badge kind={kindOf(one)}>{labelOf("referral_state", state)}</Badge>
            {(LATE.has(clock) || clock === "to_take_up") && (
                <Badge kind={kindOf(one)}>{labelOf("referral_clock", clock)}</Badge>
            )}
        </>
    );
}

// "Aspetta una risposta entro …"
export function waitsFor({ clock, due_at, outcome }: Standing): string {
    if (clock === "none" || clock === "to_take_up") return labelOf("referral_outcome", outcome);
    const when = due_at ? formatInstant(due_at) : "";
    return LATE.has(clock)
        ? t("page.referrals.late_since", { when })
        : `${labelOf("referral_clock", clock)} ${t("page.referrals.due", { when })}`;
}

export function ReferralCard({ one, withPerson }: { one: ReferralLine; withPerson?: boolean }) {
    return (
        <Card
            href={link(`/referrals/${one.id}`)}
            title={
                withPerson ? <PersonName person={one.person_card} /> : <bdi>{one.service_name}</bdi>
            }
            badges={<ReferralMarks {...one} />}
            second={[
                withPerson && one.service_name,
                labelOf("referral_area", one.area),
                labelOf("referral_mode", one.mode),
            ]
                .filter(Boolean)
                .join(" · ")}
            third={[waitsFor(one), `${formatInstant(one.sent_at)}, ${one.sent_by_name}`]
                .filter(Boolean)
                .join(" · ")}
        />
    );
}
