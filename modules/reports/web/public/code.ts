// SPDX-License-Identifier: EUPL-1.2
// The follow-up code as the server makes it (code.h): looked at here so that a mistyped digit is told
// at once, without asking.
const DAMM = [
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
];

// The digits of what was typed, in whichever script; undefined where something else is among them.
export function digitsOf(typed: string): string | undefined {
    let digits = "";
    for (const character of typed.normalize("NFKC")) {
        if (/\p{Nd}/u.test(character)) digits += digitOf(character);
        else if (!/[\s\p{Pd}\p{Cf}]/u.test(character)) return undefined;
    }
    return digits;
}

// Scripts have their ten digits in a row, beginning with zero at a code point that ends in 0 or 6.
function digitOf(character: string): string {
    const point = character.codePointAt(0)!;
    let zero = point;
    while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(point - zero);
}

export function isCode(typed: string): boolean {
    const digits = digitsOf(typed);
    if (digits?.length !== 16) return false;
    let interim = 0;
    for (const digit of digits) interim = Number(DAMM[interim]![Number(digit)]);
    return interim === 0;
}
