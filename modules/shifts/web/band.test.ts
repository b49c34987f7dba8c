// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { bandOf } from "./band";

test("a time has its part of the day", () => {
    const bands = ["05:59", "06:00", "11:59", "12:00", "17:59", "18:00", "21:59", "22:00"].map(bandOf);
    expect(bands).toEqual([
        "night",
        "morning",
        "morning",
        "afternoon",
        "afternoon",
        "evening",
        "evening",
        "night",
    ]);
    expect(["", "9:30", "21"].map(bandOf)).toEqual([undefined, undefined, undefined]);
});
