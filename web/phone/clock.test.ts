// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { PhoneClock } from "./clock";

const SERVER = Date.parse("2026-11-23T21:15:00Z");
const DATE = "Mon, 23 Nov 2026 21:15:00 GMT";

test("a clock three hours behind is found out", () => {
    const clock = new PhoneClock(() => SERVER - 3 * 3_600_000);
    expect(clock.behind).toBe(0); // nobody knows yet
    clock.hear(DATE, clock.now());
    expect(clock.isMeasured).toBe(true);
    expect(clock.behind).toBe(3 * 3_600_000 + 500);
});

test("a minute is nobody's mistake", () => {
    const clock = new PhoneClock(() => SERVER + 60_000);
    clock.hear(DATE, clock.now());
    expect(clock.behind).toBe(0);
});

test("an answer that was long on its way, or says no time, says nothing", () => {
    const clock = new PhoneClock(() => SERVER + 3_600_000);
    clock.hear(DATE, clock.now() - 60_000);
    clock.hear(null, clock.now());
    clock.hear("yesterday", clock.now());
    expect(clock.isMeasured).toBe(false);
});

test("what an earlier run had found does until it is measured again", () => {
    const clock = new PhoneClock(() => SERVER - 3_600_000, 3_600_000);
    expect(clock.behind).toBe(3_600_000);
    clock.hear(DATE, clock.now() - 200);
    expect(clock.behind).toBe(3_600_000 + 600);
});
