// SPDX-License-Identifier: EUPL-1.2
import { labelOf } from "web/api/vocabulary";
import { Badge, type BadgeKind } from "web/kit/List";

const KINDS: Record<string, BadgeKind> = {
    preparing: "neutral",
    running: "info",
    uncovered: "danger",
    ended: "neutral",
};

export function StateBadge({ state }: { state: string }) {
    return <Badge kind={KINDS[state] ?? "neutral"}>{labelOf("civic_state", state)}</Badge>;
}
