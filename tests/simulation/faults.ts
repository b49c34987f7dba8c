// SPDX-License-Identifier: EUPL-1.2
// What goes wrong around a phone: its disk is cut off between two steps, its letters are lost, come
// twice or late, somebody else answers in the place of the server.
import { MemoryStorage } from "web/phone/memory";
import type { StoredItem } from "web/phone/storage";
import { type Letter, type Network, NoConnection, type Reply } from "web/phone/outbox";
import type { Chance } from "./chance";
import type { Account, Server } from "./server";

// How often each thing came about, so that one can see that an evening was not too quiet.
export const happened = new Map<string, number>();

export function tell(what: string): void {
    happened.set(what, (happened.get(what) ?? 0) + 1);
}

// The phone went dark in the middle of something; what is in its memory is gone.
export class Crash extends Error {}

// Counts the steps of a phone until it crashes, before or after the effect of that step.
export class Fuse {
    private left = Number.POSITIVE_INFINITY;

    constructor(private readonly chance: Chance) {}

    light(): void {
        this.left = 1 + this.chance.below(6);
    }

    put_out(): void {
        this.left = Number.POSITIVE_INFINITY;
    }

    async step<Result>(effect: () => Promise<Result>): Promise<Result> {
        if (--this.left > 0) return effect();
        this.put_out();
        tell("crash of a phone");
        if (this.chance.happens(0.5)) await effect();
        throw new Crash();
    }
}

// A disk: what a call has written is there after a crash, what it has not is not.
export class Disk extends MemoryStorage {
    constructor(
        private readonly fuse: Fuse,
        // Told of every item that loses its content, with its key.
        private readonly forgotten: (key: string) => void,
    ) {
        super();
    }

    override listItems(account: string): Promise<StoredItem[]> {
        return this.fuse.step(() => super.listItems(account));
    }
    override addItem(item: Omit<StoredItem, "order">): Promise<number> {
        return this.fuse.step(() => super.addItem(item));
    }
    override putItem(item: StoredItem): Promise<void> {
        return this.fuse.step(async () => {
            if (item.state === "arrived") this.forgotten(item.key);
            await super.putItem(item);
        });
    }
    override removeItem(order: number): Promise<void> {
        return this.fuse.step(async () => {
            const item = this.itemAt(order);
            if (item && item.state !== "arrived") this.forgotten(item.key);
            await super.removeItem(order);
        });
    }
}

// Letters that the network has kept, to deliver them when nobody waits for them any more.
export class Post {
    private late: { letter: Letter; account: Account }[] = [];

    constructor(
        readonly server: Server,
        private readonly chance: Chance,
    ) {}

    keep(letter: Letter, account: Account): void {
        this.late.push({ letter, account });
    }

    async deliverOne(): Promise<void> {
        if (this.late.length === 0 || !this.server.isUp) return;
        tell("letter delivered late");
        const [one] = this.late.splice(this.chance.below(this.late.length), 1);
        await this.server.send(one!.letter, one!.account);
    }

    async deliverAll(): Promise<void> {
        while (this.late.length > 0) await this.deliverOne();
    }

    // The power goes while the letter is being read. Whether it was done is decided by sending it
    // again, so that a seed is the same every time.
    async cutOff(letter: Letter, account: Account): Promise<void> {
        const sent = this.server.send(letter, account).catch(() => {});
        await this.server.kill();
        await sent;
        await this.server.start();
        if (this.chance.happens(0.5)) await this.server.send(letter, account);
    }
}

type Fate = "well" | "lost" | "answer_lost" | "twice" | "late" | "again_later" | "hotel" | "cut_off";

const FATES: Record<Fate, number> = {
    well: 60,
    lost: 8,
    answer_lost: 12,
    twice: 6,
    late: 6,
    again_later: 5,
    hotel: 2.5,
    cut_off: 0.5,
};

const HOTEL: Reply = { status: 200, receipt: null, date: null, json: undefined };

// The network of one phone.
export class Wire implements Network {
    isCut = false;
    isPerfect = false;
    hasSession = true;
    // Keys of which the server's receipt has reached this phone.
    readonly receipts = new Set<string>();

    constructor(
        private readonly post: Post,
        private readonly fuse: Fuse,
        private readonly chance: Chance,
        private readonly account: Account,
    ) {}

    send(letter: Letter): Promise<Reply> {
        return this.fuse.step(async () => {
            const reply = await this.carry(letter);
            if (reply.receipt) this.receipts.add(reply.receipt);
            return reply;
        });
    }

    private async carry(letter: Letter): Promise<Reply> {
        const { post } = this;
        const who = this.hasSession ? this.account : { ...this.account, cookie: "lgnet=roma.over" };
        if (this.isCut || !post.server.isUp) throw new NoConnection();
        const fate = this.isPerfect ? "well" : this.chance.weighted(FATES);
        if (fate !== "well") tell(`letter ${fate}`);
        switch (fate) {
            case "well":
                return post.server.send(letter, who);
            case "lost":
                throw new NoConnection();
            case "answer_lost":
                await post.server.send(letter, who);
                throw new NoConnection();
            case "twice":
                await post.server.send(letter, who);
                return post.server.send(letter, who);
            case "late":
                post.keep(letter, who);
                throw new NoConnection();
            case "again_later":
                post.keep(letter, who);
                return post.server.send(letter, who);
            case "hotel":
                return HOTEL;
            case "cut_off":
                await post.cutOff(letter, who);
                throw new NoConnection();
        }
    }
}
