// SPDX-License-Identifier: EUPL-1.2
// One thing done on the phone, on its way to the server.
import type { ActName } from "web/api/acts";
import type { Purpose } from "web/api/client";
import type { ItemState } from "./storage";

export interface AnyWish {
    path?: Record<string, string>;
    body?: Record<string, unknown>;
}

// Why the server did not take it, in its words; `standing` is the thing as it stands now, where that
// is the reason.
export interface Refusal {
    status: number;
    code: string;
    title: string;
    facts: Record<string, string>;
    errors: { field: string; code: string; title: string }[];
    standing?: unknown;
}

export interface NewItem {
    // Under which the server keeps that it was done: the id of the thing, where the act makes one.
    key: string;
    act: ActName;
    wish: AnyWish;
    purpose: Purpose | undefined;
    // The thing that it makes or changes, and others that must have arrived before.
    thing: string;
    needs: string[];
    // The field of the body that the phone's clock has filled, if that is how it was filled.
    by_clock?: string | undefined;
    // Others that the same clock has filled: moved by as much. What it had said is not told of them.
    with_clock?: string[] | undefined;
    // The item whose correction counts for that field, where it only repeats what was said there.
    said_in?: string | undefined;
    // The thing as it was on the screen when it was changed.
    before?: unknown;
    // What it is about, without saying of whom: it stays beside the proof.
    about?: string | undefined;
}

export interface Item extends NewItem {
    order: number;
    state: ItemState;
    // By the phone's own clock.
    queued_at: number;
    // The body as it goes on its way: the same at every try.
    sent?: string | undefined;
    tries: number;
    // By how many milliseconds the phone's clock was corrected.
    moved?: number | undefined;
    refusal?: Refusal | undefined;
    // By the server's clock.
    arrived_at?: number | undefined;
}

// What is left of an item that has arrived: enough to show that it has.
export function proofOf(item: Item, arrived_at: number): Item {
    const { order, key, act, thing, queued_at, tries, moved, about } = item;
    return {
        about,
        order,
        key,
        act,
        thing,
        queued_at,
        tries,
        moved,
        arrived_at,
        state: "arrived",
        wish: {},
        purpose: undefined,
        needs: [],
    };
}
