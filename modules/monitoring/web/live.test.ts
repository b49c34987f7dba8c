// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import type { LiveBoard, LiveCity } from "web/api/acts";
import { standingNow } from "./live";

const TARGET = { city: "roma", indicator: "NET-01", value: 100 };
const board = { targets: [TARGET] } as unknown as LiveBoard;

function city(value: number, high?: number): LiveCity {
    return {
        city: "roma",
        counted_at: "2026-11-23T20:00:00Z",
        values: [{ indicator: "NET-01", value, suppressed: false }],
        forecasts:
            high === undefined
                ? []
                : [{ indicator: "NET-01", until: "year", value: high - 5, low: high - 10, high }],
    } as unknown as LiveCity;
}

test("a city stands where its forecast lets it hope", () => {
    expect(standingNow(board, city(100), "NET-01")).toBe("reached");
    expect(standingNow(board, city(80, 100), "NET-01")).toBe("on_course");
    expect(standingNow(board, city(80, 99), "NET-01")).toBe("behind");
    expect(standingNow(board, city(80), "NET-01")).toBe("no_target"); // nothing to hope by
    expect(standingNow(board, city(80), "NET-02")).toBe("missing");
    expect(standingNow({ ...board, targets: [] }, city(80, 99), "NET-01")).toBe("no_target");
});
