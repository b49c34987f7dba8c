// SPDX-License-Identifier: EUPL-1.2
// UUIDv7 (RFC 9562): 48 bits of time, then random bits. Whoever creates a thing names it, so that
// sending it twice, because the first answer got lost, makes it once.
export function uuid7(now: number = Date.now()): string {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    for (let index = 5, rest = now; index >= 0; --index, rest = Math.floor(rest / 256)) {
        bytes[index] = rest % 256;
    }
    bytes[6] = (bytes[6]! & 0x0f) | 0x70;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;

    const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
