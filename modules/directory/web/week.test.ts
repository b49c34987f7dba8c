// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { linesOf } from "./week";

test("days with the same hours stand together, in the order of the week", () => {
    const morning = { opens: "09:00", closes: "13:00" };
    const evening = { opens: "15:00", closes: "18:00" };
    const lines = linesOf([
        { weekday: 3, ...morning },
        { weekday: 1, ...evening },
        { weekday: 1, ...morning },
        { weekday: 5, ...morning },
    ]);
    expect(lines).toEqual([
        { weekdays: [1], hours: "09:00–13:00, 15:00–18:00" },
        { weekdays: [3, 5], hours: "09:00–13:00" },
    ]);
    expect(linesOf([])).toEqual([]);
});
