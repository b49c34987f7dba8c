// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { daysBetween, dueText, marksOf, placeOf } from "./deadlines";
import type { MinorFile } from "./types";

const NOW = "2026-11-24";
const deadline = (due_on: string, state: string, done_on?: string) => ({
    what: "SIM",
    due_on,
    state,
    ...(done_on && { done_on }),
});

test("says how long is left, by how much it is late, or when it was done", () => {
    const said = (...given: Parameters<typeof deadline>) => dueText(deadline(...given), NOW);
    expect(said("2026-11-27", "open")).toBe("entro il 27 nov 2026 · mancano 3 giorni");
    expect(said("2026-11-25", "open")).toBe("entro il 25 nov 2026 · manca 1 giorno");
    expect(said("2026-11-24", "open")).toBe("entro il 24 nov 2026 · scade oggi");
    expect(said("2026-11-23", "late")).toBe("era entro il 23 nov 2026 · in ritardo di 1 giorno");
    expect(said("2026-11-27", "done", "2026-11-22")).toBe(
        "fatto il 22 nov 2026, era entro il 27 nov 2026",
    );
});

test("counts days over a change of the clocks", () => {
    expect(daysBetween("2026-10-20", "2026-10-30")).toBe(10);
    expect(daysBetween("2026-11-24", "2026-11-20")).toBe(-4);
});

test("draws the first days wider, and nothing outside", () => {
    const place = (day: string) => placeOf(day, "2026-11-20", "2027-02-28"); // 100 days
    expect(place("2026-11-21")).toBeCloseTo(0.1);
    expect(place("2026-12-15")).toBeCloseTo(0.5);
    expect(place("2027-02-28")).toBe(1);
    expect(place("2026-11-01")).toBe(0);
    expect(place("2028-01-01")).toBe(1);
    expect(placeOf(NOW, NOW, NOW)).toBe(0);
});

test("puts the birthday among the clocks", () => {
    const file = {
        deadlines: [deadline("2027-05-01", "open"), deadline("2026-11-25", "done", "2026-11-24")],
        of_age_on: "2027-01-01",
        of_age_estimated: true,
    };
    const marks = marksOf(file as MinorFile).map(({ text, state }) => [text, state]);
    expect(marks).toEqual([
        ["25 nov 2026", "done"],
        ["2027", "birthday"],
        ["1 mag 2027", "open"],
    ]);
});
