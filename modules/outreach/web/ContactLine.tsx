// SPDX-License-Identifier: EUPL-1.2
import type { Contact } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Button } from "web/kit/Button";
import { Badge, Card } from "web/kit/List";
import { useAct } from "web/kit/useAct";
import { reloadAll } from "web/kit/useQuery";
import { nameOf } from "modules/people/web/PersonLine";
import { useWaiting } from "web/shell/phone";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { useDistricts } from "web/shell/useDistricts";
import { formatDay, formatTime } from "web/words/format";
import { t } from "web/words/words";

// Who was met, as far as is known: a person, a nickname, or somebody one can only describe.
export function whoIs(contact: Contact): string {
    if (contact.person_card) return nameOf(contact.person_card);
    if (contact.nickname) return `“${contact.nickname}”`;
    const seen = [
        contact.apparent_gender &&
            contact.apparent_gender !== "U" &&
            labelOf("gender", contact.apparent_gender),
        contact.apparent_age &&
            contact.apparent_age !== "unknown" &&
            labelOf("apparent_age", contact.apparent_age),
    ].filter(Boolean);
    return [t("page.outreach.no_name"), ...seen].join(", ");
}

interface ContactLineProps {
    contact: Contact;
    // Whose list it stands in says what need not be said again: the day of an outing, who a
    // person is.
    listOf: "outing" | "person" | "everybody";
}

export function ContactLine({ contact, listOf }: ContactLineProps) {
    const session = useSession();
    const districts = useDistricts();
    const restore = useAct("outreach.restore_contact");
    const isHere = useWaiting(contact.id);
    const time = formatTime(contact.at);
    const when = listOf === "outing" ? time : `${formatDay(contact.day)}, ${time}`;
    const done = contact.interventions.map((code) => labelOf("intervention", code));

    return (
        <Card
            href={link(`/outreach/contacts/${contact.id}`)}
            title={listOf === "person" ? when : <bdi>{whoIs(contact)}</bdi>}
            badges={
                (contact.cancelled || isHere) && (
                    <>
                        {contact.cancelled && <Badge>{t("page.outreach.cancelled")}</Badge>}
                        {isHere && <Badge kind="info">{t("page.outreach.on_this_phone")}</Badge>}
                    </>
                )
            }
            second={[
                listOf !== "person" && when,
                labelOf("contact_setting", contact.setting),
                districts.nameOf(contact.district),
            ]
                .filter(Boolean)
                .join(" · ")}
            third={[labelOf("contact_outcome", contact.outcome), ...done].join(" · ")}
            actions={
                contact.cancelled &&
                may(session, "outreach.restore_contact") && (
                    <Button
                        kind="outline"
                        icon="undo"
                        busy={restore.busy}
                        onClick={() => void restore.run({ path: { id: contact.id } }, reloadAll)}
                    >
                        {t("do.outreach.restore_contact")}
                    </Button>
                )
            }
        />
    );
}
