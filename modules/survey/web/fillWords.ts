// SPDX-License-Identifier: EUPL-1.2
// The few words around the questions ("Next", "an answer is needed"), in the language of whoever
// answers: another than that of whoever asks, and mostly one that the pages do not speak.
import type italian from "modules/survey/fill_words/it.json";

export type FillWord = keyof typeof italian;
type Words = Record<FillWord, string>;
type Facts = Record<string, string | number>;

// Few and short: all of them come along, so that a language can be changed without a signal.
const files = import.meta.glob<Words>("../fill_words/*.json", { eager: true, import: "default" });

const RIGHT_TO_LEFT = new Set(["ar", "fa", "ur", "ps", "he", "ckb", "ku-arab", "pa-arab", "sd"]);

// "ar-EG" is spoken as "ar".
const short = (language: string): string => language.split("-")[0] ?? language;

export function directionOf(language: string): "ltr" | "rtl" {
    const code = language.toLowerCase();
    return RIGHT_TO_LEFT.has(code) || RIGHT_TO_LEFT.has(short(code)) ? "rtl" : "ltr";
}

// As whoever speaks it calls it.
export function ownNameOf(language: string): string {
    try {
        const name = new Intl.DisplayNames(language, { type: "language" }).of(language);
        return name ? name.charAt(0).toLocaleUpperCase(language) + name.slice(1) : language;
    } catch {
        return language; // no code that the browser knows
    }
}

// Words of that language, else of the form's own, else Italian.
export function sayIn(...languages: string[]): (word: FillWord, facts?: Facts) => string {
    const found = [...languages, "it"]
        .map((language) => files[`../fill_words/${short(language)}.json`])
        .find((words) => words !== undefined)!;
    return (word, facts = {}) =>
        found[word].replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}
