// SPDX-License-Identifier: EUPL-1.2
// Asks the server for an act by its name: ask("outreach.get_contact", { path: { id } }). Method and
// address come from the description of the server, as do the types of what goes in and comes out.
import { language } from "web/words/words";
import { type ActName, type Answer, type Wish, routes } from "./acts";
import { NO_CONNECTION, Problem, readProblem } from "./problem";
import { upload } from "./upload";

// Why persons are being read: written in the journal beside every reading.
export type Purpose =
    "care" | "outreach" | "duplicate_check" | "supervision" | "rights_request" | "statistics";

export interface AskOptions {
    signal?: AbortSignal | undefined;
    purpose?: Purpose | undefined;
    // The instant in it is the phone's own, not one that somebody has typed.
    byClock?: boolean | undefined;
    // A file travels, which may take minutes; and how much of it has gone, from 0 to 1.
    isLarge?: boolean | undefined;
    onSent?: ((share: number) => void) | undefined;
}

let csrf = "";
let purposeOfPage: Purpose | undefined;
let onLoggedOut: () => void = () => {};
let server = "";

export function setCsrf(token: string): void {
    csrf = token;
}

export function setPurpose(purpose: Purpose | undefined): void {
    purposeOfPage = purpose;
}

// Called when the server says that nobody is logged in any more.
export function whenLoggedOut(listener: () => void): void {
    onLoggedOut = listener;
}

// Tests talk to a server elsewhere; pages to the one that sent them.
export function setServer(address: string): void {
    server = address;
}

export interface Address {
    path?: Record<string, string>;
    query?: Record<string, string | number | boolean | null | undefined>;
}

export function addressOf(route: string, { path = {}, query = {} }: Address): string {
    const filled = route.replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = path[name];
        if (!value) throw new Error(`${route} needs "${name}"`);
        return encodeURIComponent(value);
    });
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
        if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
    }
    return search.size > 0 ? `${filled}?${search}` : filled;
}

// Asks the server, or, on a phone that has been prepared for it, by way of what is kept there
// (web/phone/carrier.ts).
export type Ask = <Name extends ActName>(
    name: Name,
    wish: Wish<Name>,
    options?: AskOptions,
) => Promise<Answer<Name>>;

let way: Ask = askServer;

export function ask<Name extends ActName>(
    name: Name,
    wish: Wish<Name>,
    options?: AskOptions,
): Promise<Answer<Name>> {
    return way<Name>(name, wish, options);
}

export function askBy(other: Ask = askServer): void {
    way = other;
}

// What stands at the head of every request.
export function headersOf(method: string, body: unknown, purpose = purposeOfPage) {
    return {
        "Accept-Language": language(),
        ...(purpose && { "Lgnet-Purpose": purpose }),
        ...(method !== "GET" && csrf && { "Lgnet-Csrf": csrf }),
        ...(body !== undefined && { "Content-Type": typeOf(body) }),
    };
}

// A file goes as it is; the browser does not know the type of every one.
function typeOf(body: unknown): string {
    return body instanceof Blob ? body.type || "application/octet-stream" : "application/json";
}

export function currentPurpose(): Purpose | undefined {
    return purposeOfPage;
}

export async function askServer<Name extends ActName>(
    name: Name,
    wish: Wish<Name>,
    options: AskOptions = {},
): Promise<Answer<Name>> {
    const [method, route] = routes[name].split(" ") as [string, string];
    const { body, ...parts } = wish as Address & { body?: unknown };
    const address = server + addressOf(route, parts);
    const headers: Record<string, string> = headersOf(method, body, options.purpose);

    const { signal, onSent } = options;
    let response: Response;
    try {
        const sent = body instanceof Blob ? body : JSON.stringify(body);
        response = onSent
            ? await upload(address, { method, headers, body: sent, signal, onSent })
            : await fetch(address, {
                  method,
                  headers,
                  credentials: "same-origin",
                  ...(body !== undefined && { body: sent }),
                  ...(signal && { signal }),
              });
    } catch (failure) {
        if (signal?.aborted) throw failure;
        throw new Problem(0, NO_CONNECTION, "");
    }

    if (!response.ok) {
        const problem = await readProblem(response);
        if (problem.code === "core.log_in_first") onLoggedOut();
        throw problem;
    }
    if (response.status === 204) return undefined as Answer<Name>;
    const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
    return (await (isJson ? response.json() : response.blob())) as Answer<Name>;
}
