// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { partOfYear, standingOf } from "./progress";

test("a quarter ends a quarter further in the year", () => {
    expect(["2026-Q1", "2026-Q4", "2026", "2026-06"].map(partOfYear)).toEqual([0.25, 1, 1, 0.5]);
});

test("where a city stands on its way to the target", () => {
    expect(standingOf(undefined, 100, "2026-Q3")).toBe("missing");
    expect(standingOf(40, undefined, "2026-Q3")).toBe("no_target");
    expect(standingOf(40, 0, "2026-Q3")).toBe("no_target");
    expect(standingOf(67, 100, "2026-Q3")).toBe("behind");
    expect(standingOf(68, 100, "2026-Q3")).toBe("on_course");
    expect(standingOf(100, 100, "2026-Q1")).toBe("reached");
    expect(standingOf(0, 100, "2026-Q1")).toBe("behind");
});
