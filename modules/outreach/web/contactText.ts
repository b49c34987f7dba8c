// SPDX-License-Identifier: EUPL-1.2
// A contact as it stands in the form, and the wish that it becomes. What the last contact was
// like is the best guess of what this one will be like.
import type { Contact, ContactWish } from "web/api/acts";
import type { Option } from "web/api/vocabulary";
import { clockOf, dayOf, instantOf } from "web/words/format";

export type Who = "nobody" | "nickname" | "person";

export interface ContactText {
    // The day and the clock of the wall, as two fields.
    day: string;
    clock: string;
    // Somebody has said so; else it is what the phone's clock said.
    typed: boolean;
    setting: string;
    district: string;
    place_note: string;
    who: Who;
    nickname: string;
    person: string;
    languages: string[];
    mediator_present: boolean;
    apparent_gender: string;
    apparent_age: string;
    circumstances: string[];
    interventions: string[];
    outcome: string;
    note: string;
}

export function freshContact(now: Date, last?: Pick<Contact, "setting" | "district">): ContactText {
    return {
        day: dayOf(now),
        clock: clockOf(now),
        typed: false,
        setting: last?.setting ?? "",
        district: last?.district ?? "",
        place_note: "",
        who: "nobody",
        nickname: "",
        person: "",
        languages: [],
        mediator_present: false,
        apparent_gender: "",
        apparent_age: "",
        circumstances: [],
        interventions: [],
        outcome: "",
        note: "",
    };
}

export function contactText(contact: Contact): ContactText {
    const at = new Date(contact.at);
    return {
        day: dayOf(at),
        clock: clockOf(at),
        typed: true,
        setting: contact.setting,
        district: contact.district,
        place_note: contact.place_note ?? "",
        who: contact.person ? "person" : contact.nickname ? "nickname" : "nobody",
        nickname: contact.nickname ?? "",
        person: contact.person ?? "",
        languages: contact.languages,
        mediator_present: contact.mediator_present ?? false,
        apparent_gender: contact.apparent_gender ?? "",
        apparent_age: contact.apparent_age ?? "",
        circumstances: contact.circumstances,
        interventions: contact.interventions,
        outcome: contact.outcome,
        note: contact.note ?? "",
    };
}

export function contactWish(text: ContactText, outing: string | null): ContactWish {
    const given = (value: string) => value.trim() || null;
    return {
        outing,
        at: instantOf(text.day, text.clock).toISOString(),
        setting: text.setting,
        district: text.district,
        place_note: given(text.place_note),
        languages: text.languages,
        mediator_present: text.mediator_present,
        nickname: text.who === "nickname" ? given(text.nickname) : null,
        person: text.who === "person" ? given(text.person) : null,
        apparent_gender: given(text.apparent_gender),
        apparent_age: given(text.apparent_age),
        circumstances: text.circumstances,
        interventions: text.interventions,
        outcome: text.outcome,
        note: given(text.note),
    };
}

type Coded = "languages" | "circumstances" | "interventions";

// The same options, those of the last contacts first, the most frequent first of all.
export function mostUsedFirst(options: Option[], contacts: Contact[], field: Coded): Option[] {
    const uses = new Map<string, number>();
    for (const code of contacts.flatMap((contact) => contact[field])) {
        uses.set(code, (uses.get(code) ?? 0) + 1);
    }
    return options.toSorted(
        (one, other) => (uses.get(other.value) ?? 0) - (uses.get(one.value) ?? 0),
    );
}
