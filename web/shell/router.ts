// SPDX-License-Identifier: EUPL-1.2
// Addresses are in the hash ("#/outreach/contacts/0190…?outing=…"): the program serves one page,
// and nothing of an address is ever sent to it.
import { useEffect, useState } from "preact/hooks";

export interface Place {
    path: string;
    query: Record<string, string>;
}

export function placeOf(hash: string): Place {
    const [path = "", search = ""] = hash.replace(/^#/, "").split("?", 2);
    return {
        path: `/${path.replace(/^\/+|\/+$/g, "")}`,
        query: Object.fromEntries(new URLSearchParams(search)),
    };
}

// The parts of a path that a pattern names: match("/people/:person", "/people/7") is { person:
// "7" }.
export function match(pattern: string, path: string): Record<string, string> | undefined {
    const wanted = pattern.split("/");
    const given = path.split("/");
    if (wanted.length !== given.length) return undefined;

    const params: Record<string, string> = {};
    for (const [index, part] of wanted.entries()) {
        const value = given[index] ?? "";
        if (part.startsWith(":") && value !== "") {
            try {
                params[part.slice(1)] = decodeURIComponent(value);
            } catch {
                return undefined; // a stray % typed by hand
            }
        } else if (part !== value) {
            return undefined;
        }
    }
    return params;
}

type QueryValues = Record<string, string | undefined>;

export function link(path: string, query: QueryValues = {}): string {
    const given = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
    const search = new URLSearchParams(given);
    return search.size > 0 ? `#${path}?${search}` : `#${path}`;
}

export function go(path: string, query: QueryValues = {}): void {
    location.hash = link(path, query);
}

// Goes on without leaving this page in the history: "back" must not reopen a form already sent.
export function goInstead(path: string, query: QueryValues = {}): void {
    location.replace(link(path, query));
}

export function usePlace(): Place {
    const [place, setPlace] = useState(() => placeOf(location.hash));
    useEffect(() => {
        const moved = () => setPlace(placeOf(location.hash));
        addEventListener("hashchange", moved);
        return () => removeEventListener("hashchange", moved);
    }, []);
    return place;
}
