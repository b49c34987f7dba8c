// SPDX-License-Identifier: EUPL-1.2
// What whoever sends somebody must see first: is it there, is it open, does anybody know.
import type { Service } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Badge } from "web/kit/List";
import { t } from "web/words/words";

export function ServiceMarks({ service }: { service: Service }) {
    const { status, is_open, stale, reserved_for } = service;
    return (
        <>
            {status !== "active" && <Badge kind="danger">{labelOf("service_status", status)}</Badge>}
            {is_open === true && <Badge kind="success">{t("page.directory.is_open")}</Badge>}
            {is_open === false && <Badge>{t("page.directory.is_closed")}</Badge>}
            {reserved_for && <Badge kind="info">{labelOf("gender", reserved_for)}</Badge>}
            {stale && <Badge kind="warning">{t("page.directory.is_stale")}</Badge>}
        </>
    );
}
