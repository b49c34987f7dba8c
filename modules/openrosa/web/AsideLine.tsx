// SPDX-License-Identifier: EUPL-1.2
import type { Aside } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Badge, Card } from "web/kit/List";
import { link } from "web/shell/router";
import { formatInstant } from "web/words/format";
import { t } from "web/words/words";

export function titleOf(aside: Aside): string {
    return aside.form_title ?? t("page.openrosa.unknown_form", { form: aside.form || "?" });
}

export function sentBy({ sent_by_name, received_at }: Aside): string {
    return t("page.openrosa.sent_by", { name: sent_by_name, when: formatInstant(received_at) });
}

export function AsideLine({ aside }: { aside: Aside }) {
    return (
        <Card
            href={link(`/phones/asides/${aside.id}`)}
            title={titleOf(aside)}
            badges={
                <>
                    {aside.state !== "waiting" && (
                        <Badge>{labelOf("aside_state", aside.state)}</Badge>
                    )}
                    {aside.kept_by_phone && <Badge>{t("page.openrosa.also_on_phone")}</Badge>}
                </>
            }
            second={aside.reason_text}
            third={<bdi>{sentBy(aside)}</bdi>}
        />
    );
}
