// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { Problem } from "web/api/problem";
import { contentOf, FILE_BYTES_MAX, sizeText } from "./attachments";

test("a file that is too large is refused before it travels", async () => {
    const file = new File([new Uint8Array(FILE_BYTES_MAX + 1)], "atto.pdf", {
        type: "application/pdf",
    });
    const failure = await contentOf(file).catch((problem: unknown) => problem);
    expect(failure).toBeInstanceOf(Problem);
    expect((failure as Problem).errors.map(({ field, code }) => [field, code])).toEqual([
        ["content", "page.cases.file_too_large"],
    ]);
});

test("a size is said as people say it", () => {
    expect(sizeText(12)).toBe("1 kB");
    expect(sizeText(320 * 1024)).toBe("320 kB");
    expect(sizeText(1024 * 1024)).toBe("1 MB");
    expect(sizeText(Math.round(3.46 * 1024 * 1024))).toBe("3,5 MB");
});
