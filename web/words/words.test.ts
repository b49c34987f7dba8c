// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { changeLanguage, count, findWord, language, onLanguage, t } from "./words";

// Words that the page's own frame uses, so that these tests speak of the real sentences.
describe("t", () => {
    test("says the Italian sentence at first", () => {
        expect(language()).toBe("it");
        expect(t("web.undo")).toBe("Annulla");
    });

    test("puts facts where the sentence names them", () => {
        expect(t("web.show_all", { n: 43 })).toBe("Mostra tutte (43)");
    });

    test("leaves a fact that nobody gave visible, rather than say something else", () => {
        expect(t("web.show_all")).toBe("Mostra tutte ({n})");
    });

    test("writes numbers as the language does", () => {
        expect(t("web.show_all", { n: 12_345 })).toBe("Mostra tutte (12.345)");
    });
});

describe("count", () => {
    test("chooses the form for the number", () => {
        expect(count("web.shown", 1)).toBe("1 risultato");
        expect(count("web.shown", 0)).toBe("0 risultati");
        expect(count("web.shown", 2)).toBe("2 risultati");
        // Italian has a third form for millions; without words of its own it takes the general one.
        expect(count("web.shown", 1_000_000)).toBe("1.000.000 risultati");
    });
});

test("findWord knows what is worded, and only that", () => {
    expect(findWord("web.undo")).toBe("Annulla");
    expect(findWord("web.nothing_of_the_kind")).toBeUndefined();
    // Sentences of problems come from the server.
    expect(findWord("problem.people.very_likely_known")).toBeUndefined();
});

describe("another language", () => {
    const html = { lang: "it" };
    beforeEach(() => Object.assign(globalThis, { document: { documentElement: html } }));
    afterEach(async () => {
        await changeLanguage("it");
        Reflect.deleteProperty(globalThis, "document");
    });

    test("is loaded when it is chosen, and whoever listens is told", async () => {
        let told = 0;
        const stop = onLanguage(() => ++told);
        await changeLanguage("en");
        expect(t("web.undo")).toBe("Undo");
        expect(count("web.shown", 1)).toBe("1 result");
        expect(html.lang).toBe("en");
        expect(told).toBe(1);
        stop();
    });

    test("that does not exist changes nothing", async () => {
        await changeLanguage("tlh");
        expect(language()).toBe("it");
    });
});
