// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { parseTarget, readTyped, targetAsText } from "./targets";

test.each([
    ["1200", 1200],
    ["1.200", 1200],
    ["1,200", 1200],
    ["1 200", 1200],
    ["1.200.000", 1_200_000],
    [" 7 ", 7],
    ["", 0],
    ["0", 0],
    ["12,5", undefined],
    ["1.2", undefined],
    ["-4", undefined],
    ["molti", undefined],
    ["12345678901", undefined],
])("%j is read as %j", (text, value) => {
    expect(parseTarget(text)).toBe(value);
});

test("what is shown is read as what it was", () => {
    for (const value of [0, 7, 1200, 12_000, 1_000_000]) {
        expect(parseTarget(targetAsText(value))).toBe(value);
    }
});

test("only what was changed is sent, and what is wrong is named", () => {
    const known: Record<string, number> = { roma: 1200, milano: 400, torino: 0, bari: 0.5 };
    const typed = { roma: "1200", milano: "500", torino: "", bari: "0,5", napoli: "tanti" };
    expect(readTyped(typed, (city) => known[city] ?? 0)).toEqual({
        changed: [{ city: "milano", before: 400, value: 500 }],
        wrong: ["napoli"],
    });
    // An emptied field takes the target away.
    expect(readTyped({ roma: "" }, () => 1200).changed).toEqual([
        { city: "roma", before: 1200, value: 0 },
    ]);
});
