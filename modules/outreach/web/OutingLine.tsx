// SPDX-License-Identifier: EUPL-1.2
import type { Outing } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Badge, Card } from "web/kit/List";
import { link } from "web/shell/router";
import { formatDay } from "web/words/format";
import { count } from "web/words/words";

export function OutingState({ outing }: { outing: Outing }) {
    return (
        <Badge kind={outing.state === "open" ? "success" : "neutral"}>
            {labelOf("outing_state", outing.state)}
        </Badge>
    );
}

export function hoursOf({ begins, ends }: Outing): string {
    return [begins, ends]
        .filter(Boolean)
        .map((clock) => clock!.slice(0, 5))
        .join("–");
}

export function OutingLine({ outing }: { outing: Outing }) {
    return (
        <Card
            href={link(`/outreach/outings/${outing.id}`)}
            title={outing.team_name}
            badges={<OutingState outing={outing} />}
            second={[
                formatDay(outing.day),
                hoursOf(outing),
                count("page.outreach.contacts", outing.contacts),
                outing.seen > 0 && count("page.outreach.seen", outing.seen),
            ]
                .filter(Boolean)
                .join(" · ")}
            third={[outing.stops.join(", "), outing.members.map(({ name }) => name).join(", ")]
                .filter(Boolean)
                .join(" — ")}
        />
    );
}
