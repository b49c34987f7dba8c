// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import type { Hotspot } from "web/api/acts";
import { heatOf, heatText, shadeOf } from "./heat";

const spot = (contacts?: number) => ({ district: "RM-I", weekday: 1, band: "night", contacts }) as Hotspot;

test("small numbers are never told, nor hidden in a sum", () => {
    expect(heatText(heatOf([]), "1–4")).toBe("");
    expect(heatText(heatOf([spot()]), "1–4")).toBe("1–4");
    expect(heatText(heatOf([spot(12)]), "1–4")).toBe("12");
    expect(heatText(heatOf([spot(12), spot()]), "1–4")).toBe("12+");
});

test("a shade is there for whatever is there", () => {
    expect(shadeOf(heatOf([]), 50)).toBe(0);
    expect(shadeOf(heatOf([spot()]), 50)).toBe(1);
    expect(shadeOf(heatOf([spot(5)]), 50)).toBe(1);
    expect(shadeOf(heatOf([spot(50)]), 50)).toBe(5);
});
