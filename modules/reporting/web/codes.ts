// SPDX-License-Identifier: EUPL-1.2
// What our codes are called elsewhere, as lines "F = 2".

export interface MappedCode {
    code: string;
    value: string;
}

export function codesText(codes: MappedCode[]): string {
    return codes.map(({ code, value }) => `${code} = ${value}`).join("\n");
}

// A line without an equals sign, or with nothing before it, says nothing.
export function readCodes(text: string): MappedCode[] {
    return text.split("\n").flatMap((line) => {
        const at = line.indexOf("=");
        const code = line.slice(0, Math.max(at, 0)).trim();
        return code ? [{ code, value: line.slice(at + 1).trim() }] : [];
    });
}
