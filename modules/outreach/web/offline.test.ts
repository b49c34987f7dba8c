// SPDX-License-Identifier: EUPL-1.2
// What a phone shows until the server has answered; tests/simulation holds it against the server.
import { describe, expect, test } from "vitest";
import type { Contact, OutingSheet, PersonCard } from "web/api/acts";
import type { Item } from "web/phone/items";
import { type Book, findRow, Offline } from "web/phone/offline";
import outreach from "./offline";

const offline = new Offline([outreach]);
const giulia = { account: "a1", name: "Giulia Ferri" };
const amina = { id: "p1", name: "Amina Diallo", gender: "F", number: "RM-000001" } as PersonCard;
const outing = { id: "o1", team: "um1", contacts: 3, seen: 5 } as OutingSheet;
const kit: Book = { outings: [outing], contacts: [], tallies: [], persons: [amina] };

const AT = "2026-11-23T22:30:00.000Z";
const contact = (id: string, more = {}) => ({
    id,
    outing: "o1",
    at: AT,
    setting: "STATION",
    district: "RM-I",
    outcome: "INFO_ONLY",
    ...more,
});

function done(act: string, wish: object): Item {
    const made = offline.itemOf(act, wish, kit, "key");
    const rest = { order: 1, state: "waiting", queued_at: Date.parse(AT), tries: 0 } as const;
    return { ...made, ...rest, purpose: undefined };
}

function after(...items: Item[]): Book {
    return offline.shown(kit, items, giulia);
}

const shown = (book: Book, id: string) => findRow<Contact>(book, "contacts", id);

describe("a contact written down without a signal", () => {
    test("is seen with its day in Italy, its team and its person", () => {
        const body = contact("c1", { person: "p1" });
        const book = after(done("outreach.record_contact", { body }));
        expect(shown(book, "c1")).toMatchObject({
            day: "2026-11-23",
            night: true,
            team: "um1",
            version: 1,
            recorded_by_name: "Giulia Ferri",
            person_card: { name: "Amina Diallo" },
        });
        expect(findRow<OutingSheet>(book, "outings", "o1")?.contacts).toBe(4);
    });

    // The server has it in version 7 by now; this correction was made on version 1, and who corrects
    // it once more does so on top of that, whatever the phone has heard meanwhile.
    test("is corrected once more on the version that is shown, not on the one that has come", () => {
        const { id: _, ...details } = contact("c1", { note: "Torna giovedì", base: 1 });
        const change = done("outreach.change_contact", { path: { id: "c1" }, body: details });
        const heard = { contacts: [{ ...contact("c1"), version: 7 }] } as unknown as Book;
        expect(shown(offline.shown(heard, [change], giulia), "c1")).toMatchObject({
            note: "Torna giovedì",
            version: 2,
        });
    });

    test("is corrected, cancelled and restored, and counted accordingly", () => {
        const record = done("outreach.record_contact", { body: contact("c1") });
        const { id: _, ...details } = contact("c1", { note: "Torna giovedì", base: 1 });
        const change = done("outreach.change_contact", { path: { id: "c1" }, body: details });
        const cancel = done("outreach.cancel_contact", { path: { id: "c1" } });
        const restore = done("outreach.restore_contact", { path: { id: "c1" } });
        const counted = (book: Book) => findRow<OutingSheet>(book, "outings", "o1")?.contacts;

        expect(shown(after(record, change), "c1")).toMatchObject({
            note: "Torna giovedì",
            version: 2,
        });
        expect(shown(after(record, cancel), "c1")?.cancelled).toBe(true);
        expect(counted(after(record, cancel))).toBe(3);
        expect(counted(after(record, cancel, restore))).toBe(4);
    });

    test("becomes somebody's, and nobody's again", () => {
        const record = done("outreach.record_contact", { body: contact("c1") });
        const identify = done("outreach.identify_contact", {
            path: { contact: "c1" },
            body: { id: "i1", new_person: { id: "p9", given_name: "Samba", family_name: "Diatta" } },
        });
        expect(identify.needs).toEqual(["c1"]);
        const named = after(record, identify);
        expect(shown(named, "c1")).toMatchObject({
            person: "p9",
            person_card: { name: "Samba Diatta" },
        });
        const undo = done("outreach.undo_identification", { path: { id: "i1" } });
        expect(shown(after(record, identify, undo), "c1")?.person).toBeNull();
    });

    test("is not taken without what it needs", () => {
        const missing = offline.act("outreach.record_contact")!.missing!;
        expect(missing({ body: contact("c1", { district: "", outcome: "" }) })).toEqual([
            "district",
            "outcome",
        ]);
        expect(missing({ body: contact("c1") })).toEqual([]);
    });

    test("gives way to what the server answers", () => {
        const item = done("outreach.record_contact", { body: contact("c1") });
        const answer = { ...contact("c1"), late: true, version: 1 };
        expect(shown(offline.arrived(kit, item, answer, giulia), "c1")?.late).toBe(true);
    });
});

test("what waits is seen in the server's own list too", () => {
    const waiting = [done("outreach.record_contact", { body: contact("c2") })];
    const read = offline.read("outreach.list_contacts")!;
    const answer = { items: [{ ...contact("c1"), at: "2026-11-23T20:00:00.000Z" }] };
    const book = offline.shown(read.book!(answer), waiting, giulia);
    const found = read.answer(book, { query: { outing: "o1" } }) as { items: Contact[] };
    expect(found.items.map(({ id }) => id)).toEqual(["c2", "c1"]);
});
