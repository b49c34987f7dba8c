// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { lastQuarters } from "./quarters";

test("quarters go back over the turn of the year", () => {
    expect(lastQuarters("2026-02-10", 3)).toEqual(["2026-Q1", "2025-Q4", "2025-Q3"]);
    expect(lastQuarters("2026-12-31", 1)).toEqual(["2026-Q4"]);
});
