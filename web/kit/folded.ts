// SPDX-License-Identifier: EUPL-1.2
// For comparing what people type: without case and accents.
export function folded(text: string): string {
    return text
        .normalize("NFD")
        .replace(/\p{Mn}/gu, "")
        .toLowerCase()
        .trim();
}
