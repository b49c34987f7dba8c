// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { bySize, type Figure, levelsIn, type Line, shadeOf } from "./findings";

const figure = (percent?: number): Figure => ({ percent, n: 40 }) as Figure;
const line = (key: string, percent?: number): Line => ({
    key,
    label: key,
    figure: figure(percent),
});

test("the largest figure stands first, and what is not shown last", () => {
    const sorted = bySize([line("a", 3), line("b"), line("c", 40), line("d"), line("e", 0)]);
    expect(sorted.map(({ key }) => key)).toEqual(["c", "a", "e", "b", "d"]);
});

test("a share is one of six shades, and hidden where it is not shown", () => {
    expect([0, 1, 20, 20.1, 100].map((percent) => shadeOf(figure(percent)))).toEqual([
        0, 1, 1, 2, 5,
    ]);
    expect(shadeOf(figure())).toBe("hidden");
    expect(shadeOf(undefined)).toBe("hidden");
});

test("totals are typed one a line", () => {
    expect(levelsIn("F 12000\n\n  M   14000 \n")).toEqual([
        { level: "F", total: 12000 },
        { level: "M", total: 14000 },
    ]);
    // No number: the server says that the total is wrong.
    expect(levelsIn("F tante")).toEqual([{ level: "F tante", total: -1 }]);
});
