// SPDX-License-Identifier: EUPL-1.2
// A file that travels in pieces: which of them are still to be sent, and how each is known.
import { base64 } from "web/kit/base64";

// Numbers of the pieces that the server does not have.
export function missingOf(hashes: readonly string[]): number[] {
    return hashes.flatMap((hash, number) => (hash === "" ? [number] : []));
}

// How much of the file is there, from 0 to 1.
export function shareOf(hashes: readonly string[]): number {
    if (hashes.length === 0) return 1;
    return (hashes.length - missingOf(hashes).length) / hashes.length;
}

export function pieceOf(file: Blob, number: number, pieceBytes: number): Blob {
    return file.slice(number * pieceBytes, Math.min((number + 1) * pieceBytes, file.size));
}

export async function hashOf(piece: Blob): Promise<string> {
    const hash = await crypto.subtle.digest("SHA-256", await piece.arrayBuffer());
    return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

interface Sent {
    bytes: number;
    chunk_bytes: number;
    hashes: string[];
}

// Is it the file of which the server has these pieces? Asked before going on with one that was
// begun: pieces of two files would make neither.
export async function isSameFile(file: Blob, sent: Sent): Promise<boolean> {
    if (file.size !== sent.bytes) return false;
    const number = sent.hashes.findIndex((hash) => hash !== "");
    if (number < 0) return true;
    return (await hashOf(pieceOf(file, number, sent.chunk_bytes))) === sent.hashes[number];
}

export async function wishOf(file: Blob, number: number, pieceBytes: number) {
    const piece = pieceOf(file, number, pieceBytes);
    return { number, hash: await hashOf(piece), content: await base64(piece) };
}
