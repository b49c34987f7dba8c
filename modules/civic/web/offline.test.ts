// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import type { Item } from "web/phone/items";
import { type Book, findRow, Offline } from "web/phone/offline";
import civic from "./offline";
import type { Project } from "./types";

const offline = new Offline([civic]);
const sara = { account: "a1", name: "Sara Marchetti" };

const yusuf = { id: "t1", kind: "migrant", number: 0, joined_on: "2026-11-01", minutes: 180 };
const first = {
    id: "d1",
    project: "j1",
    day: "2026-11-14",
    minutes: 180,
    attendances: [{ day: "d1", participant: "t1", state: "worked", minutes: 180 }],
};
const taken: Book = {
    civic_projects: [{ id: "j1", days: [first], participants: [yusuf] } as never],
};

function done(act: string, wish: object): Item {
    const made = offline.itemOf(act, wish, taken, "key");
    const rest = { order: 1, state: "waiting", queued_at: Date.now(), tries: 0 } as const;
    return { ...made, ...rest, purpose: undefined };
}

const shown = (...items: Item[]) =>
    findRow<Project>(offline.shown(taken, items, sara), "civic_projects", "j1")!;
const add = done("civic.add_day", {
    path: { project: "j1" },
    body: { id: "d2", day: "2026-11-21", minutes: 120 },
});
const mark = (day: string, body: object) =>
    done("civic.set_attendance", { path: { day, participant: "t1" }, body });

test("a day written on the phone takes its place, and one tap writes its hours", () => {
    const worked = mark("d2", { state: "worked" });
    expect(worked.needs).toEqual(["d2"]);
    const project = shown(add, worked);
    expect(project.days.map(({ id }) => id)).toEqual(["d2", "d1"]);
    expect(project.days[0]!.attendances).toEqual([
        { day: "d2", participant: "t1", state: "worked", minutes: 120 },
    ]);
    expect(project.participants[0]!.minutes).toBe(300);
});

test("a mark is corrected and taken back", () => {
    expect(shown(mark("d1", { state: "worked", minutes: 90 })).participants[0]!.minutes).toBe(90);
    expect(shown(mark("d1", { state: "absent" })).participants[0]!.minutes).toBe(0);
    const project = shown(mark("d1", { state: null, minutes: null }));
    expect(project.days[0]!.attendances).toEqual([]);
});

test("what was corrected at a desk since stands, and the phone shows it", () => {
    const late = mark("d1", { state: "worked", at: "2026-11-14T10:00:00.000Z" });
    const answer = { day: "d1", participant: "t1", state: "absent", minutes: null };
    const after = offline.arrived(taken, late, answer, sara);
    const project = findRow<Project>(after, "civic_projects", "j1")!;
    expect(project.days[0]!.attendances).toEqual([answer]);
    expect(project.participants[0]!.minutes).toBe(0);
});

test("what is refused of one holds nobody else back", () => {
    const other = done("civic.set_attendance", {
        path: { day: "d1", participant: "t2" },
        body: { state: "worked" },
    });
    expect([other.thing, ...other.needs]).not.toContain(mark("d1", {}).thing);
});

test("a day taken back is gone, with its hours", () => {
    const project = shown(done("civic.cancel_day", { path: { id: "d1" } }));
    expect(project.days).toEqual([]);
    expect(project.participants[0]!.minutes).toBe(0);
});

test("a day without a date is said to be incomplete at once", () => {
    const { missing } = offline.act("civic.add_day")!;
    expect(missing!({ path: { project: "j1" }, body: { id: "d2", day: "" } })).toEqual(["day"]);
});
