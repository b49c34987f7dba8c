// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from "vitest";
import {
    clockOf,
    countryName,
    dayOf,
    daysLater,
    formatDay,
    formatTime,
    instantOf,
    languageName,
} from "./format";

describe("the clock on the wall in Italy", () => {
    test("half past midnight belongs to the new day, in winter and in summer", () => {
        expect(dayOf(new Date("2026-11-23T23:30:00Z"))).toBe("2026-11-24");
        expect(dayOf(new Date("2026-07-23T22:30:00Z"))).toBe("2026-07-24");
        expect(clockOf(new Date("2026-07-23T22:30:00Z"))).toBe("00:30");
    });

    test("a day and a time give back their instant", () => {
        expect(instantOf("2026-11-23", "21:15").toISOString()).toBe("2026-11-23T20:15:00.000Z");
        expect(instantOf("2026-07-23", "21:15").toISOString()).toBe("2026-07-23T19:15:00.000Z");
        expect(instantOf("2026-11-24", "00:30").toISOString()).toBe("2026-11-23T23:30:00.000Z");
    });

    test("the first of an hour that comes twice; the one after an hour that does not come", () => {
        expect(instantOf("2026-10-25", "02:30").toISOString()).toBe("2026-10-25T00:30:00.000Z");
        expect(instantOf("2026-03-29", "02:30").toISOString()).toBe("2026-03-29T01:30:00.000Z");
    });

    test("days are counted over the change of the clocks", () => {
        expect(daysLater("2026-10-24", 2)).toBe("2026-10-26");
        expect(daysLater("2026-12-31", 1)).toBe("2027-01-01");
    });
});

test("days and times as an Italian reads them", () => {
    expect(formatDay("2026-11-23")).toBe("23 nov 2026");
    expect(formatTime("2026-11-23T20:15:00.000Z")).toBe("21:15");
});

test("countries and languages are named by Intl, unknown codes by nobody", () => {
    expect(countryName("ML")).toBe("Mali");
    expect(languageName("wo")).toBe("Wolof");
    expect(countryName("not a code")).toBeUndefined();
});
