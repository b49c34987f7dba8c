// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { digitsOf, isCode } from "./code";

// A code that the server made (core/samples.h).
const CODE = "1572 5162 6600 9363";

test("a code is read with spaces, dashes and the digits of other scripts", () => {
    const digits = CODE.replaceAll(" ", "");
    const inScript = (zero: number) =>
        [...digits].map((digit) => String.fromCodePoint(zero + Number(digit))).join("");
    expect(isCode(CODE)).toBe(true);
    for (const zero of [0x0660, 0x06f0, 0x09e6, 0xff10]) {
        expect(digitsOf(inScript(zero))).toBe(digits);
        expect(isCode(inScript(zero))).toBe(true);
    }
    expect(digitsOf("12–34\u00a05\u200e6")).toBe("123456");
});

test("one wrong digit, or two that changed places, are noticed", () => {
    const digits = CODE.replaceAll(" ", "");
    for (let at = 0; at < 16; at += 1) {
        const wrong = (Number(digits[at]) + 1) % 10;
        expect(isCode(digits.slice(0, at) + wrong + digits.slice(at + 1))).toBe(false);
    }
    const swapped = Array.from(
        digits.slice(1),
        (digit, at) => digits.slice(0, at) + digit + digits[at] + digits.slice(at + 2),
    ).filter((text) => text !== digits);
    expect(swapped.length).toBeGreaterThan(8);
    expect(swapped.filter(isCode)).toEqual([]);
});

test("anything else is no code", () => {
    for (const text of ["", "1234", `${CODE} 1`, "abcd efgh ijkl mnop"]) {
        expect(isCode(text)).toBe(false);
    }
});
