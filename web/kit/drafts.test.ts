// SPDX-License-Identifier: EUPL-1.2
import { beforeEach, expect, test } from "vitest";
import { Drafts } from "./drafts";

// Storage as the standard defines it, in memory: Node has none.
class MemoryStorage implements Storage {
    private readonly kept = new Map<string, string>();
    get length() {
        return this.kept.size;
    }
    clear() {
        this.kept.clear();
    }
    getItem(key: string) {
        return this.kept.get(key) ?? null;
    }
    key(index: number) {
        return [...this.kept.keys()][index] ?? null;
    }
    removeItem(key: string) {
        this.kept.delete(key);
    }
    setItem(key: string, value: string) {
        this.kept.set(key, value);
    }
}

let storage: MemoryStorage;
let clock: number;
let drafts: Drafts;

beforeEach(() => {
    storage = new MemoryStorage();
    clock = 0;
    drafts = new Drafts(
        () => storage,
        () => clock,
    );
});

test("what was typed is found again by the same account", () => {
    drafts.keep("giulia", "contact", { nickname: "Il Lungo" });
    expect(drafts.find("giulia", "contact")).toEqual({ nickname: "Il Lungo" });
    expect(drafts.find("giulia", "person")).toBeUndefined();
});

test("another account finds nothing, and takes it away by looking", () => {
    drafts.keep("giulia", "contact", { nickname: "Il Lungo" });
    expect(drafts.find("omar", "contact")).toBeUndefined();
    expect(storage.length).toBe(0);
});

test("a draft of yesterday is gone", () => {
    drafts.keep("giulia", "contact", { nickname: "Il Lungo" });
    clock = 13 * 3_600_000;
    expect(drafts.find("giulia", "contact")).toBeUndefined();
    expect(storage.length).toBe(0);
});

test("log-out leaves nothing of anybody, and nothing else is touched", () => {
    drafts.keep("giulia", "contact", { nickname: "Il Lungo" });
    drafts.keep("giulia", "person", { family_name: "Diatta" });
    storage.setItem("somebody else's", "1");
    drafts.dropAll();
    expect(storage.length).toBe(1);
});

test("whoever logs in keeps their own drafts only", () => {
    drafts.keep("giulia", "contact", { note: "mine" });
    drafts.keep("omar", "person", { note: "his" });
    drafts.dropAll("giulia");
    expect(drafts.find("giulia", "contact")).toEqual({ note: "mine" });
    expect(storage.length).toBe(1);
});

test("a full storage costs the safety net, not the work", () => {
    storage.setItem = () => {
        throw new Error("QuotaExceededError");
    };
    expect(() => drafts.keep("giulia", "contact", {})).not.toThrow();
});
