// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { endingOf, mostUrgentFirst } from "./ending";

const on = "2026-11-23";
const open = (ends_on: string | null) => ({ state: "open", ends_on });

test("an open case is over the day after its end, near within a fortnight", () => {
    expect(endingOf(open("2026-11-22"), on)).toBe("over");
    expect(endingOf(open("2026-11-23"), on)).toBe("near");
    expect(endingOf(open("2026-12-07"), on)).toBe("near");
    expect(endingOf(open("2026-12-08"), on)).toBe("later");
});

test("without an end, or closed, there is nothing to hurry for", () => {
    expect(endingOf(open(null), on)).toBe("none");
    expect(endingOf({ state: "closed", ends_on: "2026-01-01" }, on)).toBe("none");
});

test("the overdue come first, and otherwise the order stays", () => {
    const cases = [open(null), open("2026-12-01"), open("2027-02-01"), open("2026-10-01")];
    expect(mostUrgentFirst(cases, on)).toEqual([cases[3], cases[1], cases[0], cases[2]]);
});
