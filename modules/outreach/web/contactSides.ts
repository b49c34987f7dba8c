// SPDX-License-Identifier: EUPL-1.2
// A contact in words, field by field: to put what two have written beside each other.
import type { Contact, ContactWish, PersonCard } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import type { Side } from "web/phone/offline";
import { formatInstant, formatTime } from "web/words/format";
import { t } from "web/words/words";

type Shown = Partial<ContactWish> & { person_card?: PersonCard | null };

const list = (vocabulary: string, codes: string[] | undefined) =>
    (codes ?? []).map((code) => labelOf(vocabulary, code)).join(", ");

export function contactSides(value: object): Side[] {
    const contact = value as Shown;
    const person = contact.person_card?.name ?? (contact.person ? t("page.outreach.who.person") : "");
    return [
        ["at", t("field.outreach.at"), contact.at ? formatInstant(contact.at) : ""],
        ["setting", t("field.outreach.setting"), labelOf("contact_setting", contact.setting)],
        ["district", t("field.outreach.district"), contact.district ?? ""],
        ["place_note", t("field.outreach.place_note"), contact.place_note ?? ""],
        ["nickname", t("field.outreach.nickname"), contact.nickname ?? ""],
        ["person", t("field.outreach.person"), person],
        ["apparent_gender", t("field.outreach.apparent_gender"), labelOf("gender", contact.apparent_gender)],
        ["apparent_age", t("field.outreach.apparent_age"), labelOf("apparent_age", contact.apparent_age)],
        ["languages", t("field.outreach.languages"), list("language", contact.languages)],
        ["mediator_present", t("field.outreach.mediator_present"), contact.mediator_present ? t("web.yes") : ""],
        ["interventions", t("field.outreach.interventions"), list("intervention", contact.interventions)],
        ["circumstances", t("field.outreach.circumstances"), list("vulnerability", contact.circumstances)],
        ["outcome", t("field.outreach.outcome"), labelOf("contact_outcome", contact.outcome)],
        ["note", t("field.outreach.note"), contact.note ?? ""],
    ].map(([field, label, text]) => ({ field: field!, label: label!, text: text! }));
}

// Which one it was, without saying of whom.
export function placeAndTime({ setting, at }: Pick<Contact, "setting" | "at">): string {
    return [labelOf("contact_setting", setting), formatTime(at)].filter(Boolean).join(", ");
}
