// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { fromWall, toWall } from "./AnswerField";

test("an instant is shown and taken on the clocks of Italy", () => {
    expect(toWall("2026-11-23T21:15:00.000+01:00")).toBe("2026-11-23T21:15");
    expect(toWall("2026-07-01T20:00:00Z")).toBe("2026-07-01T22:00");
    expect(fromWall("2026-11-23T21:15")).toBe("2026-11-23T20:15:00.000Z");
    expect(toWall("yesterday")).toBe("");
    expect(fromWall("")).toBe("");
});
