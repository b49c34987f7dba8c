// SPDX-License-Identifier: EUPL-1.2
// How a count is called, how it stands, and its number.
import type { HeadcountInvitation, HeadcountRound } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Badge, type BadgeKind } from "web/kit/List";
import { formatDay, formatNumber } from "web/words/format";
import { t } from "web/words/words";

type Either = HeadcountRound | HeadcountInvitation;

const KINDS: Record<string, BadgeKind> = {
    open: "info",
    counting: "warning",
    counted: "success",
    broken_off: "neutral",
};

export function periodOf({ period_from, period_until }: Either): string {
    return t("page.headcount.period", {
        from: formatDay(period_from),
        until: formatDay(period_until),
    });
}

export function StateMark({ state }: Either) {
    return (
        <Badge kind={KINDS[state] ?? "neutral"}>{labelOf("headcount_state", state)}</Badge>
    );
}

// "12.345 persone, quasi certamente fra 12.290 e 12.400"; empty until it is counted.
export function figureOf({ persons, low, high }: Either): string {
    if (persons == null || low == null || high == null) return "";
    return [
        t("page.headcount.figure", { persons: formatNumber(persons) }),
        t("page.headcount.interval", { low: formatNumber(low), high: formatNumber(high) }),
    ].join(", ");
}
