// SPDX-License-Identifier: EUPL-1.2
// What a phone keeps, in the browser's own database. A release that needs another shape adds a
// version below the last one; what waits on the phone is then still there.
import Dexie, { type EntityTable, type Table } from "dexie";
import type { Device, Kept, PhoneStorage, StoredItem } from "./storage";

const NAME = "lgnet";

class Database extends Dexie {
    devices!: EntityTable<Device, "account">;
    items!: EntityTable<StoredItem, "order">;
    kept!: Table<Kept, [string, string]>;

    constructor() {
        // What was written is on the disk before it is said to be.
        super(NAME, { chromeTransactionDurability: "strict" });
        this.version(1).stores({
            devices: "account",
            items: "++order, account",
            kept: "[account+name], account",
        });
    }
}

export class DatabaseStorage implements PhoneStorage {
    private readonly database = new Database();

    listDevices(): Promise<Device[]> {
        return this.database.devices.toArray();
    }
    async putDevice(device: Device): Promise<void> {
        await this.database.devices.put(device);
    }

    listItems(account: string): Promise<StoredItem[]> {
        return this.database.items.where({ account }).sortBy("order");
    }
    addItem(item: Omit<StoredItem, "order">): Promise<number> {
        return this.database.items.add(item);
    }
    async putItem({ order, ...item }: StoredItem): Promise<void> {
        await this.database.items.update(order, item);
    }
    async removeItem(order: number): Promise<void> {
        await this.database.items.delete(order);
    }

    findKept(account: string, name: string): Promise<Kept | undefined> {
        return this.database.kept.get([account, name]);
    }
    listKept(account: string): Promise<Kept[]> {
        return this.database.kept.where({ account }).toArray();
    }
    async putKept(kept: Kept): Promise<void> {
        await this.database.kept.put(kept);
    }
    async removeKept(account: string, name: string): Promise<void> {
        await this.database.kept.delete([account, name]);
    }
    async dropKept(account: string): Promise<void> {
        await this.database.kept.where({ account }).delete();
    }

    async wipe(account: string): Promise<void> {
        const { devices, items, kept } = this.database;
        await this.database.transaction("rw", devices, items, kept, async () => {
            await devices.delete(account);
            await items.where({ account }).delete();
            await kept.where({ account }).delete();
        });
        if ((await devices.count()) === 0) await this.database.delete();
    }
}
