// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { gapRows, shadeOf } from "./gaps";

const cell = (area: string, place: string, known: number, unanswered: number) => ({
    area,
    place,
    known,
    unanswered,
});

test("where most is missing stands first", () => {
    const { places, rows } = gapRows([
        cell("HEALTH", "RM-I", 9, 1),
        cell("HOUSING", "RM-I", 3, 2),
        cell("HOUSING", "RM-V", 4, 4),
        cell("LEGAL", "RM-V", 2, 0),
    ]);
    expect(places).toEqual(["RM-V", "RM-I"]);
    expect(rows.map(({ area, unanswered }) => [area, unanswered])).toEqual([
        ["HOUSING", 6],
        ["HEALTH", 1],
        ["LEGAL", 0],
    ]);
    expect(rows[1]!.at["RM-V"]).toBeUndefined();
});

test("the shade says which part found no answer", () => {
    expect(shadeOf(undefined)).toBe("");
    expect(shadeOf(cell("HEALTH", "RM-I", 9, 0))).toBe("");
    expect(shadeOf(cell("HEALTH", "RM-I", 100, 1))).toBe("heat-1");
    expect(shadeOf(cell("HEALTH", "RM-I", 4, 2))).toBe("heat-3");
    expect(shadeOf(cell("HEALTH", "RM-I", 4, 4))).toBe("heat-5");
});
