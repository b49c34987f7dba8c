// SPDX-License-Identifier: EUPL-1.2
// t("key", facts): the sentence of the reader's language. A key that does not exist does not
// compile.
import { first, others } from "virtual:words";
import type access from "modules/access/words/it.json";
import type cases from "modules/cases/words/it.json";
import type civic from "modules/civic/words/it.json";
import type desk from "modules/desk/words/it.json";
import type directory from "modules/directory/words/it.json";
import type handovers from "modules/handovers/words/it.json";
import type headcount from "modules/headcount/words/it.json";
import type housing from "modules/housing/words/it.json";
import type minors from "modules/minors/words/it.json";
import type monitoring from "modules/monitoring/words/it.json";
import type network from "modules/network/words/it.json";
import type openrosa from "modules/openrosa/words/it.json";
import type outreach from "modules/outreach/words/it.json";
import type people from "modules/people/words/it.json";
import type referrals from "modules/referrals/words/it.json";
import type reporting from "modules/reporting/words/it.json";
import type reports from "modules/reports/words/it.json";
import type rights from "modules/rights/words/it.json";
import type screening from "modules/screening/words/it.json";
import type shifts from "modules/shifts/words/it.json";
import type survey from "modules/survey/words/it.json";
import type workshops from "modules/workshops/words/it.json";
import type stories from "modules/stories/words/it.json";
import type shell from "./it.json";

type Files =
    | typeof access
    | typeof cases
    | typeof civic
    | typeof desk
    | typeof directory
    | typeof handovers
    | typeof headcount
    | typeof housing
    | typeof minors
    | typeof monitoring
    | typeof network
    | typeof openrosa
    | typeof outreach
    | typeof people
    | typeof referrals
    | typeof reporting
    | typeof reports
    | typeof rights
    | typeof screening
    | typeof shifts
    | typeof survey
    | typeof workshops
    | typeof stories
    | typeof shell;
type KeyOf<File> = File extends unknown ? keyof File & string : never;

// What is wrong the server says in words: those are not in the pages.
export type Word = Exclude<KeyOf<Files>, `problem.${string}`>;
// Words that come in two forms: "page.contacts.one" and "page.contacts.other".
export type CountedWord = Word extends infer W ? (W extends `${infer K}.other` ? K : never) : never;
export type Facts = Record<string, string | number>;

const FIRST = "it";
const FACT = /\{(\w+)\}/g;

let words: Record<string, string> = first;
let current = FIRST;
const listeners = new Set<() => void>();

export const languages = [FIRST, ...Object.keys(others)];

export function language(): string {
    return current;
}

// For dates and numbers: English as written in Europe, "23 Nov 2026".
export function locale(): string {
    return current === "en" ? "en-GB" : current;
}

export async function changeLanguage(wanted: string): Promise<void> {
    const load = others[wanted];
    if (wanted === current || (wanted !== FIRST && !load)) return;

    words = load ? (await load()).default : first;
    current = wanted;
    document.documentElement.lang = wanted;
    for (const listener of listeners) listener();
}

export function onLanguage(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

function sentence(text: string, facts: Facts): string {
    return text.replace(FACT, (whole, name: string) => {
        const fact = facts[name];
        if (fact === undefined) return whole;
        return typeof fact === "number" ? fact.toLocaleString(locale()) : fact;
    });
}

export function t(key: Word, facts: Facts = {}): string {
    return sentence(words[key] ?? first[key] ?? key, facts);
}

// The right form for a number, which the sentence calls {n}.
export function count(key: CountedWord, n: number, facts: Facts = {}): string {
    const form = new Intl.PluralRules(current).select(n);
    const text = words[`${key}.${form}`] ?? words[`${key}.other`] ?? first[`${key}.other`] ?? key;
    return sentence(text, { ...facts, n });
}

// For keys made from codes ("role." + role); undefined when nobody has worded that code.
export function findWord(key: string): string | undefined {
    return words[key] ?? first[key];
}

// The same for what comes in two forms ("reason." + code).
export function findCount(key: string, n: number): string | undefined {
    return findWord(`${key}.other`) && count(key as CountedWord, n);
}
