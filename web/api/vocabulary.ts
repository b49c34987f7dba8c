// SPDX-License-Identifier: EUPL-1.2
// The code lists of the network, asked once a session. Codes are worded here and nowhere else:
// countries and languages by the browser, the rest by the catalogue.
import { countryName, languageName } from "web/words/format";
import { language, t } from "web/words/words";
import type { Code, District } from "./acts";
import { ask } from "./client";

let loading: Promise<void> | undefined;
const vocabularies = new Map<string, Code[]>();
const districts = new Map<string, Promise<District[]>>();

// Awaited by the shell before the first page, so that pages may read codes at once.
// `again`: although they are there, so that a phone can take them along.
export function loadVocabularies(again = false): Promise<void> {
    if (again) loading = undefined;
    loading ??= ask("network.list_vocabularies", {}).then(
        ({ items }) => {
            for (const { name, codes } of items) vocabularies.set(name, codes);
        },
        (problem: unknown) => {
            loading = undefined; // so that the next page tries again
            throw problem;
        },
    );
    return loading;
}

export function listDistricts(city: string): Promise<District[]> {
    let found = districts.get(city);
    if (!found) {
        found = ask("network.list_districts", { query: { city } }).then(({ items }) => items);
        found.catch(() => districts.delete(city));
        districts.set(city, found);
    }
    return found;
}

// Names of places are the same in every language; that nobody recorded the place is not.
export function districtName({ code, name }: Pick<District, "code" | "name">): string {
    return code.endsWith("-NR") ? t("web.no_district") : name;
}

function worded(vocabulary: string, code: Code): string {
    const own = language() === "it" ? code.it : code.en;
    if (vocabulary === "country") return countryName(code.code) ?? own;
    if (vocabulary === "language") return languageName(code.code) ?? own;
    return own;
}

export interface Option {
    value: string;
    label: string;
    group?: string | undefined;
}

// The codes one may choose today; retired ones are still worded, never offered.
export function options(vocabulary: string): Option[] {
    const found = (vocabularies.get(vocabulary) ?? [])
        .filter((code) => !code.retired)
        .map((code) => ({
            value: code.code,
            label: worded(vocabulary, code),
            group: code.group ?? undefined,
        }));
    // The catalogue's order means something; the countries have none but the alphabet's.
    if (vocabulary !== "country") return found;
    const collator = new Intl.Collator(language());
    return found.toSorted((one, other) => collator.compare(one.label, other.label));
}

export function labelOf(vocabulary: string, code: string | null | undefined): string {
    if (!code) return "";
    const known = vocabularies.get(vocabulary)?.find((each) => each.code === code);
    return known ? worded(vocabulary, known) : code;
}
