// SPDX-License-Identifier: EUPL-1.2
// A request in a list: what is asked, and by when it is answered or how it was.
import { labelOf } from "web/api/vocabulary";
import { Badge, Card } from "web/kit/List";
import { PersonName } from "modules/people/web/PersonLine";
import { link } from "web/shell/router";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import type { RightsRequest } from "./types";

export function RequestMarks({ request }: { request: RightsRequest }) {
    return (
        <>
            {request.late && <Badge kind="danger">{t("page.rights.is_late")}</Badge>}
            {request.first_due_on && <Badge kind="info">{t("page.rights.extended")}</Badge>}
            {request.state !== "open" && <Badge>{labelOf("rights_state", request.state)}</Badge>}
        </>
    );
}

interface RequestLineProps {
    request: RightsRequest;
    // Among those of one person the name says nothing.
    withName?: boolean;
}

export function RequestLine({ request, withName = false }: RequestLineProps) {
    const { kind, state, due_on, outcome, answered_on } = request;
    const what = labelOf("rights_kind", kind);
    const how =
        outcome && answered_on
            ? t("page.rights.answered_on", {
                  outcome: labelOf("rights_outcome", outcome),
                  day: formatDay(answered_on),
              })
            : state === "open" && due_on && t("page.rights.due", { day: formatDay(due_on) });
    return (
        <Card
            href={link(`/rights/requests/${request.id}`)}
            title={withName ? <PersonName person={request.person_card} /> : what}
            badges={<RequestMarks request={request} />}
            second={withName ? what : undefined}
            third={[
                t("page.rights.received", { day: formatDay(request.received_on) }),
                how,
            ]
                .filter(Boolean)
                .join(" · ")}
        />
    );
}
