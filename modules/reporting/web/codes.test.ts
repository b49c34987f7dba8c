// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { codesText, readCodes } from "./codes";

test("codes are read as they are written", () => {
    const codes = [
        { code: "F", value: "2" },
        { code: "ABI.ORI", value: "A = 1" },
    ];
    expect(readCodes(codesText(codes))).toEqual(codes);
    expect(readCodes("\nno sign\n = nothing before\nM=1")).toEqual([{ code: "M", value: "1" }]);
});
