// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { suggestions } from "./Autocomplete";

const options = ["Costa d'Avorio", "Còrsega", "Mali", "Somalia", "Costa Rica"].map((label) => ({
    value: label,
    label,
}));
const labels = (text: string) => suggestions(options, text).map(({ label }) => label);

test("case and accents do not matter", () => {
    expect(labels("COR")).toEqual(["Còrsega"]);
    expect(labels(" mà")).toContain("Mali");
});

test("names that begin so come before names that contain it", () => {
    expect(labels("mali")).toEqual(["Mali", "Somalia"]);
});

test("what was typed whole comes first", () => {
    const acts = ["Leggere la scheda di un servizio", "Leggere la scheda"].map((label) => ({
        value: label,
        label,
    }));
    expect(suggestions(acts, "leggere la scheda")[0]?.label).toBe("Leggere la scheda");
});

test("never more than fit above a phone's keyboard", () => {
    const many = Array.from({ length: 50 }, (_, index) => ({
        value: String(index),
        label: `a${index}`,
    }));
    expect(suggestions(many, "a")).toHaveLength(8);
});
