// SPDX-License-Identifier: EUPL-1.2
// What is being typed survives a reload of the page, and nothing else does: drafts live in the
// storage of this tab, belong to one account, grow old, and go at log-out in every tab. On a phone
// that works without a signal they live there, sealed, and survive the end of the browser too.
const PREFIX = "lgnet.draft.";
const OLDEST_MILLISECONDS = 12 * 3_600_000;

interface Kept<Value> {
    account: string;
    at: number;
    value: Value;
}

export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

export class Drafts {
    constructor(
        private readonly storage: () => DraftStorage,
        private readonly now: () => number = Date.now,
    ) {}

    keep<Value>(account: string, name: string, value: Value): void {
        const kept: Kept<Value> = { account, at: this.now(), value };
        try {
            this.storage().setItem(PREFIX + name, JSON.stringify(kept));
        } catch {
            // A full or forbidden storage costs the safety net, not the work.
        }
    }

    find<Value>(account: string, name: string): Value | undefined {
        const text = this.storage().getItem(PREFIX + name);
        if (!text) return undefined;
        const kept = JSON.parse(text) as Kept<Value>;
        if (kept.account === account && this.now() - kept.at < OLDEST_MILLISECONDS) {
            return kept.value;
        }
        this.drop(name);
        return undefined;
    }

    drop(name: string): void {
        this.storage().removeItem(PREFIX + name);
    }

    // Those of everybody, or of everybody but the account that has just logged in.
    dropAll(but?: string): void {
        const storage = this.storage();
        const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
        for (const key of keys.filter((each) => each.startsWith(PREFIX))) {
            const { account } = JSON.parse(storage.getItem(key) ?? "{}") as Partial<Kept<unknown>>;
            if (but === undefined || account !== but) storage.removeItem(key);
        }
    }
}

let place: () => DraftStorage = () => sessionStorage;

export const drafts = new Drafts(() => place());

export function keepDraftsIn(other?: DraftStorage): void {
    place = other ? () => other : () => sessionStorage;
}
