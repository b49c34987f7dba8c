// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { type Book, Offline } from "web/phone/offline";
import type { Item } from "web/phone/items";
import offline from "./offline";
import type { Register } from "./types";

const BY = { account: "a", name: "Elvira" };

function book(): Book {
    const session = { id: "s1", minutes: 120, present: 0, marked: 0 };
    const attender = (id: string, called: string) => ({
        id,
        session: "s1",
        called,
        mark: "open",
        minutes: 0,
    });
    const items = [attender("e1", "Amina"), attender("e2", "Mamadou")];
    return { registers: [{ id: "s1", session, items, sheets: [] } as never] };
}

function tap(enrolment: string, body: object): Item {
    const wish = { path: { session: "s1", enrolment }, body };
    return { act: "workshops.mark_attendance", wish, queued_at: 0 } as unknown as Item;
}

function registerIn(shown: Book): Register {
    return shown["registers"]![0] as unknown as Register;
}

test("taps on a phone without a signal are seen at once, and the same twice counts once", () => {
    const phone = new Offline([offline]);
    const taps = [
        tap("e1", { mark: "present" }),
        tap("e1", { mark: "present" }),
        tap("e2", { mark: "present", minutes: 45 }),
        tap("e2", { mark: "absent" }),
    ];
    const { session, items } = registerIn(phone.shown(book(), taps, BY));
    expect(items.map(({ mark, minutes }) => `${mark} ${minutes}`)).toEqual([
        "present 120",
        "absent 0",
    ]);
    expect([session.present, session.marked]).toEqual([1, 2]);
});

test("what the server answers takes the place of a tap that came too late", () => {
    const phone = new Offline([offline]);
    const answer = { id: "e1", session: "s1", called: "Amina", mark: "absent", minutes: 0 };
    const after = phone.arrived(book(), tap("e1", { mark: "present" }), answer, BY);
    expect(registerIn(after).items[0]!.mark).toBe("absent");
    expect(registerIn(after).session.present).toBe(0);
});
