// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { hoursOf, placesOf, weeksOf } from "./workshopText";
import type { WorkshopLine } from "./types";

test("a session every week keeps its weekday over the end of a month and of a year", () => {
    expect(weeksOf("2026-12-21", 3)).toEqual(["2026-12-21", "2026-12-28", "2027-01-04"]);
    expect(weeksOf("2026-12-21", 0)).toEqual([]);
});

test("hours are said to the quarter", () => {
    expect(hoursOf(120)).toBe("2 ore");
    expect(hoursOf(105)).toBe("1,75 ore");
    expect(hoursOf(60)).toBe("1 ora");
    expect(hoursOf(50)).toBe("0,83 ore");
});

test("a workshop says its free places, and who waits", () => {
    const line = { seats: 12, seats_free: 3, waiting: 0, closed: false } as WorkshopLine;
    expect(placesOf(line)).toBe("Posti liberi: 3 su 12");
    expect(placesOf({ ...line, seats_free: 0, waiting: 2 })).toBe(
        "Nessun posto libero su 12 · 2 in lista d'attesa",
    );
    expect(placesOf({ ...line, closed: true })).toBe("Concluso");
});
