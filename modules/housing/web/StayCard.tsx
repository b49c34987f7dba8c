// SPDX-License-Identifier: EUPL-1.2
// A stay in a list: of a place, by the person; of a person, by the place.
import { labelOf } from "web/api/vocabulary";
import { Badge, type BadgeKind, Card } from "web/kit/List";
import { link } from "web/shell/router";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { periodText, whoOf } from "./housingText";
import type { Stay } from "./types";

const KINDS: Record<string, BadgeKind> = {
    promised: "warning",
    running: "success",
    ended: "neutral",
};

interface StayCardProps {
    stay: Stay;
    titled: "person" | "place";
}

export function StayCard({ stay, titled }: StayCardProps) {
    const where = `${stay.place_name}, ${stay.bed_name}`;
    return (
        <Card
            href={link(`/housing/stays/${stay.id}`)}
            title={titled === "person" ? <bdi>{whoOf(stay)}</bdi> : where}
            badges={
                <Badge kind={KINDS[stay.state] ?? "neutral"}>
                    {labelOf("housing_stay_state", stay.state)}
                </Badge>
            }
            second={titled === "person" ? stay.bed_name : periodText(stay)}
            third={
                titled === "person"
                    ? periodText(stay)
                    : stay.later_due_on &&
                      t("page.housing.later_due", { day: formatDay(stay.later_due_on) })
            }
        />
    );
}
