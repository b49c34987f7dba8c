// SPDX-License-Identifier: EUPL-1.2
import { LinkButton } from "web/kit/Button";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { t } from "web/words/words";

export function RecordButtons({ outing }: { outing: string }) {
    const session = useSession();
    return (
        <div class="record-buttons">
            {may(session, "outreach.record_contact") && (
                <LinkButton icon="add" href={link("/outreach/contacts/new", { outing })}>
                    {t("do.outreach.record_contact")}
                </LinkButton>
            )}
            {may(session, "outreach.record_tally") && (
                <LinkButton kind="outline" href={link("/outreach/tallies/new", { outing })}>
                    {t("do.outreach.record_tally")}
                </LinkButton>
            )}
        </div>
    );
}
