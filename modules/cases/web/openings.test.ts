// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { minutesLeft } from "./openings";

const UNTIL = "2026-11-24T00:15:00.000Z";
const at = (clock: string) => new Date(`2026-11-23T${clock}Z`).getTime();

test("three hours are a hundred and eighty minutes, and the last one is not shown as none", () => {
    expect(minutesLeft(UNTIL, at("21:15:00"))).toBe(180);
    expect(minutesLeft(UNTIL, at("21:15:01"))).toBe(180);
    expect(minutesLeft(UNTIL, at("21:16:00"))).toBe(179);
    expect(minutesLeft(UNTIL, at("23:59:59"))).toBe(16);
    expect(minutesLeft("2026-11-23T22:00:00Z", at("21:59:59"))).toBe(1);
    expect(minutesLeft("2026-11-23T22:00:00Z", at("22:00:00"))).toBe(0);
    expect(minutesLeft("2026-11-23T22:00:00Z", at("23:00:00"))).toBe(0);
});
