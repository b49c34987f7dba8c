// SPDX-License-Identifier: EUPL-1.2
// Numbers as people type them: with the digits of their keyboard, with a comma.

// Where the digits of a script begin: Arabic, Persian, Bengali, Devanagari.
const ZEROS = [0x0660, 0x06f0, 0x09e6, 0x0966];

function plainDigit(letter: string): string {
    const code = letter.codePointAt(0)!;
    const zero = ZEROS.find((each) => code >= each && code <= each + 9);
    return zero === undefined ? letter : String(code - zero);
}

// As XForms writes it: "12.5". What is no number stays as it was typed, to be told.
export function asWritten(typed: string): string {
    return [...typed]
        .map(plainDigit)
        .join("")
        .replace(/\s/g, "")
        .replace(/[,٫]/g, ".")
        .replace(/^[−–]/, "-");
}
