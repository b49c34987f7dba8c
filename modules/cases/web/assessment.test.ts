// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { mostTelling, nameOfDimension } from "./assessment";

const line = (id: string, score: number | null, cancelled = false) => ({
    id,
    cancelled,
    dimensions: [{ dimension: "housing", score, professions: [] }],
});

test("the newest with a score is shown, 0 being one", () => {
    expect(mostTelling([])).toBeUndefined();
    expect(mostTelling([line("new", null), line("old", 50)])?.id).toBe("old");
    expect(mostTelling([line("new", 0), line("old", 50)])?.id).toBe("new");
    expect(mostTelling([line("new", 75, true), line("old", 50)])?.id).toBe("old");
});

test("a dimension that the catalogue has dropped is called by its code", () => {
    expect(nameOfDimension(undefined, "housing")).toBe("housing");
});
