// SPDX-License-Identifier: EUPL-1.2
// What a module tells of its work without a signal (modules/*/web/offline.ts): which acts may wait on
// the phone, what they look like until the server has answered, and which questions the phone can
// answer itself.
import type { ActName, Answer, Wish } from "web/api/acts";
import type { Ask, askServer } from "web/api/client";
import type { Word } from "web/words/words";
import type { AnyWish, Item, NewItem } from "./items";

export interface Row {
    id: string;
}

// What the phone knows, by kind of thing: "contacts", "persons". Never changed in place.
export type Book = Record<string, Row[]>;

// Who did something on this phone, and when.
export interface Author {
    account: string;
    name: string;
    at: string;
}

export interface Side {
    field: string;
    label: string;
    text: string;
}

// Either a page of its own, or something to be done before it is sent again.
export interface Remedy {
    label: Word;
    page?: (item: Item) => string;
    before?: (item: Item, ask: Ask) => Promise<unknown>;
}

export interface QueuedAct<Name extends ActName> {
    // The id of what it makes or changes, and of what must have arrived before.
    thing(wish: Wish<Name>): string;
    needs?(wish: Wish<Name>): string[];
    // It makes the thing: its id is then the key under which the server does it once.
    makes?: boolean;
    // The field of the body that is an instant, and mostly the phone's own.
    clock?: string;
    // Instead, where there are several and the server keeps none of them exactly: they are corrected
    // together, and what the phone's clock had said does not go along.
    clocks?: string[];
    // It changes a thing of this kind: what it was before is kept, to show both sides.
    changes?: string;
    // What it is about, without saying of whom: "Stazione, 21:05".
    about?(wish: Wish<Name>): string;
    // Names of fields that it cannot do without: said at once, not when there is a signal again.
    missing?(wish: Wish<Name>): string[];
    // The book as it is once it is done.
    apply(book: Book, wish: Wish<Name>, by: Author): Book;
    // What the server would answer, out of that book.
    answer(book: Book, wish: Wish<Name>): Answer<Name>;
    // Its fields in words, to put what was written here beside what stands there.
    sides?(value: object): Side[];
    // What a person can do about a refusal, by its code.
    remedies?: Record<string, Remedy>;
    // The address of the form in which a refused item is corrected.
    form?(item: Item): string;
    // The book once the server has answered; without it, as it is once it is done.
    arrived?(book: Book, answer: Answer<Name>): Book;
}

export interface OfflineRead<Name extends ActName> {
    // Undefined where the phone does not know.
    answer(book: Book, wish: Wish<Name>): Answer<Name> | undefined;
    // The server's answer as a book, so that what still waits on the phone can be seen in it too.
    book?(answer: Answer<Name>): Book;
}

export interface OfflinePart {
    // What to take along while there is a signal, for those who may do the act it needs.
    needs?: ActName;
    load?(ask: typeof askServer): Promise<Book>;
    acts?: { [Name in ActName]?: QueuedAct<Name> };
    reads?: { [Name in ActName]?: OfflineRead<Name> };
}

// ---- for the books of modules

export function rowsOf<Kind extends Row>(book: Book, table: string): Kind[] {
    return (book[table] ?? []) as Kind[];
}

export function findRow<Kind extends Row>(book: Book, table: string, id: string): Kind | undefined {
    return rowsOf<Kind>(book, table).find((row) => row.id === id);
}

export function withRow(book: Book, table: string, row: Row): Book {
    const rows = book[table] ?? [];
    const known = rows.some(({ id }) => id === row.id);
    return {
        ...book,
        [table]: known ? rows.map((each) => (each.id === row.id ? row : each)) : [row, ...rows],
    };
}

export function changedRow<Kind extends Row>(
    book: Book,
    table: string,
    id: string,
    change: (row: Kind) => Kind,
): Book {
    const row = findRow<Kind>(book, table, id);
    return row ? withRow(book, table, change(row)) : book;
}

export function mergedBooks(books: Book[]): Book {
    const all: Book = {};
    for (const book of books) {
        for (const [table, rows] of Object.entries(book)) {
            const ids = new Set((all[table] ?? []).map(({ id }) => id));
            all[table] = [...(all[table] ?? []), ...rows.filter(({ id }) => !ids.has(id))];
        }
    }
    return all;
}

// ---- what a phone shows

// One way to ask anything of a part, whatever the act is called.
interface AnyAct {
    thing(wish: object): string;
    needs?(wish: object): string[];
    makes?: boolean;
    clock?: string;
    clocks?: string[];
    changes?: string;
    about?(wish: object): string;
    missing?(wish: object): string[];
    sides?(value: object): Side[];
    remedies?: Record<string, Remedy>;
    form?(item: Item): string;
    apply(book: Book, wish: object, by: Author): Book;
    answer(book: Book, wish: object): unknown;
    arrived?(book: Book, answer: unknown): Book;
}

export interface AnyRead {
    answer(book: Book, wish: object): unknown;
    book?(answer: unknown): Book;
}

// All that the modules have told, together.
export class Offline {
    private readonly acts: Record<string, AnyAct>;
    private readonly reads: Record<string, AnyRead>;

    constructor(private readonly parts: OfflinePart[]) {
        this.acts = Object.assign({}, ...parts.map(({ acts }) => acts));
        this.reads = Object.assign({}, ...parts.map(({ reads }) => reads));
    }

    act(name: string): AnyAct | undefined {
        return this.acts[name];
    }

    read(name: string): AnyRead | undefined {
        return this.reads[name];
    }

    async load(ask: typeof askServer, acts: string[]): Promise<Book> {
        const books: Book[] = [];
        for (const { load, needs } of this.parts) {
            if (load && (!needs || acts.includes(needs))) books.push(await load(ask));
        }
        return mergedBooks(books);
    }

    // The book with what still waits on the phone done in it, in order.
    shown(book: Book, items: Item[], by: Omit<Author, "at">): Book {
        return items.reduce((before, { act, wish, queued_at }) => {
            const at = new Date(queued_at).toISOString();
            return this.acts[act]?.apply(before, wish, { ...by, at }) ?? before;
        }, book);
    }

    // The book once the server has answered to an item: what it says takes the place of what the
    // phone had made of it.
    arrived(book: Book, item: Item, answer: unknown, by: Omit<Author, "at">): Book {
        const done = this.shown(book, [item], by);
        const act = this.acts[item.act];
        return act?.arrived && answer ? act.arrived(done, answer) : done;
    }

    // What a wish becomes on its way: its key, and what it depends on.
    itemOf(act: string, wish: AnyWish, book: Book, key: string): Omit<NewItem, "purpose"> {
        const known = this.acts[act]!;
        const thing = known.thing(wish);
        return {
            key: known.makes ? thing : key,
            act: act as NewItem["act"],
            wish,
            thing,
            needs: known.needs?.(wish) ?? [],
            about: known.about?.(wish),
            ...(known.changes && { before: findRow(book, known.changes, thing) ?? null }),
        };
    }
}
