// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { clockText, lengthText } from "./clockText";

const at = (time: string) => Date.parse(`2026-11-23T${time}Z`);
const report = { received_at: "2026-11-23T20:00:00Z", due_at: "2026-11-23T22:00:00Z" };

test("says how long is left, and by how much it is late", () => {
    expect(clockText({ ...report, clock: "running" }, at("20:30:00"))).toBe("Restano 1 h 30 min");
    expect(clockText({ ...report, clock: "soon_late" }, at("21:48:01"))).toBe("Restano 11 min");
    expect(clockText({ ...report, clock: "late" }, at("22:00:30"))).toBe("In ritardo di 0 min");
    expect(clockText({ ...report, clock: "late" }, at("23:10:00"))).toBe(
        "In ritardo di 1 h 10 min",
    );
});

test("gives two hours to what nobody has assessed, and says nothing when nobody waits", () => {
    const unread = { received_at: report.received_at, clock: "running" };
    expect(clockText(unread, at("21:00:00"))).toBe("Restano 1 h 0 min");
    for (const clock of ["met", "missed", "none"]) {
        expect(clockText({ ...report, clock }, at("21:00:00"))).toBe("");
    }
});

test("long times are days", () => {
    expect(lengthText(47 * 60 + 59)).toBe("47 h 59 min");
    expect(lengthText(48 * 60)).toBe("2 giorni");
    expect(lengthText(71 * 60)).toBe("2 giorni");
});
