// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { byDay, instantText, whenOf } from "./diary";

test("a time is shown and sent as the clock on the wall in Italy says", () => {
    expect(whenOf(new Date("2026-11-23T23:30:00Z"))).toEqual({ day: "2026-11-24", clock: "00:30" });
    expect(instantText({ day: "2026-11-24", clock: "00:30" })).toBe("2026-11-23T23:30:00.000Z");
    expect(instantText({ day: "2026-07-01", clock: "09:00" })).toBe("2026-07-01T07:00:00.000Z");
});

test("what is not whole is no time", () => {
    expect(instantText({ day: "", clock: "09:00" })).toBe("");
    expect(instantText({ day: "2026-11-24", clock: "" })).toBe("");
});

test("appointments stand under their day, in Italy", () => {
    const at = (text: string) => ({ at: text });
    const days = byDay([
        at("2026-11-23T09:00:00Z"),
        at("2026-11-23T23:30:00Z"),
        at("2026-11-24T09:00:00Z"),
    ]);
    expect(days.map(([day, items]) => [day, items.length])).toEqual([
        ["2026-11-23", 1],
        ["2026-11-24", 2],
    ]);
});
