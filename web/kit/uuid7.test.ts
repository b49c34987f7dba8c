// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { uuid7 } from "./uuid7";

test("has the form, version and variant of RFC 9562", () => {
    for (let turn = 0; turn < 100; ++turn) {
        expect(uuid7()).toMatch(
            /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
    }
});

test("begins with the time: the worked example of RFC 9562", () => {
    expect(uuid7(0x017f22e279b0)).toMatch(/^017f22e2-79b0-7/);
});

test("later ids sort after earlier ones", () => {
    const ids = [1_795_000_000_000, 1_795_000_000_001, 1_800_000_000_000].map((at) => uuid7(at));
    expect(ids.toSorted()).toEqual(ids);
});

test("ids of the same millisecond differ", () => {
    expect(new Set(Array.from({ length: 1000 }, () => uuid7(1))).size).toBe(1000);
});
