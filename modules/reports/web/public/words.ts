// SPDX-License-Identifier: EUPL-1.2
// The words of the public pages, in the languages of those who report. They are apart from the words
// of those who work here: other languages, few sentences, loaded one language at a time.
import { useEffect, useState } from "preact/hooks";
import type italian from "modules/reports/public_words/it.json";

export type PublicWord = keyof typeof italian;
type Words = Record<PublicWord, string>;
export type Facts = Record<string, string | number>;

const files = import.meta.glob<{ default: Words }>("../../public_words/*.json");

// In the order in which they are offered, each as it calls itself.
export const LANGUAGES = ["it", "en", "fr", "es", "ar", "bn", "uk", "zh"] as const;
export type PublicLanguage = (typeof LANGUAGES)[number];

const RIGHT_TO_LEFT = new Set<string>(["ar"]);
const KEPT = "lgnet.public_language";

export function isPublicLanguage(code: string | undefined | null): code is PublicLanguage {
    return (LANGUAGES as readonly string[]).includes(code ?? "");
}

// What was chosen in this tab, else the first that the browser asks for and we speak.
export function firstLanguage(
    kept: string | null,
    wanted: readonly string[] = navigator.languages,
): PublicLanguage {
    if (isPublicLanguage(kept)) return kept;
    for (const tag of wanted) {
        const code = tag.split("-")[0];
        if (isPublicLanguage(code)) return code;
    }
    return "it";
}

export function directionOf(language: PublicLanguage): "ltr" | "rtl" {
    return RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr";
}

export function nameOfLanguage(code: string, reader: string = code): string {
    const name = new Intl.DisplayNames(reader, { type: "language" }).of(code) ?? code;
    return name.charAt(0).toLocaleUpperCase(reader) + name.slice(1);
}

export function worded(words: Words, key: PublicWord, facts: Facts = {}): string {
    return words[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}

export interface Spoken {
    language: PublicLanguage;
    say: (key: PublicWord, facts?: Facts) => string;
    // For keys made of codes; the code itself where nobody has worded it.
    sayCode: (family: "category" | "source" | "status" | "answer", code: string) => string;
    change: (language: PublicLanguage) => void;
}

// Undefined while the words are on their way.
export function usePublicWords(): Spoken | undefined {
    const [language, setLanguage] = useState(() => firstLanguage(sessionStorage.getItem(KEPT)));
    const [loaded, setLoaded] = useState<{ language: PublicLanguage; words: Words }>();

    useEffect(() => {
        let isWanted = true;
        void files[`../../public_words/${language}.json`]?.().then((file) => {
            if (isWanted) setLoaded({ language, words: file.default });
        });
        return () => void (isWanted = false);
    }, [language]);

    useEffect(() => {
        if (!loaded) return undefined;
        const page = document.documentElement;
        const before = { lang: page.lang, dir: page.dir };
        page.lang = loaded.language;
        page.dir = directionOf(loaded.language);
        // The pages of those who work here have their own language.
        return () => void Object.assign(page, before);
    }, [loaded]);

    if (!loaded) return undefined;
    const { words } = loaded;
    return {
        language: loaded.language,
        say: (key, facts) => worded(words, key, facts),
        sayCode: (family, code) => words[`${family}.${code}` as PublicWord] ?? code,
        change: (chosen) => {
            sessionStorage.setItem(KEPT, chosen);
            setLanguage(chosen);
        },
    };
}
