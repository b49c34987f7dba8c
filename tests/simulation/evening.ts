// SPDX-License-Identifier: EUPL-1.2
// One seed: an evening of some phones on one outing, everything that can go wrong, then calm; and
// what must hold afterwards.
import type { Contact, OutingSheet, Tally } from "web/api/acts";
import type { Item } from "web/phone/items";
import { type Book, rowsOf } from "web/phone/offline";
import { outboxOf } from "web/phone/file";
import { NoConnection } from "web/phone/outbox";
import type { Vault } from "web/phone/vault";
import { dayOf } from "web/words/format";
import { Chance } from "./chance";
import { Post, tell } from "./faults";
import { Phone, type PhoneParts, tokensOf } from "./phone";
import { type Server, TEAM } from "./server";
import type { Account } from "./server";

const HOUR = 3_600_000;
const SKEWS = [0, 0, 0, 40_000, -7 * 60_000, 7 * 60_000, 3 * HOUR, -26 * HOUR, -400 * 24 * HOUR];
const ROUNDS_MAX = 25;
// What is not corrected, and what a whole second of a header leaves open.
const CLOCK_TOLERANCE = 125_000;

export type Broken = Pick<PhoneParts, "breakNetwork" | "breakOutbox">;

// What the people of this evening know that they have written down.
class Memory {
    readonly contacts = new Map<string, { true_at: number; said: string; tokens: Set<string> }>();
    readonly tallies = new Map<string, number>();
    names = 0;
}

export class Evening {
    private readonly chance: Chance;
    private readonly post: Post;
    private readonly phones: Phone[];
    private readonly memory = new Memory();
    private readonly begins: number;
    private readonly outing: string;
    private passed = 0;

    constructor(
        readonly seed: number,
        private readonly server: Server,
        accounts: Account[],
        vault: Vault,
        broken: Broken = {},
    ) {
        this.chance = new Chance(seed);
        this.post = new Post(server, this.chance);
        this.begins = Date.now();
        // Newer than those of the seeds before: a kit holds the last outings of a team.
        this.outing = `0194${seed.toString(16).padStart(8, "0").replace(/(.{4})/, "$1-")}`
            + `-7000-8000-${this.chance.hex(12)}`;
        // Now and then somebody works with two phones.
        const people = accounts.slice(0, 1 + this.chance.below(3));
        this.phones = Array.from({ length: 2 + this.chance.below(2) }, (_, index) => new Phone({
            ...broken,
            account: people[index % people.length]!,
            vault,
            chance: this.chance,
            post: this.post,
            skew: this.chance.one(SKEWS),
            now: () => this.now(),
        }));
    }

    private now(): number {
        return this.begins + this.passed;
    }

    async run(): Promise<string[]> {
        await this.openOuting();
        const turns = 25 + this.chance.below(35);
        for (let turn = 0; turn < turns; ++turn) {
            this.passed += this.chance.below(500);
            await this.turn(this.chance.one(this.phones));
        }
        return this.comeToRest();
    }

    // ---- what happens

    private async openOuting(): Promise<void> {
        const phone = this.phones[0]!;
        const wish = {
            body: {
                id: this.outing,
                team: TEAM,
                day: dayOf(new Date(this.begins)),
                begins: "00:00",
                ends: "23:59",
                stops: [],
                members: [],
            },
        };
        await this.saves(phone, () => phone.save("outreach.open_outing", wish, this.chance.id()));
    }

    // Whoever writes something down does it again until the phone has it: the draft is still there.
    private async saves(phone: Phone, save: () => Promise<unknown>): Promise<void> {
        while (!(await phone.survives(save)));
    }

    private async turn(phone: Phone): Promise<void> {
        const what = this.chance.weighted({
            contact: 14,
            change: 26,
            mark: 8,
            tally: 5,
            identify: 8,
            undo: 3,
            send: 16,
            refresh: 26,
            look: 9,
            weather: 8,
            post: 6,
            power: 0.7,
        });
        if (this.chance.happens(0.2)) phone.fuse.light();
        await this.happens(what, phone);
        phone.fuse.put_out();
    }

    private async happens(what: string, phone: Phone): Promise<void> {
        switch (what) {
            case "contact":
                return this.recordContact(phone);
            case "change":
                return this.changeContact(phone);
            case "mark":
                return this.markContact(phone);
            case "tally":
                return this.recordTally(phone);
            case "identify":
                return this.identify(phone);
            case "undo":
                return this.undo(phone);
            case "send":
                return this.tries(phone, () => phone.outbox.sendAll());
            case "refresh":
                return this.tries(phone, () => this.refresh(phone));
            case "look":
                return this.tries(phone, () => this.lookAt(phone));
            case "weather":
                phone.wire.isCut = this.chance.happens(0.35);
                phone.wire.hasSession = this.chance.happens(0.85);
                return undefined;
            case "post":
                return this.post.deliverOne();
            default:
                tell("kill of the server");
                await this.server.kill();
                return this.server.start();
        }
    }

    // With no promise that it comes about.
    private async tries(phone: Phone, work: () => Promise<unknown>): Promise<void> {
        await phone.survives(() =>
            work().catch((failure: unknown) => {
                if (!(failure instanceof NoConnection)) throw failure;
            }),
        );
    }

    private async refresh(phone: Phone): Promise<void> {
        await phone.outbox.sendAll();
        await phone.pull((book) => this.ours(book));
    }

    private async lookAt(phone: Phone): Promise<void> {
        for (const item of phone.outbox.list("look")) {
            if (item.state === "look") await phone.look(item);
        }
    }

    // Of all outings on the server, the one of this evening.
    private ours(book: Book): Book {
        const of = (table: string) =>
            rowsOf<{ id: string; outing?: string }>(book, table).filter(
                ({ id, outing }) => (outing ?? id) === this.outing,
            );
        return { outings: of("outings"), contacts: of("contacts"), tallies: of("tallies"), persons: [] };
    }

    private details(note: string, at: string) {
        return {
            outing: this.outing,
            at,
            setting: this.chance.one(["STATION", "PARK", "STREET"]),
            district: "RM-I",
            outcome: this.chance.one(["INFO_ONLY", "FOLLOW_UP_AGREED", "REFUSED"]),
            languages: [],
            circumstances: [],
            interventions: [],
            note,
        };
    }

    private async recordContact(phone: Phone): Promise<void> {
        if (!phone.outing()) return; // it does not know of the outing yet
        const id = this.chance.id();
        const token = this.chance.hex(8);
        const true_at = this.now();
        const said = new Date(phone.now()).toISOString();
        const wish = { body: { id, ...this.details(token, said) } };
        await this.saves(phone, () => phone.save("outreach.record_contact", wish, id, true));
        this.memory.contacts.set(id, { true_at, said, tokens: new Set([token]) });
    }

    // Adds a word to the note of a contact as it is on the screen.
    private async changeContact(phone: Phone): Promise<void> {
        const known = phone.contacts().filter(({ cancelled }) => !cancelled);
        if (known.length === 0) return;
        // The last ones more often: that is what two colleagues correct.
        const { id } = this.chance.one(this.chance.happens(0.6) ? known.slice(0, 2) : known);
        const token = this.chance.hex(8);
        const key = this.chance.id();
        const again = this.chance.id();
        await this.saves(phone, async () => {
            const contact = phone.contact(id)!;
            if (tokensOf(contact.note).includes(token)) return; // it was saved before the crash
            const note = `${contact.note ?? ""} ${token}`.trim();
            const body = { ...this.details(note, contact.at), base: contact.version };
            const isSecond = phone.outbox.find(key) !== undefined;
            const wish = { path: { id }, body };
            await phone.save("outreach.change_contact", wish, isSecond ? again : key);
        });
        this.memory.contacts.get(id)?.tokens.add(token);
    }

    private async markContact(phone: Phone): Promise<void> {
        const known = phone.contacts();
        if (known.length === 0) return;
        const { id, cancelled } = this.chance.one(known);
        const act = cancelled ? "outreach.restore_contact" : "outreach.cancel_contact";
        const key = this.chance.id();
        await this.saves(phone, () => phone.save(act, { path: { id } }, key));
    }

    private async recordTally(phone: Phone): Promise<void> {
        if (!phone.outing()) return;
        const id = this.chance.id();
        const people_seen = 1 + this.chance.below(40);
        const { note, ...details } = this.details("", new Date(phone.now()).toISOString());
        const { outing, at, setting, district } = details;
        const wish = { body: { id, outing, at, setting, district, people_seen, note: note || null } };
        await this.saves(phone, () => phone.save("outreach.record_tally", wish, id, true));
        this.memory.tallies.set(id, people_seen);
    }

    private async identify(phone: Phone): Promise<void> {
        const known = phone.contacts().filter((one) => !one.cancelled && !one.person);
        if (known.length === 0) return;
        const { id } = this.chance.one(known);
        const identification = this.chance.id();
        // Sometimes the same name again: the server asks whether it is the same person.
        const number = this.chance.happens(0.4) ? 1 : ++this.memory.names + 1;
        const new_person = {
            id: this.chance.id(),
            given_name: `Nome${this.letters(number)}`,
            family_name: `Sera${this.letters(this.seed)}`,
            birth_year: 1990,
            gender: "M",
        };
        const wish = { path: { contact: id }, body: { id: identification, also: [], new_person } };
        await this.saves(phone, () => phone.save("outreach.identify_contact", wish, identification));
    }

    private async undo(phone: Phone): Promise<void> {
        const named = phone.contacts().filter(({ identification }) => identification);
        if (named.length === 0) return;
        const id = this.chance.one(named).identification!;
        const key = this.chance.id();
        await this.saves(phone, () => phone.save("outreach.undo_identification", { path: { id } }, key));
    }

    // Names unlike each other, so that likeness is meant.
    private letters(number: number): string {
        const chance = new Chance(number * 7919 + 13);
        return Array.from({ length: 7 }, () => chance.one([..."abdefgiklmnoprstuvz"])).join("");
    }

    // ---- calm, and what must hold then

    private async comeToRest(): Promise<string[]> {
        if (!this.server.isUp) await this.server.start();
        for (const { wire } of this.phones) {
            wire.isPerfect = true;
            wire.isCut = false;
            wire.hasSession = true;
        }
        if (this.chance.happens(0.3)) await this.carryToTheDesk(this.chance.one(this.phones));
        for (let round = 0; round < ROUNDS_MAX; ++round) {
            await this.post.deliverAll();
            for (const phone of this.phones) {
                await phone.outbox.sendAll();
                await this.lookAt(phone);
            }
            const left = this.phones.flatMap(({ outbox }) => outbox.list("waiting", "look"));
            if (left.length === 0) return this.faults();
        }
        const left = this.phones.flatMap(({ outbox }) => outbox.list("waiting", "look"));
        return [`does not come to rest: ${left.map(describe).join("; ")}`];
    }

    // As a file, because the phone finds no network; and then it finds one all the same.
    private async carryToTheDesk(phone: Phone): Promise<void> {
        const items = await phone.outbox.fixed();
        if (items.length > 0) tell("file carried to the desk");
        const desk = await outboxOf(items, phone.account.id, {
            send: (letter) => this.server.send(letter, phone.account),
        });
        await desk.sendAll();
    }

    private async faults(): Promise<string[]> {
        for (const phone of this.phones) await phone.pull((book) => this.ours(book));
        const book = this.phones[0]!.book;
        return [
            ...this.phones.flatMap((phone) => phone.faults),
            ...this.faultsOfContacts(rowsOf<Contact>(book, "contacts")),
            ...this.faultsOfFigures(book),
            ...(await this.faultsOfPersons()),
            ...this.disagreements(),
        ];
    }

    private faultsOfContacts(contacts: Contact[]): string[] {
        const faults: string[] = [];
        const arrived = new Map(contacts.map((contact) => [contact.id, contact]));
        for (const [id, { tokens, true_at, said }] of this.memory.contacts) {
            const contact = arrived.get(id);
            if (!contact) {
                faults.push(`contact ${id} is lost`);
                continue;
            }
            const kept = tokensOf(contact.note);
            for (const token of tokens) if (!kept.includes(token)) faults.push(`${token} of contact ${id} is lost`);
            if (new Set(kept).size !== kept.length) faults.push(`${id} says something twice`);
            if (kept.length !== tokens.size) faults.push(`contact ${id} says what nobody wrote`);
            const off = Math.abs(Date.parse(contact.at) - true_at);
            if (off > CLOCK_TOLERANCE) faults.push(`contact ${id} is ${off} ms off`);
            const isCorrected = contact.at !== said && contact.phone_said_at;
            if (isCorrected && contact.phone_said_at !== said) faults.push(`what the clock said is lost: ${id}`);
        }
        if (contacts.length !== this.memory.contacts.size) {
            faults.push(`${contacts.length} contacts instead of ${this.memory.contacts.size}`);
        }
        return faults;
    }

    private faultsOfFigures(book: Book): string[] {
        const [outing] = rowsOf<OutingSheet>(book, "outings");
        if (!outing) return ["the outing is lost"];
        const standing = rowsOf<Contact>(book, "contacts").filter((one) => !one.cancelled).length;
        const seen = [...this.memory.tallies.values()].reduce((sum, count) => sum + count, 0);
        const tallies = rowsOf<Tally>(book, "tallies");
        return [
            ...(outing.contacts === standing ? [] : [`${outing.contacts} counted, ${standing} stand`]),
            ...(outing.seen === seen ? [] : [`${outing.seen} seen instead of ${seen}`]),
            ...(tallies.length === this.memory.tallies.size ? [] : ["a group is lost or doubled"]),
        ];
    }

    // A person came of each identification that arrived with somebody new, and of nothing else.
    private async faultsOfPersons(): Promise<string[]> {
        const text = `Sera${this.letters(this.seed)}`;
        const reply = (await this.phones[0]!.ask("POST", "/api/people/search", { text, limit: 200 })) as {
            items: { id: string; name: string }[];
        };
        // The search finds by ear too: of ten thousand evenings some have names that sound alike.
        const ours = reply.items.filter(({ name }) => name.includes(text));
        const found = ours.map(({ id }) => id).toSorted();
        const book = this.phones[0]!.book;
        const named = new Set(rowsOf<Contact>(book, "contacts").map(({ person }) => person).filter(Boolean));
        const nobody = found.filter((id) => !named.has(id));
        const missing = [...named].filter((id) => !found.includes(id!));
        return [
            ...nobody.map((id) => `person ${id} was met by nobody`),
            ...missing.map((id) => `person ${id} is lost`),
        ];
    }

    // Every phone shows what the server says, and has nothing left to say itself.
    private disagreements(): string[] {
        const [first, ...others] = this.phones.map((phone) => JSON.stringify(sorted(phone.view())));
        return others.flatMap((other, index) =>
            other === first ? [] : [`phone ${index + 2} shows something else than phone 1`],
        );
    }
}

function sorted(book: Book): Book {
    const rows = Object.entries(book).map(([table, all]) => [
        table,
        all.toSorted((one, other) => one.id.localeCompare(other.id)),
    ]);
    return Object.fromEntries(rows) as Book;
}

function describe({ act, state, refusal, key }: Item): string {
    return [act, key, state, refusal?.code, JSON.stringify(refusal?.errors ?? [])].filter(Boolean).join(" ");
}
