// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { openText, openTextOnce } from "./openText";

const MONDAY = Date.parse("2026-11-23T10:00:00Z"); // eleven o'clock in Italy
const until = (is_open: boolean, changes_at: string) => ({ is_open, changes_at });

test("says until when it is open, on the clock of Italy", () => {
    expect(openText(until(true, "2026-11-23T16:00:00Z"), MONDAY)).toBe(
        "Aperta adesso, fino alle 17:00",
    );
    expect(openText(until(true, "2026-11-25T07:00:00Z"), MONDAY)).toBe(
        "Aperta adesso, fino alle 08:00 di mercoledì 25 novembre",
    );
    expect(openText({ is_open: true }, MONDAY)).toBe("Aperta, giorno e notte");
});

test("what closes after midnight closes this night", () => {
    const evening = Date.parse("2026-11-23T21:30:00Z");
    expect(openText(until(true, "2026-11-24T01:00:00Z"), evening)).toBe(
        "Aperta adesso, fino alle 02:00",
    );
});

test("says when it opens, and on which day if not today", () => {
    expect(openText(until(false, "2026-11-23T13:00:00Z"), MONDAY)).toBe(
        "Chiusa adesso, apre alle 14:00",
    );
    expect(openText(until(false, "2026-11-30T08:00:00Z"), MONDAY)).toBe(
        "Chiusa adesso, apre alle 09:00 di lunedì 30 novembre",
    );
});

test("says nothing where nobody knows", () => {
    expect(openText(undefined, MONDAY)).toBeUndefined();
    expect(openText(null, MONDAY)).toBeUndefined();
    expect(openTextOnce(until(true, "2026-11-23T10:00:00Z"), MONDAY)).toBeUndefined();
    expect(openTextOnce(until(true, "2026-11-23T10:01:00Z"), MONDAY)).toBe(
        "Aperta adesso, fino alle 11:01",
    );
});
