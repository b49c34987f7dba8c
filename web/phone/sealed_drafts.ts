// SPDX-License-Identifier: EUPL-1.2
// Drafts on a phone: read from memory, as a form needs them at once; written to the phone, sealed, one
// after the other as one types.
import type { DraftStorage } from "web/kit/drafts";
import type { OpenPhone } from "./open_phone";

const PREFIX = "draft ";

export class SealedDrafts implements DraftStorage {
    private written: Promise<unknown> = Promise.resolve();

    private constructor(
        private readonly phone: OpenPhone,
        private readonly drafts: Map<string, string>,
    ) {}

    static async of(phone: OpenPhone): Promise<SealedDrafts> {
        const kept = await phone.keptWith(PREFIX);
        const drafts = [...kept].map(([name, text]) => [name.slice(PREFIX.length), text] as const);
        return new SealedDrafts(phone, new Map(drafts));
    }

    get length(): number {
        return this.drafts.size;
    }

    key(index: number): string | null {
        return [...this.drafts.keys()][index] ?? null;
    }

    getItem(key: string): string | null {
        return this.drafts.get(key) ?? null;
    }

    setItem(key: string, text: string): void {
        this.drafts.set(key, text);
        this.write(key);
    }

    removeItem(key: string): void {
        this.drafts.delete(key);
        this.write(key);
    }

    // What stands in memory when its turn has come: of ten letters typed meanwhile, the last.
    private write(key: string): void {
        this.written = this.written.then(() => {
            const text = this.drafts.get(key);
            const name = PREFIX + key;
            return text === undefined ? this.phone.drop(name) : this.phone.keep(name, text);
        });
    }
}
