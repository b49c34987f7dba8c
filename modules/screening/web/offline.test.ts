// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import type { Screening } from "web/api/acts";
import type { Item } from "web/phone/items";
import { type Book, findRow, Offline } from "web/phone/offline";
import screening from "./offline";

const offline = new Offline([screening]);
const giulia = { account: "a1", name: "Giulia Ferri" };
const AT = "2026-11-23T22:30:00.000Z";

const body = {
    id: "s1",
    person: "p1",
    contact: "c1",
    day: "2026-11-23",
    findings: [{ circumstance: "V17", severity: "high", source: "SEEN" }],
};

function done(act: string, wish: object): Item {
    const made = offline.itemOf(act, wish, {}, "key");
    const rest = { order: 1, state: "waiting", queued_at: Date.parse(AT), tries: 0 } as const;
    return { ...made, ...rest, purpose: undefined };
}

const shown = (...items: Item[]): Book => offline.shown({}, items, giulia);
const known = (book: Book) => findRow<Screening>(book, "screenings", "s1");

test("a screening waits for its contact and its person, and can be taken back", () => {
    const record = done("screening.record_screening", { body });
    expect(record.needs).toEqual(["p1", "c1"]);
    expect(known(shown(record))).toMatchObject({
        recorded_by_name: "Giulia Ferri",
        cancelled: false,
        warnings: [],
    });
    const cancel = done("screening.cancel_screening", { path: { id: "s1" } });
    expect(known(shown(record, cancel))?.cancelled).toBe(true);
});

test("says at once what is missing", () => {
    const { missing } = offline.act("screening.record_screening")!;
    const findings = [{ circumstance: "V17", severity: "", source: "SEEN" }];
    expect(missing!({ body: { ...body, findings } })).toEqual(["findings[0].severity"]);
    expect(missing!({ body })).toEqual([]);
});

test("gives way to what the server answers", () => {
    const record = done("screening.record_screening", { body });
    const answer = { ...body, recorded_by_name: "Giulia Ferri", warnings: [{ id: "w1" }] };
    expect(known(offline.arrived({}, record, answer, giulia))?.warnings).toHaveLength(1);
});
