// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from "vitest";
import { hashOf, isSameFile, missingOf, pieceOf, shareOf } from "./pieces";

const file = new Blob(["abcdefghij"]);

describe("a file in pieces", () => {
    test("goes on with what is missing, wherever the holes are", () => {
        expect(missingOf(["", "x", "", "y"])).toEqual([0, 2]);
        expect(missingOf(["x", "y"])).toEqual([]);
        expect(shareOf(["", "x", "", "y"])).toBe(0.5);
        expect(shareOf(["x"])).toBe(1);
    });

    test("has a last piece that is shorter", async () => {
        expect(await pieceOf(file, 0, 4).text()).toBe("abcd");
        expect(await pieceOf(file, 2, 4).text()).toBe("ij");
    });

    test("is known by the hash of a piece that is there", async () => {
        const hash = await hashOf(pieceOf(file, 1, 4));
        const sent = { bytes: 10, chunk_bytes: 4, hashes: ["", hash, ""] };
        expect(await isSameFile(file, sent)).toBe(true);
        expect(await isSameFile(new Blob(["abcdXXXXij"]), sent)).toBe(false);
        expect(await isSameFile(new Blob(["abcdefghi"]), sent)).toBe(false);
        expect(await isSameFile(file, { ...sent, hashes: ["", "", ""] })).toBe(true);
    });
});
