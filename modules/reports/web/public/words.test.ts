// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { directionOf, firstLanguage, LANGUAGES, worded } from "./words";

const folder = "modules/reports/public_words";
const read = (language: string) =>
    JSON.parse(readFileSync(`${folder}/${language}.json`, "utf8")) as Record<string, string>;
const factsOf = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted().join(" ");

describe("the words of the public pages", () => {
    test("are there in every language that is offered, and in no other", () => {
        const files = readdirSync(folder).map((name) => name.replace(".json", ""));
        expect(files.toSorted()).toEqual([...LANGUAGES].toSorted());
    });

    test.each(LANGUAGES)("say the same things with the same facts in %s", (language) => {
        const italian = read("it");
        const words = read(language);
        expect(Object.keys(words)).toEqual(Object.keys(italian));
        for (const [key, text] of Object.entries(words)) {
            expect([key, text]).not.toEqual([key, ""]);
            expect([key, factsOf(text)]).toEqual([key, factsOf(italian[key]!)]);
        }
    });

    test("are other words in other languages", () => {
        const same = LANGUAGES.slice(1).flatMap((language) => {
            const words = read(language);
            return Object.entries(read("it"))
                .filter(([key, text]) => words[key] === text)
                .map(([key]) => `${language} ${key}`);
        });
        expect(same).toEqual(["es photo"]); // "Una foto" in both
    });

    test("put facts where they are named", () => {
        expect(worded(read("it") as never, "too_often", { minutes: 5 })).toContain("5 minuti");
    });
});

describe("the first language", () => {
    test("is what was chosen, else what the browser asks for, else Italian", () => {
        expect(firstLanguage("ar", ["fr-FR"])).toBe("ar");
        expect(firstLanguage(null, ["tlh", "bn-BD", "en"])).toBe("bn");
        expect(firstLanguage("tlh", ["de"])).toBe("it");
    });

    test("tells the direction of writing", () => {
        expect(directionOf("ar")).toBe("rtl");
        expect(directionOf("zh")).toBe("ltr");
    });
});
