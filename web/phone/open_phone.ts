// SPDX-License-Identifier: EUPL-1.2
// A phone whose PIN has been typed: what pages ask goes by way of it. What changes something is
// written down on the phone first and then sent; questions are asked of the server, and where it
// does not answer, of what was taken along.
import type { ActName, Answer, Session, Wish } from "web/api/acts";
import { type Ask, type AskOptions, askServer, currentPurpose } from "web/api/client";
import { NO_CONNECTION, Problem } from "web/api/problem";
import { uuid7 } from "web/kit/uuid7";
import type { PhoneClock } from "./clock";
import { t } from "web/words/words";
import { exportedFile, type RecordsFile } from "./file";
import type { AnyWish, Item } from "./items";
import type { Book, Offline, Remedy, Side } from "./offline";
import { type Network, Outbox, type Sending } from "./outbox";
import type { Device, PhoneStorage } from "./storage";
import type { Vault } from "./vault";

// How long a page waits for the server before the phone answers in its place.
const PATIENCE_MILLISECONDS = 6_000;
const PATIENCE_WITH_FILES_MILLISECONDS = 200_000;
// What was taken along is not for keeping.
const OLDEST_BOOK_MILLISECONDS = 72 * 3_600_000;
const FRESH_BOOK_MILLISECONDS = 5 * 60_000;

// Questions that speak of nobody: their answers are taken along as they are.
const PLAIN = new Set<string>([
    "network.list_vocabularies",
    "network.list_districts",
    "access.list_teams",
    "access.list_colleagues",
]);

// Why the phone is on its own; undefined while the server answers.
export type Away = "no_connection" | "log_in" | undefined;

interface KeptBook {
    book: Book;
    at: number;
}

interface Parts {
    device: Device;
    storage: PhoneStorage;
    vault: Vault;
    offline: Offline;
    network: Network;
    clock: PhoneClock;
    isOnline: () => boolean;
    exclusively: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

export class OpenPhone {
    readonly outbox: Outbox;
    away: Away;
    // When the book was taken along; nothing: there is none.
    taken_at: number | undefined;
    private book: Book = {};
    private author = { account: "", name: "" };
    private readonly listeners = new Set<() => void>();

    constructor(private readonly parts: Parts) {
        this.author = { account: parts.device.account, name: parts.device.name };
        this.outbox = new Outbox(
            { ...parts, arrived: (item, answer) => this.note(item, answer) },
            parts.device.account,
        );
        this.outbox.onChange(() => this.changed());
    }

    get device(): Device {
        return this.parts.device;
    }

    async start(): Promise<void> {
        await this.outbox.read();
        await this.outbox.prune();
        const kept = await this.findKept<KeptBook>("book");
        const is_old = kept && this.parts.clock.now() - kept.at > OLDEST_BOOK_MILLISECONDS;
        if (is_old) await this.parts.storage.removeKept(this.author.account, "book");
        if (kept && !is_old) this.take(kept);
    }

    onChange(listener: () => void): () => void {
        this.listeners.add(listener);
        return () => void this.listeners.delete(listener);
    }

    // ---- what pages ask

    readonly ask: Ask = (name, wish, options = {}) => {
        if (this.parts.offline.act(name)) return this.queue(name, wish, options);
        if (PLAIN.has(name)) return this.askPlain(name, wish, options);
        if (this.parts.offline.read(name)) return this.askOrLookUp(name, wish, options);
        return this.askInTime(name, wish, options);
    };

    // The book as it is on the screen.
    shown(): Book {
        const items = this.outbox.list("waiting", "look");
        return this.parts.offline.shown(this.book, items, this.author);
    }

    // What waits on the phone says when it was done; a page that asks the server leaves it to the
    // server's clock.
    private withClock(wish: AnyWish, clock: string | undefined): AnyWish {
        if (!clock || wish.body?.[clock] !== undefined) return wish;
        const now = new Date(this.parts.clock.now()).toISOString();
        return { ...wish, body: { ...wish.body, [clock]: now } };
    }

    private async queue<Name extends ActName>(
        name: Name,
        wish: Wish<Name>,
        options: AskOptions,
    ): Promise<Answer<Name>> {
        const act = this.parts.offline.act(name)!;
        const missing = act.missing?.(wish) ?? [];
        if (missing.length > 0) throw incomplete(missing);
        const clock = options.byClock ? act.clock : undefined;
        const said = this.withClock(wish as AnyWish, clock);
        const made = this.parts.offline.itemOf(name, said, this.shown(), uuid7());
        this.refuseSaved(made.key, made.wish);
        const isNew = this.outbox.find(made.key) === undefined;
        const { key } = await this.outbox.add({
            ...made,
            purpose: options.purpose ?? currentPurpose(),
            by_clock: clock,
            with_clock: options.byClock ? act.clocks : undefined,
        });
        if (this.parts.isOnline()) {
            await Promise.race([this.send(), later(PATIENCE_MILLISECONDS)]);
        }
        const item = this.outbox.find(key);
        if (item?.state === "arrived") return this.outbox.answerTo(key) as Answer<Name>;
        if (item?.state === "look") {
            // The form in front of whoever filled it in has it; one that waited before stays.
            if (isNew) await this.outbox.giveBack(key);
            throw problemOf(item);
        }
        return act.answer(this.shown(), wish) as Answer<Name>;
    }

    // What may have arrived already is corrected as what it is: something that was recorded.
    private refuseSaved(key: string, wish: AnyWish): void {
        const before = this.outbox.find(key);
        if (before?.sent === undefined || before.state !== "waiting") return;
        if (JSON.stringify(before.wish) === JSON.stringify(wish)) return;
        throw new Problem(409, "web.saved_already", t("web.saved_already"));
    }

    private async askInTime<Name extends ActName>(
        name: Name,
        wish: Wish<Name>,
        options: AskOptions = {},
    ): Promise<Answer<Name>> {
        if (!this.parts.isOnline()) {
            this.setAway("no_connection");
            throw new Problem(0, NO_CONNECTION, "");
        }
        const late = AbortSignal.timeout(
            options.isLarge ? PATIENCE_WITH_FILES_MILLISECONDS : PATIENCE_MILLISECONDS,
        );
        const signal = options.signal ? AbortSignal.any([options.signal, late]) : late;
        try {
            const answer = await askServer(name, wish, { ...options, signal });
            this.setAway(undefined);
            return answer;
        } catch (failure) {
            if (options.signal?.aborted) throw failure;
            const problem =
                failure instanceof Problem ? failure : new Problem(0, NO_CONNECTION, "");
            if (problem.status === 0) this.setAway("no_connection");
            if (problem.code === "core.log_in_first") this.setAway("log_in");
            throw problem;
        }
    }

    private async askOrLookUp<Name extends ActName>(
        name: Name,
        wish: Wish<Name>,
        options: AskOptions,
    ): Promise<Answer<Name>> {
        const read = this.parts.offline.read(name)!;
        const waiting = this.outbox.list("waiting", "look");
        try {
            const answer = await this.askInTime(name, wish, options);
            if (!read.book || waiting.length === 0) return answer;
            const book = this.parts.offline.shown(read.book(answer), waiting, this.author);
            const seen = read.answer(book, wish);
            return seen ? (Object.assign({}, answer, seen) as Answer<Name>) : answer;
        } catch (failure) {
            if (!(failure instanceof Problem)) throw failure;
            // What has only been written down here is not found there.
            const isOurs = failure.isPassing || failure.status === 401 || failure.status === 404;
            const known = isOurs ? read.answer(this.shown(), wish) : undefined;
            if (known === undefined) throw failure;
            return known as unknown as Answer<Name>;
        }
    }

    private async askPlain<Name extends ActName>(
        name: Name,
        wish: Wish<Name>,
        options: AskOptions,
    ): Promise<Answer<Name>> {
        const place = `answer ${name} ${JSON.stringify(wish)}`;
        try {
            const answer = await this.askInTime(name, wish, options);
            await this.keep(place, answer);
            return answer;
        } catch (failure) {
            const kept = await this.findKept<Answer<Name>>(place);
            if (!(failure instanceof Problem) || kept === undefined) throw failure;
            return kept;
        }
    }

    // ---- to the server and back

    async send(): Promise<Sending> {
        const sent = await this.outbox.sendAll();
        if (sent === "no_connection" || sent === "log_in") this.setAway(sent);
        if (sent === "sent" && this.outbox.list("waiting").length === 0) this.setAway(undefined);
        return sent;
    }

    // Sends what waits and takes along anew what the evening may need.
    async refresh(): Promise<void> {
        if (!this.parts.isOnline()) return this.setAway("no_connection");
        const before = this.outbox.list("waiting").length;
        if ((await this.send()) !== "sent") return undefined;
        const waiting = this.outbox.list("waiting", "look").length;
        const age = this.parts.clock.now() - (this.taken_at ?? 0);
        if (before === 0 && age >= 0 && age < FRESH_BOOK_MILLISECONDS) return undefined;
        try {
            const path = { id: this.device.id };
            await this.askInTime("access.note_device", { path, body: { waiting } }, {});
            await this.keep("clock", this.parts.clock.offset);
            await this.takeAlong();
        } catch (failure) {
            if (!(failure instanceof Problem)) throw failure;
        }
        return undefined;
    }

    async takeAlong(): Promise<void> {
        const session = await this.findSession();
        const ask = this.askInTime.bind(this) as Ask;
        const book = await this.parts.offline.load(ask, session?.acts ?? []);
        const kept = { book, at: this.parts.clock.now() };
        await this.keep("book", kept);
        this.take(kept);
        const city = this.device.store;
        await this.askPlain("network.list_vocabularies", {}, {});
        await this.askPlain("network.list_districts", { query: { city } }, {});
        if (!session?.acts.includes("access.list_teams")) return;
        await this.askPlain("access.list_teams", {}, {});
        for (const { code } of session?.teams ?? []) {
            await this.askPlain("access.list_colleagues", { query: { team: code } }, {});
        }
    }

    // What the server has answered takes the place of what the phone had made of it.
    private async note(item: Item, answer: unknown): Promise<void> {
        this.book = this.parts.offline.arrived(this.book, item, answer, this.author);
        const at = this.taken_at ?? this.parts.clock.now();
        await this.keep("book", { book: this.book, at } satisfies KeptBook);
    }

    private take({ book, at }: KeptBook): void {
        this.book = book;
        this.taken_at = at;
        this.changed();
    }

    setAway(away: Away): void {
        if (this.away === away) return;
        this.away = away;
        this.changed();
    }

    // ---- what a person can do about a refusal

    sidesOf(act: string): ((value: object) => Side[]) | undefined {
        return this.parts.offline.act(act)?.sides;
    }

    remedyFor(item: Item): Remedy | undefined {
        return this.parts.offline.act(item.act)?.remedies?.[item.refusal?.code ?? ""];
    }

    formOf(item: Item): string | undefined {
        return this.parts.offline.act(item.act)?.form?.(item);
    }

    // ---- what is kept

    findSession(): Promise<Session | undefined> {
        return this.findKept<Session>("session");
    }

    keepSession(session: Session): Promise<void> {
        // The token of a session is of no use without its cookie, and is not kept.
        return this.keep("session", { ...session, csrf: "" });
    }

    async keep(name: string, value: unknown): Promise<void> {
        const { storage, vault, clock } = this.parts;
        const sealed = await vault.seal(value, `kept ${name}`);
        await storage.putKept({ account: this.author.account, name, at: clock.now(), sealed });
    }

    async findKept<Value>(name: string): Promise<Value | undefined> {
        const kept = await this.parts.storage.findKept(this.author.account, name);
        return kept && this.parts.vault.open<Value>(kept.sealed, `kept ${name}`);
    }

    async keptWith(prefix: string): Promise<Map<string, string>> {
        const found = new Map<string, string>();
        for (const { name, sealed } of await this.parts.storage.listKept(this.author.account)) {
            if (!name.startsWith(prefix)) continue;
            found.set(name, await this.parts.vault.open<string>(sealed, `kept ${name}`));
        }
        return found;
    }

    drop(name: string): Promise<void> {
        return this.parts.storage.removeKept(this.author.account, name);
    }

    // After a log-out: what can be had again goes, what waits to be sent stays.
    dropKept(): Promise<void> {
        return this.parts.storage.dropKept(this.author.account);
    }

    // All that waits, to be sent from somewhere else.
    async exportTo(code: string): Promise<RecordsFile> {
        const items = await this.outbox.fixed();
        return exportedFile(items, this.device, code);
    }

    private changed(): void {
        for (const listener of this.listeners) listener();
    }
}

export function problemOf({ refusal }: Item): Problem {
    const { status, code, title, facts, errors, standing } = refusal!;
    return new Problem(status, code, title, facts, errors, standing);
}

function incomplete(fields: string[]): Problem {
    const title = t("web.required");
    const errors = fields.map((field) => ({ field, code: "required", title }));
    return new Problem(422, "web.incomplete", t("web.incomplete"), {}, errors);
}

function later(milliseconds: number): Promise<void> {
    return new Promise((done) => setTimeout(done, milliseconds));
}
