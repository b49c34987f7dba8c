// SPDX-License-Identifier: EUPL-1.2
// What a phone keeps, and what it promises of it: each call is done whole or not at all, and when it
// has answered, it survives the end of the browser. What says anything of anybody is sealed
// (vault.ts); in the clear stand only ids, times and states, so that a locked phone can still say
// how much waits on it.

export interface Sealed {
    iv: Uint8Array<ArrayBuffer>;
    data: Uint8Array<ArrayBuffer>;
}

// What opens what is sealed. `link` is half of the key, made of the secret that the server holds
// for this device; the browser uses it and never shows it. Without `by_pin` the PIN opens nothing
// any more, and only the server's secret does.
export interface KeyRing {
    salt: Uint8Array<ArrayBuffer>;
    iterations: number;
    link?: CryptoKey;
    by_pin?: Sealed;
    by_server: Sealed;
}

// One account's place on this phone. The name is that of who works with it.
export interface Device {
    account: string;
    id: string;
    store: string;
    login: string;
    name: string;
    keys: KeyRing;
    wrong_pins: number;
    prepared_at: number;
}

// waiting: to be sent. look: the server has refused it, a person has to look at it. settled: a person
// has looked and closed it; it is not sent, its content stays. arrived: the server's receipt is here,
// and the content is gone.
export type ItemState = "waiting" | "look" | "settled" | "arrived";

export interface StoredItem {
    // Given by the storage, one more each time: the order in which things were done.
    order: number;
    key: string;
    account: string;
    state: ItemState;
    queued_at: number;
    sealed: Sealed;
}

// Drafts and copies of what the server said.
export interface Kept {
    account: string;
    name: string;
    at: number;
    sealed: Sealed;
}

export interface PhoneStorage {
    listDevices(): Promise<Device[]>;
    putDevice(device: Device): Promise<void>;

    listItems(account: string): Promise<StoredItem[]>;
    addItem(item: Omit<StoredItem, "order">): Promise<number>;
    // Where it is not there any more, nothing happens.
    putItem(item: StoredItem): Promise<void>;
    removeItem(order: number): Promise<void>;

    findKept(account: string, name: string): Promise<Kept | undefined>;
    listKept(account: string): Promise<Kept[]>;
    putKept(kept: Kept): Promise<void>;
    removeKept(account: string, name: string): Promise<void>;

    // All that can be had again from the server; what waits to be sent stays.
    dropKept(account: string): Promise<void>;
    // Everything of this account, the device too.
    wipe(account: string): Promise<void>;
}
