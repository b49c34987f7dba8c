// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { done, isUnanswered, planned, type Vulnerability } from "./vulnerabilities";

const standing = {
    answers: [],
    ended_on: null,
    cancelled: false,
} as unknown as Vulnerability;

test("a circumstance waits while it holds and nothing answers it", () => {
    expect(isUnanswered(standing)).toBe(true);
    expect(isUnanswered({ ...standing, ended_on: "2026-11-20" })).toBe(false);
    expect(isUnanswered({ ...standing, cancelled: true })).toBe(false);
    const answers = [{ action: "a1" }] as unknown as Vulnerability["answers"];
    expect(isUnanswered({ ...standing, answers })).toBe(false);
});

test("what was cancelled answers nothing", () => {
    const action = (id: string, cancelled: boolean) => ({ id, words: `do ${id}`, cancelled });
    const goals = [
        { cancelled: false, actions: [action("a1", false), action("a2", true)] },
        { cancelled: true, actions: [action("a3", false)] },
    ];
    expect(planned({ goals } as unknown as Parameters<typeof planned>[0])).toEqual([
        { value: "a1", label: "do a1" },
    ]);
    const interventions = [
        { id: "i1", code: "SSP.COLL", on: "2026-11-15", cancelled: false },
        { id: "i2", code: "SAN.INV", on: "2026-11-16", cancelled: true },
    ];
    const options = done({ interventions } as unknown as Parameters<typeof done>[0]);
    expect(options.map(({ value }) => value)).toEqual(["i1"]);
});
