// SPDX-License-Identifier: EUPL-1.2
// A phone and whoever works with it. The phone is the app's own code (web/phone, and what outreach
// tells it); the person is made here: what they do, and how they answer what the server refuses.
import outreach from "modules/outreach/web/offline";
import type { ActName, Contact, OutingSheet } from "web/api/acts";
import { PhoneClock } from "web/phone/clock";
import type { AnyWish, Item, Refusal } from "web/phone/items";
import { type Book, findRow, Offline, rowsOf } from "web/phone/offline";
import { type Network, NoConnection, Outbox } from "web/phone/outbox";
import type { Vault } from "web/phone/vault";
import type { Chance } from "./chance";
import { Crash, Disk, Fuse, tell, type Post, Wire } from "./faults";
import type { Account } from "./server";

export const offline = new Offline([outreach]);

export type MakeOutbox = (...given: ConstructorParameters<typeof Outbox>) => Outbox;

export interface PhoneParts {
    account: Account;
    skew: number;
    now: () => number;
    vault: Vault;
    post: Post;
    chance: Chance;
    // A phone that is broken on purpose (broken.ts).
    breakNetwork?: ((network: Network, chance: Chance) => Network) | undefined;
    breakOutbox?: MakeOutbox | undefined;
}

export function tokensOf(note: string | null | undefined): string[] {
    return (note ?? "").split(" ").filter(Boolean);
}

export class Phone {
    readonly fuse: Fuse;
    readonly wire: Wire;
    readonly disk: Disk;
    readonly clock: PhoneClock;
    readonly faults: string[] = [];
    outbox: Outbox;
    book: Book = {};

    constructor(private readonly parts: PhoneParts) {
        const { chance, post, account, skew, now } = parts;
        this.fuse = new Fuse(chance);
        this.wire = new Wire(post, this.fuse, chance, account);
        this.disk = new Disk(this.fuse, (key) => this.noteForgotten(key));
        // Known from when it was prepared, for what leaves it without another network.
        this.clock = new PhoneClock(() => now() + skew, -skew);
        this.outbox = this.startedOutbox();
    }

    get account(): Account {
        return this.parts.account;
    }

    now(): number {
        return this.clock.now();
    }

    // The content of an item leaves the phone only when the server's receipt for it has come.
    private noteForgotten(key: string): void {
        if (!this.wire.receipts.has(key)) this.faults.push(`${key} was forgotten without a receipt`);
    }

    private startedOutbox(): Outbox {
        const { vault, account, breakNetwork, breakOutbox, chance } = this.parts;
        const ports = {
            storage: this.disk,
            vault,
            clock: this.clock,
            network: breakNetwork?.(this.wire, chance) ?? this.wire,
            exclusively: <Result>(work: () => Promise<Result>) => work(),
            arrived: (item: Item, answer: unknown) => this.keep(item, answer),
        };
        return breakOutbox?.(ports, account.id) ?? new Outbox(ports, account.id);
    }

    private async keep(item: Item, answer: unknown): Promise<void> {
        const { id, name } = this.account;
        const isKnown = this.book["outings"] !== undefined || item.act === "outreach.open_outing";
        if (!isKnown) return;
        await this.fuse.step(async () => {
            this.book = offline.arrived(this.book, item, answer, { account: id, name });
        });
    }

    // Does something; after a crash the phone starts again. False: it crashed.
    async survives(work: () => Promise<unknown>): Promise<boolean> {
        try {
            await work();
            return true;
        } catch (failure) {
            if (!(failure instanceof Crash)) throw failure;
            this.outbox = this.startedOutbox();
            await this.outbox.read();
            return false;
        } finally {
            this.fuse.put_out();
        }
    }

    // What the phone shows: what the server had said, and what waits here.
    view(): Book {
        const { id, name } = this.account;
        return offline.shown(this.book, this.outbox.list("waiting", "look"), { account: id, name });
    }

    outing(): OutingSheet | undefined {
        return rowsOf<OutingSheet>(this.view(), "outings")[0];
    }

    contacts(): Contact[] {
        return rowsOf<Contact>(this.view(), "contacts");
    }

    contact(id: string): Contact | undefined {
        return findRow<Contact>(this.view(), "contacts", id);
    }

    async save(act: ActName, wish: AnyWish, key: string, by_clock = false): Promise<Item> {
        const made = offline.itemOf(act, wish, this.view(), key);
        const clock = by_clock ? offline.act(act)?.clock : undefined;
        return this.outbox.add({ ...made, by_clock: clock, purpose: "outreach" });
    }

    // One question, straight to the server.
    async ask(method: string, address: string, body?: object): Promise<unknown> {
        const text = body && JSON.stringify(body);
        const letter = { method, address, body: text, purpose: "outreach" };
        const reply = await this.wire.send(letter);
        if (reply.status >= 400 || reply.json === undefined) throw new NoConnection();
        return reply.json;
    }

    async pull(only: (book: Book) => Book): Promise<void> {
        const kit = (await this.ask("GET", "/api/outreach/kit")) as Record<string, unknown>;
        const { outings, contacts, tallies, persons } = kit as unknown as Book;
        this.book = only({
            outings: outings!,
            contacts: contacts!,
            tallies: tallies!,
            persons: persons!,
        });
    }

    // ---- what a person does with what the server has refused

    async look(item: Item): Promise<void> {
        const refusal = item.refusal!;
        tell(`refused ${refusal.code}`);
        switch (refusal.code) {
            case "core.changed_meanwhile":
                return this.putTogether(item, refusal);
            case "outreach.contact_cancelled":
                return this.restoreFirst(item);
            case "people.very_likely_known":
                return this.recognise(item);
            // Somebody else has said who it is, or has taken it back; what stands is right.
            case "outreach.contact_has_person":
            case "outreach.person_in_use":
            case "people.person_in_use":
                return this.outbox.settle(item.key);
            case "core.not_found":
                return this.closeWhatHasFallen(item);
            default:
                throw new Error(`${item.act}: nobody knows what to do with ${refusal.code}`);
        }
    }

    // The phone went dark between closing what was to make a thing and what was done to it; or the
    // person whom it was to be has been taken back by a colleague meanwhile.
    private async closeWhatHasFallen(item: Item): Promise<void> {
        const isChosenGone =
            item.act === "outreach.identify_contact" && item.wish.body?.["person"] !== undefined;
        if (this.outbox.find(item.thing)?.state !== "settled" && !isChosenGone)
            throw new Error(`${item.act}: ${item.thing} is not there, though it was made`);
        return this.outbox.settle(item.key);
    }

    // Both sides beside each other: what either has written stays.
    private async putTogether(item: Item, refusal: Refusal): Promise<void> {
        const standing = refusal.standing as Contact;
        const mine = tokensOf(item.wish.body?.["note"] as string);
        const theirs = tokensOf(standing.note);
        if (mine.every((token) => theirs.includes(token))) {
            tell("conflict closed: theirs says it all");
            return this.outbox.settle(item.key);
        }
        tell("conflict: both sides put together");
        const note = [...new Set([...theirs, ...mine])].join(" ");
        const body = { ...item.wish.body, note, base: standing.version };
        return this.outbox.mend(item.key, { ...item.wish, body });
    }

    private async restoreFirst(item: Item): Promise<void> {
        const ids = item.act === "outreach.identify_contact"
            ? [item.wish.path!["contact"]!, ...(item.wish.body!["also"] as string[])]
            : [item.thing];
        for (const id of ids) await this.ask("POST", `/api/outreach/contacts/${id}/restore`);
        await this.outbox.mend(item.key);
    }

    // All who may be the same were looked at, as at the desk: the first of them it is, or none.
    private async recognise(item: Item): Promise<void> {
        const person = item.wish.body!["new_person"] as Record<string, unknown>;
        const { id: _, similar_seen: __, ...details } = person;
        const found = (await this.ask("POST", "/api/people/similar", details)) as {
            items: { person: { id: string; name: string } }[];
        };
        const ids = found.items.map(({ person: { id } }) => id);
        const { new_person: _new, ...rest } = item.wish.body!;
        // Who only sounds alike was met on another evening.
        const same = found.items.find(({ person: { name } }) =>
            name.includes(person["family_name"] as string),
        );
        const isSame = this.parts.chance.happens(0.5) && same;
        const body = isSame
            ? { ...rest, person: same.person.id }
            : { ...rest, new_person: { ...person, similar_seen: ids } };
        await this.outbox.mend(item.key, { ...item.wish, body });
    }
}
