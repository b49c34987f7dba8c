// SPDX-License-Identifier: EUPL-1.2
import { labelOf } from "web/api/vocabulary";
import { Badge, type BadgeKind } from "web/kit/List";
import { t } from "web/words/words";

const CONSENT_KIND: Record<string, BadgeKind> = {
    GIVEN: "success",
    NOT_ASKED: "warning",
    EXPIRED: "warning",
    REFUSED: "danger",
    WITHDRAWN: "danger",
};

export function ConsentBadge({ state }: { state: string }) {
    return (
        <Badge kind={CONSENT_KIND[state] ?? "neutral"}>
            {t("page.stories.consent_is", {
                state: labelOf("story_consent_state", state).toLowerCase(),
            })}
        </Badge>
    );
}
