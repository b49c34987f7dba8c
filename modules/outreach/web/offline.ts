// SPDX-License-Identifier: EUPL-1.2
// An outing without a signal: contacts, groups, who it was. What the phone shows until the server has
// answered is made here of what was written down; the server has the last word.
import type {
    Answer,
    Contact,
    NewPerson,
    OutingSheet,
    PersonCard,
    Tally,
    Wish,
} from "web/api/acts";
import type { Item } from "web/phone/items";
import {
    type Book,
    changedRow,
    findRow,
    type OfflinePart,
    type OfflineRead,
    type QueuedAct,
    type Remedy,
    type Row,
    rowsOf,
    withRow,
} from "web/phone/offline";
import type { Ask } from "web/api/client";
import { clockOf, dayOf } from "web/words/format";
import { contactSides, placeAndTime } from "./contactSides";

type Details = Wish<"outreach.change_contact">["body"];

const OUTINGS = "outings";
const CONTACTS = "contacts";
const TALLIES = "tallies";
const PERSONS = "persons";

function teamOf(book: Book, outing: string | null | undefined): string | null {
    return outing ? (findRow<OutingSheet>(book, OUTINGS, outing)?.team ?? null) : null;
}

function isNight(at: string): boolean {
    const hour = Number(clockOf(new Date(at)).slice(0, 2));
    return hour >= 22 || hour < 6;
}

function detailsOf(book: Book, body: Details) {
    const { base: _, ...details } = body;
    return {
        ...details,
        languages: details.languages ?? [],
        circumstances: details.circumstances ?? [],
        interventions: details.interventions ?? [],
        day: dayOf(new Date(details.at)),
        night: isNight(details.at),
        person_card: details.person
            ? (findRow<PersonCard>(book, PERSONS, details.person) ?? null)
            : null,
    };
}

// The outing's own figures follow.
function counted(
    book: Book,
    outing: string | null | undefined,
    more: { contacts?: number; seen?: number },
): Book {
    return changedRow<OutingSheet>(book, OUTINGS, outing ?? "", (sheet) => ({
        ...sheet,
        contacts: sheet.contacts + (more.contacts ?? 0),
        seen: sheet.seen + (more.seen ?? 0),
    }));
}

// ---- contacts

function withContact(book: Book, contact: Contact): Book {
    return withRow(book, CONTACTS, contact);
}

// A contact that somebody has cancelled can be had back, and is then changed.
const restoring: Record<string, Remedy> = {
    "outreach.contact_cancelled": {
        label: "do.outreach.restore_contact",
        before: ({ thing }: Item, ask: Ask) =>
            ask("outreach.restore_contact", { path: { id: thing } }),
    },
};

const record_contact: QueuedAct<"outreach.record_contact"> = {
    makes: true,
    about: ({ body }) => placeAndTime(body),
    sides: contactSides,
    form: ({ key, wish }) =>
        `/outreach/contacts/new?waiting=${key}&outing=${wish.body?.["outing"] ?? ""}`,
    clock: "at",
    thing: ({ body }) => body.id,
    needs: ({ body }) => [body.outing, body.person].filter((id) => typeof id === "string"),
    missing: ({ body }) => missingIn(body, "setting", "district", "outcome"),
    apply: (book, { body }, by) => {
        const { id, phone_said_at, ...details } = body;
        const contact: Contact = {
            ...detailsOf(book, details),
            id,
            team: teamOf(book, body.outing),
            late: false,
            recorded_by_name: by.name,
            recorded_at: by.at,
            phone_said_at: phone_said_at ?? null,
            version: 1,
            cancelled: false,
        };
        const known = findRow<Contact>(book, CONTACTS, id);
        const next = withRow(book, CONTACTS, contact);
        return known ? next : counted(next, body.outing, { contacts: 1 });
    },
    answer: (book, { body }) => findRow<Contact>(book, CONTACTS, body.id)!,
    arrived: withContact,
};

const change_contact: QueuedAct<"outreach.change_contact"> = {
    about: ({ body }) => placeAndTime(body),
    sides: contactSides,
    remedies: restoring,
    changes: CONTACTS,
    thing: ({ path }) => path.id,
    needs: ({ body }) => [body.outing, body.person].filter((id) => typeof id === "string"),
    missing: ({ body }) => missingIn(body, "setting", "district", "outcome"),
    apply: (book, { path, body }) =>
        changedRow<Contact>(book, CONTACTS, path.id, (contact) => {
            const details = detailsOf(book, body);
            // Who was named by an identification stays named.
            const named = contact.identification
                ? { person: contact.person ?? null, person_card: contact.person_card ?? null }
                : {};
            // On what it was made, also where a newer one has come meanwhile: what is corrected on
            // top of it has not seen that either.
            const version = (body.base ?? contact.version) + 1;
            return { ...contact, ...details, ...named, version };
        }),
    answer: (book, { path }) => findRow<Contact>(book, CONTACTS, path.id)!,
    arrived: withContact,
};

function marking<Name extends "outreach.cancel_contact" | "outreach.restore_contact">(
    cancelled: boolean,
): QueuedAct<Name> {
    return {
        thing: ({ path }) => path.id,
        apply: (book, { path }) => {
            const known = findRow<Contact>(book, CONTACTS, path.id);
            if (!known || known.cancelled === cancelled) return book;
            const next = withRow(book, CONTACTS, { ...known, cancelled } as Contact);
            return counted(next, known.outing, { contacts: cancelled ? -1 : 1 });
        },
        answer: (book, { path }) =>
            findRow<Contact>(book, CONTACTS, path.id)! as unknown as Answer<Name>,
        arrived: (book, answer) => withContact(book, answer as unknown as Contact),
    };
}

// ---- from a contact to a person

function cardOf(book: Book, person: NewPerson): PersonCard {
    const named = [person.given_name, person.family_name].filter(Boolean).join(" ");
    return {
        id: person.id,
        number: "",
        name: named || person.nickname || "?",
        nickname: person.nickname ?? null,
        gender: person.gender ?? "U",
        birth_year: person.birth_year ?? null,
        birth_year_estimated: person.birth_year_estimated ?? false,
        citizenship: person.citizenship ?? null,
        last_contact_on: null,
        case_state: null,
        ...findRow<PersonCard>(book, PERSONS, person.id),
    };
}

const identify_contact: QueuedAct<"outreach.identify_contact"> = {
    makes: true,
    remedies: {
        // The same review as at the desk.
        "people.very_likely_known": {
            label: "page.people.similar",
            page: ({ key, wish }) =>
                `/outreach/contacts/${wish.path!["contact"]!}/person?waiting=${key}`,
        },
    },
    thing: ({ body }) => body.id,
    needs: ({ path, body }) =>
        [path.contact, ...(body.also ?? []), body.person].filter((id) => typeof id === "string"),
    apply: (book, { path, body }, by) => {
        const card = body.new_person
            ? cardOf(book, body.new_person)
            : findRow<PersonCard>(book, PERSONS, body.person ?? "");
        const named = {
            person: body.new_person?.id ?? body.person ?? null,
            person_card: card ?? null,
            identification: body.id,
            identified_at: by.at,
        };
        let next = card ? withRow(book, PERSONS, card) : book;
        for (const id of [path.contact, ...(body.also ?? [])]) {
            next = changedRow<Contact>(next, CONTACTS, id, (one) => ({ ...one, ...named }));
        }
        return next;
    },
    answer: (book, { path }) => findRow<Contact>(book, CONTACTS, path.contact)!,
    arrived: withContact,
};

const undo_identification: QueuedAct<"outreach.undo_identification"> = {
    thing: ({ path }) => path.id,
    apply: (book, { path }) => ({
        ...book,
        [CONTACTS]: rowsOf<Contact>(book, CONTACTS).map((contact) =>
            contact.identification === path.id
                ? {
                      ...contact,
                      person: null,
                      person_card: null,
                      identification: null,
                      identified_at: null,
                  }
                : contact,
        ),
    }),
    answer: (_, { path }) => ({
        id: path.id,
        person: path.id,
        made_person: false,
        contacts: [],
        made_at: "",
    }),
};

// ---- groups

const record_tally: QueuedAct<"outreach.record_tally"> = {
    makes: true,
    about: ({ body }) => placeAndTime(body),
    clock: "at",
    thing: ({ body }) => body.id,
    needs: ({ body }) => (body.outing ? [body.outing] : []),
    missing: ({ body }) => missingIn(body, "setting", "district"),
    apply: (book, { body }, by) => {
        const tally: Tally = {
            ...body,
            team: teamOf(book, body.outing),
            day: dayOf(new Date(body.at)),
            recorded_by_name: by.name,
            cancelled: false,
        };
        const known = findRow<Tally>(book, TALLIES, body.id);
        const next = withRow(book, TALLIES, tally);
        return known ? next : counted(next, body.outing, { seen: body.people_seen });
    },
    answer: (book, { body }) => findRow<Tally>(book, TALLIES, body.id)!,
    arrived: (book, tally) => withRow(book, TALLIES, tally),
};

const cancel_tally: QueuedAct<"outreach.cancel_tally"> = {
    thing: ({ path }) => path.id,
    apply: (book, { path }) => {
        const known = findRow<Tally>(book, TALLIES, path.id);
        if (!known || known.cancelled) return book;
        const next = withRow(book, TALLIES, { ...known, cancelled: true } as Tally);
        return counted(next, known.outing, { seen: -known.people_seen });
    },
    answer: (book, { path }) => findRow<Tally>(book, TALLIES, path.id)!,
};

// ---- outings

const open_outing: QueuedAct<"outreach.open_outing"> = {
    makes: true,
    thing: ({ body }) => body.id,
    missing: ({ body }) => missingIn(body, "team", "day", "begins", "ends"),
    apply: (book, { body }) => {
        const known = rowsOf<OutingSheet>(book, OUTINGS);
        const like = known.find((outing) => outing.team === body.team);
        const members = known.flatMap((outing) => outing.members);
        const outing: OutingSheet = {
            ...body,
            stops: body.stops ?? [],
            team_name: like?.team_name ?? body.team,
            state: "open",
            members: (body.members ?? []).map(
                (account) =>
                    members.find((member) => member.account === account) ?? { account, name: "…" },
            ),
            warnings: [],
            contacts: 0,
            seen: 0,
        };
        return withRow(book, OUTINGS, outing);
    },
    answer: (book, { body }) => findRow<OutingSheet>(book, OUTINGS, body.id)!,
    arrived: (book, outing) => withRow(book, OUTINGS, outing),
};

function outingIn<Name extends "outreach.close_outing" | "outreach.reopen_outing">(
    state: "open" | "closed",
): QueuedAct<Name> {
    return {
        thing: ({ path }) => path.id,
        apply: (book, { path }) =>
            changedRow<OutingSheet>(book, OUTINGS, path.id, (outing) => ({ ...outing, state })),
        answer: (book, { path }) =>
            findRow<OutingSheet>(book, OUTINGS, path.id)! as unknown as Answer<Name>,
    };
}

// ---- questions

function newestFirst<Thing extends { at: string; id: string }>(things: Thing[]): Thing[] {
    return things.toSorted(
        (one, other) => other.at.localeCompare(one.at) || other.id.localeCompare(one.id),
    );
}

const list_contacts: OfflineRead<"outreach.list_contacts"> = {
    answer: (book, { query = {} }) => {
        const { outing, unidentified, limit = 50, person } = query;
        if (person) return undefined;
        const items = rowsOf<Contact>(book, CONTACTS)
            .filter((contact) => !outing || contact.outing === outing)
            .filter((contact) => !unidentified || (!contact.person && !contact.cancelled))
            .filter((contact) => outing || !contact.cancelled);
        return { items: newestFirst(items).slice(0, limit ?? 50) };
    },
    book: ({ items }) => ({ [CONTACTS]: items }),
};

const list_outings: OfflineRead<"outreach.list_outings"> = {
    answer: (book) => ({
        items: rowsOf<OutingSheet>(book, OUTINGS).toSorted(
            (one, other) => other.day.localeCompare(one.day) || other.id.localeCompare(one.id),
        ),
    }),
    book: ({ items }) => ({ [OUTINGS]: items }),
};

const list_tallies: OfflineRead<"outreach.list_tallies"> = {
    answer: (book, { query = {} }) => {
        const items = rowsOf<Tally>(book, TALLIES)
            .filter((tally) => !query.outing || tally.outing === query.outing)
            .filter((tally) => !tally.cancelled);
        return { items: newestFirst(items) };
    },
    book: ({ items }) => ({ [TALLIES]: items }),
};

function oneOf<Name extends "outreach.get_contact" | "outreach.get_outing">(
    table: string,
): OfflineRead<Name> {
    return {
        answer: (book, wish) => findRow<Row>(book, table, wish.path.id) as Answer<Name> | undefined,
        book: (answer) => ({ [table]: [answer as unknown as Row] }),
    };
}

function missingIn<Body extends object>(body: Body, ...names: (keyof Body & string)[]): string[] {
    return names.filter((name) => !body[name]);
}

const offline: OfflinePart = {
    needs: "outreach.get_kit",
    load: async (ask) => {
        const { outings, contacts, tallies, persons } = await ask(
            "outreach.get_kit",
            {},
            { purpose: "outreach" },
        );
        return {
            [OUTINGS]: outings,
            [CONTACTS]: contacts,
            [TALLIES]: tallies,
            [PERSONS]: persons,
        };
    },
    acts: {
        "outreach.record_contact": record_contact,
        "outreach.change_contact": change_contact,
        "outreach.cancel_contact": marking<"outreach.cancel_contact">(true),
        "outreach.restore_contact": marking<"outreach.restore_contact">(false),
        "outreach.identify_contact": identify_contact,
        "outreach.undo_identification": undo_identification,
        "outreach.record_tally": record_tally,
        "outreach.cancel_tally": cancel_tally,
        "outreach.open_outing": open_outing,
        "outreach.close_outing": outingIn<"outreach.close_outing">("closed"),
        "outreach.reopen_outing": outingIn<"outreach.reopen_outing">("open"),
    },
    reads: {
        "outreach.list_outings": list_outings,
        "outreach.get_outing": oneOf<"outreach.get_outing">(OUTINGS),
        "outreach.list_contacts": list_contacts,
        "outreach.get_contact": oneOf<"outreach.get_contact">(CONTACTS),
        "outreach.list_tallies": list_tallies,
    },
};

export default offline;
