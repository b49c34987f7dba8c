// SPDX-License-Identifier: EUPL-1.2
// What a phone keeps, in memory: for a file of records that is being sent from the desk, where the
// file itself is the copy that lasts.
import type { Device, Kept, PhoneStorage, StoredItem } from "./storage";

export class MemoryStorage implements PhoneStorage {
    private readonly devices = new Map<string, Device>();
    private readonly items = new Map<number, StoredItem>();
    private readonly kept = new Map<string, Kept>();
    private next = 1;

    async listDevices(): Promise<Device[]> {
        return [...this.devices.values()];
    }
    async putDevice(device: Device): Promise<void> {
        this.devices.set(device.account, device);
    }

    async listItems(account: string): Promise<StoredItem[]> {
        return [...this.items.values()].filter((item) => item.account === account);
    }
    async addItem(item: Omit<StoredItem, "order">): Promise<number> {
        this.items.set(this.next, { ...item, order: this.next });
        return this.next++;
    }
    async putItem(item: StoredItem): Promise<void> {
        if (this.items.has(item.order)) this.items.set(item.order, item);
    }
    async removeItem(order: number): Promise<void> {
        this.items.delete(order);
    }
    // For those who watch over it.
    protected itemAt(order: number): StoredItem | undefined {
        return this.items.get(order);
    }

    async findKept(account: string, name: string): Promise<Kept | undefined> {
        return this.kept.get(`${account} ${name}`);
    }
    async listKept(account: string): Promise<Kept[]> {
        return [...this.kept.values()].filter((kept) => kept.account === account);
    }
    async putKept(kept: Kept): Promise<void> {
        this.kept.set(`${kept.account} ${kept.name}`, kept);
    }
    async removeKept(account: string, name: string): Promise<void> {
        this.kept.delete(`${account} ${name}`);
    }
    async dropKept(account: string): Promise<void> {
        for (const [key, kept] of this.kept) if (kept.account === account) this.kept.delete(key);
    }

    async wipe(account: string): Promise<void> {
        await this.dropKept(account);
        this.devices.delete(account);
        for (const [order, item] of this.items) {
            if (item.account === account) this.items.delete(order);
        }
    }
}
