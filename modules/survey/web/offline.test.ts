// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import type { Item } from "web/phone/items";
import { type Book, Offline } from "web/phone/offline";
import offline from "./offline";
import type { TaskWave } from "./types";

const BY = { account: "a", name: "Noemi" };

const CELL = {
    district: "RM-I",
    district_name: "Municipio I",
    respondents: "MIGRANT",
    target: 3,
    complete: 1,
    partial: 0,
    refused: 0,
    not_met: 0,
    other: 0,
    unknown: 0,
    not_eligible: 0,
    left: 2,
};

function book(): Book {
    const task = {
        wave: { id: "w1" },
        centres: [],
        slots: [{ id: "s1", district: "RM-I", every: 5, counted: null, interviews: 1 }],
        units: [{ id: "u1", district: "RM-I", respondents: "BODY", done: false }],
        cells: [CELL],
    };
    return { survey_waves: [{ ...task, id: "w1" } as never] };
}

function record(id: string, part: object): Item {
    const body = {
        id,
        wave: "w1",
        version: "v1",
        district: "RM-I",
        respondents: "MIGRANT",
        started_at: "2026-11-30T20:10:00.000Z",
        ended_at: "2026-11-30T20:32:30.000Z",
        language: "ar",
        mode: "FACE",
        disposition: "COMPLETE",
        answers: [{ question: "/data/need", value: "HOUSING" }],
        ...part,
    };
    return {
        act: "survey.record_interview",
        wish: { body },
        queued_at: Date.parse("2026-11-30T20:32:31Z"),
    } as unknown as Item;
}

const undo = (act: string, id: string): Item =>
    ({ act, wish: { path: { id } }, queued_at: 0 }) as unknown as Item;

const waveIn = (shown: Book): TaskWave => shown["survey_waves"]![0] as unknown as TaskWave;

test("an interview without a signal moves its quota at once, and once", () => {
    const phone = new Offline([offline]);
    const one = record("i1", { slot: "s1" });
    const { cells, slots } = waveIn(phone.shown(book(), [one, one], BY));
    expect(cells[0]).toMatchObject({ complete: 2, left: 1 });
    expect(slots[0]!.interviews).toBe(2);
});

test("who said no counts as such, and is taken back as such", () => {
    const phone = new Offline([offline]);
    const no = record("i1", { slot: "s1", disposition: "REFUSAL", answers: [] });
    const refused = phone.shown(book(), [no], BY);
    expect(waveIn(refused).cells[0]).toMatchObject({ complete: 1, refused: 1, left: 2 });
    const back = [no, undo("survey.withdraw_interview", "i1")];
    expect(waveIn(phone.shown(book(), back, BY)).cells[0]).toEqual(CELL);
    expect(waveIn(phone.shown(book(), back, BY)).slots[0]!.interviews).toBe(1);
    const again = [...back, undo("survey.restore_interview", "i1")];
    expect(waveIn(phone.shown(book(), again, BY)).cells[0]).toMatchObject({ refused: 1 });
});

test("a body of the list is done, and open again when that is taken back", () => {
    const phone = new Offline([offline]);
    const done = record("i2", { unit: "u1", respondents: "BODY" });
    expect(waveIn(phone.shown(book(), [done], BY)).units[0]!.done).toBe(true);
    const back = [done, undo("survey.withdraw_interview", "i2")];
    expect(waveIn(phone.shown(book(), back, BY)).units[0]!.done).toBe(false);
});

test("who passed is counted without a signal", () => {
    const phone = new Offline([offline]);
    const count = {
        act: "survey.count_slot",
        wish: { path: { id: "s1" }, body: { counted: 41 } },
        queued_at: 0,
    } as unknown as Item;
    expect(waveIn(phone.shown(book(), [count], BY)).slots[0]!.counted).toBe(41);
});

test("an interview is sent once, with both of its instants by the phone's clock", () => {
    const phone = new Offline([offline]);
    const { wish } = record("i1", { slot: "s1" });
    const item = phone.itemOf("survey.record_interview", wish, book(), "another");
    expect(item).toMatchObject({ key: "i1", thing: "i1", needs: [] });
    expect(phone.act("survey.record_interview")!.clocks).toEqual(["started_at", "ended_at"]);
    // What it would look like, with no answer in it.
    const shown = phone.shown(book(), [record("i1", { slot: "s1" })], BY);
    const answer = phone.act("survey.record_interview")!.answer(shown, wish) as object;
    expect(answer).toMatchObject({ day: "2026-11-30", hour: 21, minutes: 22, answers: 1 });
    expect(JSON.stringify(answer)).not.toContain("HOUSING");
});
