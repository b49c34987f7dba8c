// SPDX-License-Identifier: EUPL-1.2
import { LinkButton } from "web/kit/Button";
import type { OutingSectionProps } from "web/shell/module";
import { link } from "web/shell/router";
import { t } from "web/words/words";

export default function ToSheet({ outing }: OutingSectionProps) {
    return (
        <div class="form-actions">
            <LinkButton kind="outline" href={link(`/shifts/outings/${outing.id}`)}>
                {t("page.shifts.to_sheet")}
            </LinkButton>
        </div>
    );
}
