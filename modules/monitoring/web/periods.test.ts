// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { before, finishedQuarters, isOver, kindOf, lastQuarter, monthsOf, quarterOf, recentPeriods } from "./periods";

test("a period is a year, a quarter or a month", () => {
    expect(["2026", "2026-Q3", "2026-11"].map(kindOf)).toEqual(["year", "quarter", "month"]);
    expect(monthsOf("2026-Q3")).toEqual(["2026-07", "2026-08", "2026-09"]);
    expect(monthsOf("2026")).toHaveLength(12);
    expect(monthsOf("2026-11")).toEqual(["2026-11"]);
});

test("a period is over after its last day", () => {
    expect(isOver("2026-Q3", "2026-09-30")).toBe(false);
    expect(isOver("2026-Q3", "2026-10-01")).toBe(true);
    expect(isOver("2026", "2026-12-31")).toBe(false);
    expect(isOver("2026-11", "2026-12-01")).toBe(true);
});

test("what comes before a period", () => {
    expect(["2026", "2026-Q3", "2026-Q1", "2026-11", "2026-01"].map(before)).toEqual([
        "2025",
        "2026-Q2",
        "2025-Q4",
        "2026-10",
        "2025-12",
    ]);
});

test("periods to choose from, the newest first", () => {
    expect(quarterOf("2026-11-23")).toBe("2026-Q4");
    expect(lastQuarter("2026-11-23")).toBe("2026-Q3");
    expect(lastQuarter("2027-01-01")).toBe("2026-Q4");
    expect(finishedQuarters("2026-11-23").slice(0, 3)).toEqual(["2026-Q3", "2026-Q2", "2026-Q1"]);
    const recent = recentPeriods("2026-11-23");
    expect(recent[0]).toBe("2026-Q4");
    expect(recent).toContain("2025-12");
    expect(recent.at(-1)).toBe("2025");
});
