// SPDX-License-Identifier: EUPL-1.2
import { labelOf } from "web/api/vocabulary";
import { Badge } from "web/kit/List";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { endingOf } from "./ending";

interface CaseMarksProps {
    state: string;
    ends_on?: string | null;
    hand_over_accepted_on?: string | null;
    cancelled?: boolean;
}

export function CaseMarks(wish: CaseMarksProps) {
    const ending = endingOf(wish);
    const day = wish.ends_on ? formatDay(wish.ends_on) : "";
    return (
        <>
            {ending === "over" && <Badge kind="danger">{t("page.cases.overdue", { day })}</Badge>}
            {ending === "near" && <Badge kind="warning">{t("page.cases.ends_on", { day })}</Badge>}
            {ending === "later" && <Badge kind="info">{t("page.cases.ends_on", { day })}</Badge>}
            {wish.cancelled ? (
                <Badge>{t("page.cases.cancelled")}</Badge>
            ) : (
                ending === "none" && (
                    <Badge kind={wish.state === "open" ? "success" : "neutral"}>
                        {labelOf("case_state", wish.state).toLowerCase()}
                    </Badge>
                )
            )}
        </>
    );
}
