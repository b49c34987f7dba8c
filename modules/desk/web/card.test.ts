// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { readCard } from "./card";

test("a card is read as it is typed, and as a scanner types it", () => {
    expect(readCard("RM-000123")).toBe("RM-000123");
    expect(readCard(" rm 123 ")).toBe("RM-000123");
    expect(readCard("rm000123\n")).toBe("RM-000123");
    expect(readCard("https://lgnet.example/#/RM-000123")).toBe("RM-000123");
});

test("what is no card is none", () => {
    for (const text of ["", "123", "Amina", "RM-", "RM-12345678", "RM-12a"])
        expect(readCard(text)).toBeUndefined();
});
