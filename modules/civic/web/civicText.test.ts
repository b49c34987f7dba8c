// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import {
    askedOn,
    dayTitle,
    hoursText,
    minutesOf,
    nextDay,
    pairOf,
    participantName,
    warningOf,
} from "./civicText";
import type { Day, Participant, Picture, Project } from "./types";

const day = (on: string, attendances: Day["attendances"] = []): Day => ({
    id: on,
    project: "p",
    day: on,
    begins: null,
    minutes: 180,
    what: null,
    attendances,
});

const resident = (part: Partial<Participant> = {}): Participant => ({
    id: "r",
    kind: "resident",
    person: null,
    person_card: null,
    first_name: null,
    number: 2,
    joined_on: "2026-11-01",
    left_on: null,
    minutes: 0,
    ...part,
});

const picture = (id: string, moment: string): Picture => ({
    id,
    moment,
    taken_on: "2026-11-01",
    caption: null,
    added_by_name: "Sara",
});

test("hours are said to the quarter", () => {
    expect(hoursText(60)).toBe("1 ora");
    expect(hoursText(150)).toBe("2,5 ore");
    expect(hoursText(195)).toBe("3,25 ore");
    expect(hoursText(0)).toBe("0 ore");
});

test("a resident without a name is a number", () => {
    expect(participantName(resident())).toBe("Abitante 2");
    expect(participantName(resident({ first_name: "Lucia" }))).toBe("Lucia (abitante 2)");
});

test("a day is called by its weekday and date, with the hour where there is one", () => {
    expect(dayTitle(day("2026-11-28"))).toBe("sab 28 nov 2026");
    expect(dayTitle({ ...day("2026-11-28"), begins: "09:30" })).toBe("sab 28 nov 2026, 09:30");
});

test("the next day is the first that is not over, today's too", () => {
    const days = [day("2026-12-05"), day("2026-11-28"), day("2026-11-14")];
    expect(nextDay(days, "2026-11-23")?.day).toBe("2026-11-28");
    expect(nextDay(days, "2026-11-28")?.day).toBe("2026-11-28");
    expect(nextDay(days, "2026-12-06")).toBeUndefined();
});

test("on a day those are asked who took part then, and of whom something is said already", () => {
    const came = resident({ id: "early", left_on: "2026-11-10" });
    const marked = resident({ id: "marked", joined_on: "2026-11-20" });
    const all = [came, resident(), marked];
    const ids = (on: Day) => askedOn(on, all).map(({ id }) => id);
    expect(ids(day("2026-11-10"))).toEqual(["early", "r"]);
    expect(ids(day("2026-11-11"))).toEqual(["r"]);
    const worked = { day: "d", participant: "marked", state: "worked", minutes: 90 };
    const said = day("2026-11-11", [worked]);
    expect(ids(said)).toEqual(["r", "marked"]);
    expect(minutesOf(said)).toBe(90);
});

test("the first before and the last after are the pair", () => {
    const pictures = [
        picture("b1", "before"),
        picture("a1", "after"),
        picture("b2", "before"),
        picture("a2", "after"),
    ];
    const { pair, others } = pairOf(pictures);
    expect(pair.map(({ id }) => id)).toEqual(["b1", "a2"]);
    expect(others.map(({ id }) => id)).toEqual(["a1", "b2"]);
    expect(pairOf([])).toEqual({ pair: [], others: [] });
});

test("what is missing of the insurance is said while it matters", () => {
    const project = { state: "running", cancelled: false } as Project;
    const warning = (part: Partial<Project>) =>
        warningOf({ ...project, ...part }, "2026-11-23", "2026-12-23");
    expect(warning({ insured_until: null })).toContain("prima della prima giornata");
    expect(warning({ insured_until: "2026-12-01" })).toContain("rinnovala in tempo");
    expect(warning({ insured_until: "2027-05-01" })).toBeUndefined();
    expect(warning({ state: "uncovered", insured_until: "2026-11-01" })).toContain("scaduto");
    expect(warning({ insured_until: null, ended_on: "2026-11-01" })).toBeUndefined();
});
