// SPDX-License-Identifier: EUPL-1.2
// What was done on the phone and has to reach the server. The rules:
//
// 1. What add() has answered for is on the phone's disk, sealed, and stays there with its content
//    until the server's receipt for that very item is here, or a person has closed it.
// 2. One at a time, in the order in which things were done. What depends on something that has not
//    arrived waits for it; the rest goes on.
// 3. An item goes on its way with one key and one body, however often: the server does it once.
// 4. What the server refuses is shown to a person, who mends it or closes it. It is never dropped.
//
// Storage, network and clock are handed in: the simulation (tests/simulation) runs this very code.
import { addressOf } from "web/api/client";
import { routes } from "web/api/routes";
import type { PhoneClock } from "./clock";
import { type Item, type NewItem, proofOf, type Refusal } from "./items";
import type { ItemState, PhoneStorage, StoredItem } from "./storage";
import type { Vault } from "./vault";

export interface Letter {
    method: string;
    address: string;
    body?: string | undefined;
    purpose?: string | undefined;
    once?: string | undefined;
}

export interface Reply {
    status: number;
    // The headers Lgnet-Receipt and Date.
    receipt: string | null;
    date: string | null;
    // What it says; undefined where that is not JSON, as from a hotel's own log-in page.
    json: unknown;
}

export class NoConnection extends Error {}

export interface Network {
    // Throws NoConnection where nobody answers in time. The letter may have arrived all the same.
    send(letter: Letter): Promise<Reply>;
}

export interface Ports {
    storage: PhoneStorage;
    vault: Vault;
    network: Network;
    clock: PhoneClock;
    // One sender at a time, whatever number of windows is open.
    exclusively<Result>(work: () => Promise<Result>): Promise<Result>;
    // Told of each item that arrives, while its content is still here.
    arrived(item: Item, answer: unknown): Promise<void>;
}

// sent: nothing is left that could go now. no_connection: nobody answers, or not as we do.
// log_in: the session is over. busy: the server asks to come back later.
export type Sending = "sent" | "no_connection" | "log_in" | "busy";

const PROOF_MILLISECONDS = 7 * 86_400_000;

// Refusals that say nothing of the item: the session is over, or another one has begun.
const LOG_IN_CODES = new Set(["core.log_in_first", "core.csrf"]);
const PASSING = new Set([408, 429]);

// broken: a mistake of the server's with this very item; the others go on.
type Outcome = "arrived" | "refused" | "broken" | Exclude<Sending, "sent">;

export class Outbox {
    private items = new Map<number, Item>();
    private readonly seen = new Map<number, StoredItem>();
    // What the server answered in this run, by key: the pages that wait for it are shown it.
    private readonly answers = new Map<string, unknown>();
    private readonly listeners = new Set<() => void>();

    constructor(
        private readonly ports: Ports,
        readonly account: string,
    ) {}

    // From the disk: at the start, and before sending, since another window may have changed it.
    async read(): Promise<void> {
        const rows = await this.ports.storage.listItems(this.account);
        const last = rows.at(-1)?.order ?? 0;
        const listed = new Set(rows.map(({ order }) => order));
        for (const order of this.items.keys()) {
            if (order <= last && !listed.has(order)) this.items.delete(order);
        }
        for (const row of rows) {
            if (sameSeal(this.seen.get(row.order), row)) continue;
            this.items.set(row.order, await this.opened(row));
            this.seen.set(row.order, row);
        }
        this.changed();
    }

    onChange(listener: () => void): () => void {
        this.listeners.add(listener);
        return () => void this.listeners.delete(listener);
    }

    // In the order in which things were done.
    list(...states: ItemState[]): Item[] {
        const wanted = (item: Item) => states.length === 0 || states.includes(item.state);
        return [...this.items.values()].filter(wanted).toSorted((a, b) => a.order - b.order);
    }

    find(key: string): Item | undefined {
        return this.list().findLast((item) => item.key === key);
    }

    answerTo(key: string): unknown {
        return this.answers.get(key);
    }

    // Answers when it is on the disk. The same thing written down again, after a refusal or a
    // crash before it went, takes the place of what was written before.
    async add(item: NewItem): Promise<Item> {
        const before = this.find(item.key);
        if (before?.state === "arrived") return before;
        if (before?.state === "waiting" && before.sent !== undefined) return before;
        const written = {
            ...item,
            ...this.repeatedClock(item),
            state: "waiting" as const,
            tries: before?.tries ?? 0,
            queued_at: this.ports.clock.now(),
        };
        if (before) return this.put({ ...written, order: before.order });

        const sealed = await this.sealed(written);
        const row = {
            key: item.key,
            account: this.account,
            state: written.state,
            queued_at: written.queued_at,
            sealed,
        };
        const order = await this.ports.storage.addItem(row);
        const added = { ...written, order };
        this.items.set(order, added);
        this.seen.set(order, { ...row, order });
        this.changed();
        return added;
    }

    // A refused item whose form is still in front of whoever filled it in: the form has it.
    async giveBack(key: string): Promise<void> {
        const item = this.find(key);
        if (!item || item.state !== "look") return;
        await this.ports.storage.removeItem(item.order);
        this.items.delete(item.order);
        this.changed();
    }

    // A person has looked at a refused item, and it is to go like this.
    async mend(key: string, wish: Item["wish"] = this.wishOf(key)): Promise<void> {
        const item = this.find(key);
        if (item?.state !== "look") return;
        await this.put({ ...item, wish, state: "waiting", sent: undefined, refusal: undefined });
    }

    // A person has looked at a refused item and it is not to go: what stands on the server is
    // right. Its content stays on the phone. What was done later on the same thing was done on top
    // of it, so it has to be looked at too; where the thing itself is not to be made, it falls with
    // it.
    async settle(key: string): Promise<void> {
        const item = this.find(key);
        if (item?.state !== "look") return;
        // First those that come later: a crash between the two leaves too much to look at.
        if (item.refusal?.code === "core.changed_meanwhile") {
            for (const later of this.list("waiting")) {
                const isOnTop = later.thing === item.thing && later.before !== undefined;
                if (later.order < item.order || !isOnTop) continue;
                await this.put({ ...later, state: "look", refusal: item.refusal, sent: undefined });
            }
        }
        await this.put({ ...item, state: "settled" });
        if (item.key !== item.thing) return;
        // A crash before this leaves what the server refuses, and a person closes.
        for (const later of this.list("waiting", "look"))
            if (later.thing === item.thing) await this.put({ ...later, state: "settled" });
    }

    // Sends what can go, until nothing is left or something stops it.
    async sendAll(): Promise<Sending> {
        return this.ports.exclusively(async () => {
            await this.read();
            const tried = new Set<string>();
            let left: Sending = "sent";
            for (;;) {
                const next = this.list("waiting").find(
                    (item) => !tried.has(item.key) && !this.isHeld(item),
                );
                if (!next) return left;
                tried.add(next.key);
                const outcome = await this.send(next);
                if (outcome === "broken") left = "busy";
                else if (outcome !== "arrived" && outcome !== "refused") return outcome;
            }
        });
    }

    // What has not arrived, with the bodies that go on their way: to be sent from elsewhere too, and
    // still arrive once. The clock is corrected by what was last known of it.
    async fixed(): Promise<Item[]> {
        this.ports.clock.settle();
        for (const item of this.list("waiting")) await this.ready(item);
        return this.list("waiting", "look", "settled");
    }

    // Old proofs go.
    async prune(): Promise<void> {
        const limit = this.ports.clock.now() - PROOF_MILLISECONDS;
        for (const item of this.list("arrived")) {
            const isNeeded = this.list("waiting").some(({ said_in }) => said_in === item.key);
            if (item.queued_at > limit || isNeeded) continue;
            await this.ports.storage.removeItem(item.order);
            this.items.delete(item.order);
        }
    }

    // Whether it depends on something earlier that has not arrived.
    isHeld(item: Item): boolean {
        const needed = new Set([item.thing, ...item.needs]);
        return this.list("waiting", "look").some(
            (other) => other.order < item.order && needed.has(other.thing),
        );
    }

    // A correction of something that waits here says again what the phone's clock had said.
    private repeatedClock(item: NewItem): Pick<NewItem, "by_clock" | "said_in"> | undefined {
        if (item.by_clock) return undefined;
        const said = this.list("waiting", "look").findLast(
            ({ thing, by_clock, wish }) =>
                thing === item.thing &&
                by_clock !== undefined &&
                wish.body?.[by_clock] === item.wish.body?.[by_clock],
        );
        return said && { by_clock: said.by_clock, said_in: said.said_in ?? said.key };
    }

    private async send(item: Item): Promise<Outcome> {
        try {
            const ready = await this.ready({ ...item, tries: item.tries + 1 });
            const asked_at = this.ports.clock.now();
            const reply = await this.ports.network.send(letterOf(ready));
            this.ports.clock.hear(reply.date, asked_at);
            return await this.take(ready, reply);
        } catch (failure) {
            if (failure instanceof NoConnection) return "no_connection";
            throw failure;
        }
    }

    // Fixes the body that goes on its way, before the first try: a clock that was found to be
    // wrong is corrected once, and what it had said goes along.
    private async ready(item: Item): Promise<Item> {
        if (item.sent !== undefined) return item;
        const body = item.wish.body && { ...item.wish.body };
        if (body && item.with_clock) return this.readyTogether(item, body, item.with_clock);
        const said = item.by_clock ? body?.[item.by_clock] : undefined;
        if (!body || !item.by_clock || typeof said !== "string") {
            return this.put({ ...item, sent: body ? JSON.stringify(body) : "" });
        }
        const moved = await this.correctionOf(item);
        if (moved !== 0) body[item.by_clock] = new Date(Date.parse(said) + moved).toISOString();
        if (moved !== 0 && !item.said_in) body["phone_said_at"] = said;
        return this.put({ ...item, moved, sent: JSON.stringify(body) });
    }

    // From when to when: what lay between them stays as long as it was.
    private async readyTogether(
        item: Item,
        body: Record<string, unknown>,
        fields: string[],
    ): Promise<Item> {
        const moved = await this.correctionOf(item);
        for (const field of fields) {
            const said = body[field];
            if (typeof said !== "string") continue;
            body[field] = new Date(Date.parse(said) + moved).toISOString();
        }
        return this.put({ ...item, moved, sent: JSON.stringify(body) });
    }

    private async correctionOf(item: Item): Promise<number> {
        if (item.said_in) return this.find(item.said_in)?.moved ?? 0;
        const { clock, network } = this.ports;
        if (!clock.isMeasured) {
            const asked_at = clock.now();
            const { date } = await network.send({ method: "GET", address: "/api/health" });
            clock.hear(date, asked_at);
        }
        return clock.behind;
    }

    private async take(item: Item, reply: Reply): Promise<Outcome> {
        if (reply.receipt === item.key) {
            this.answers.set(item.key, reply.json);
            const arrived_at = Date.parse(reply.date ?? "") || this.ports.clock.now();
            await this.ports.arrived(item, reply.json);
            await this.put(proofOf(item, arrived_at));
            return "arrived";
        }
        const refusal = refusalOf(reply);
        if (!refusal) return reply.status >= 500 ? "busy" : "no_connection";
        if (LOG_IN_CODES.has(refusal.code)) return "log_in";
        if (reply.status === 500) return "broken";
        if (PASSING.has(reply.status) || reply.status > 500) return "busy";
        // As it was sent: its clock has been corrected, and is not corrected again.
        const body = item.sent ? (JSON.parse(item.sent) as Item["wish"]["body"]) : undefined;
        await this.put({
            ...item,
            wish: { ...item.wish, ...(body && { body }) },
            by_clock: undefined,
            with_clock: undefined,
            said_in: undefined,
            state: "look",
            refusal,
            sent: undefined,
        });
        return "refused";
    }

    private async put(item: Item): Promise<Item> {
        const row = {
            order: item.order,
            key: item.key,
            account: this.account,
            state: item.state,
            queued_at: item.queued_at,
            sealed: await this.sealed(item),
        };
        await this.ports.storage.putItem(row);
        this.items.set(item.order, item);
        this.seen.set(item.order, row);
        this.changed();
        return item;
    }

    private wishOf(key: string): Item["wish"] {
        return this.find(key)?.wish ?? {};
    }

    private sealed(item: Omit<Item, "order">) {
        return this.ports.vault.seal(item, placeOf(item.key));
    }

    private async opened(row: StoredItem): Promise<Item> {
        const item = await this.ports.vault.open<Item>(row.sealed, placeOf(row.key));
        return { ...item, order: row.order, state: row.state };
    }

    private changed(): void {
        for (const listener of this.listeners) listener();
    }
}

function placeOf(key: string): string {
    return `item ${key}`;
}

function sameSeal(one: StoredItem | undefined, other: StoredItem): boolean {
    if (!one || one.state !== other.state) return false;
    return one.sealed.iv.every((byte, index) => byte === other.sealed.iv[index]);
}

function letterOf(item: Item): Letter {
    const [method, route] = routes[item.act].split(" ") as [string, string];
    return {
        method,
        address: addressOf(route, { path: item.wish.path ?? {} }),
        body: item.sent || undefined,
        purpose: item.purpose,
        once: item.key,
    };
}

// A refusal in our own words; undefined for anything else, which is no answer of ours.
function refusalOf({ status, json }: Reply): Refusal | undefined {
    if (status < 400 || typeof json !== "object" || json === null) return undefined;
    const said = json as Partial<Refusal>;
    if (typeof said.code !== "string" || typeof said.title !== "string") return undefined;
    return {
        status,
        code: said.code,
        title: said.title,
        facts: said.facts ?? {},
        errors: said.errors ?? [],
        ...(said.standing !== undefined && { standing: said.standing }),
    };
}
