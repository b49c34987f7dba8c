// SPDX-License-Identifier: EUPL-1.2
// Records that leave the phone as a file, because the phone does not find a network any more: sealed
// with a code that the phone shows and that does not travel with it. From the desk they are sent by
// the same account, by the same way: what has arrived already arrives no second time.
import { PhoneClock } from "./clock";
import type { Item } from "./items";
import { MemoryStorage } from "./memory";
import { type Network, Outbox } from "./outbox";
import type { Device } from "./storage";
import { bytesOfBase64Url, fileVault, makeKeys, makeSalt } from "./vault";

const FORMAT = "lgnet records 1";

export interface RecordsFile {
    format: typeof FORMAT;
    // For whom to ask before the code is typed.
    login: string;
    account: string;
    made_at: string;
    salt: string;
    iv: string;
    data: string;
}

export class UnreadableFile extends Error {}

function base64Url(bytes: Uint8Array): string {
    const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

export async function exportedFile(
    items: Item[],
    { login, account }: Pick<Device, "login" | "account">,
    code: string,
): Promise<RecordsFile> {
    const salt = makeSalt();
    const vault = await fileVault(code, salt);
    const { iv, data } = await vault.seal(items, FORMAT);
    return {
        format: FORMAT,
        login,
        account,
        made_at: new Date().toISOString(),
        salt: base64Url(salt),
        iv: base64Url(iv),
        data: base64Url(data),
    };
}

export function readFile(text: string): RecordsFile {
    try {
        const file = JSON.parse(text) as RecordsFile;
        const texts = [file.login, file.account, file.made_at, file.salt, file.iv, file.data];
        if (file.format === FORMAT && texts.every((each) => typeof each === "string")) return file;
    } catch {
        // not even JSON
    }
    throw new UnreadableFile();
}

// Throws UnreadableFile where the code is another one.
export async function openFile(file: RecordsFile, code: string): Promise<Item[]> {
    try {
        const vault = await fileVault(code, bytesOfBase64Url(file.salt));
        const sealed = { iv: bytesOfBase64Url(file.iv), data: bytesOfBase64Url(file.data) };
        return await vault.open<Item[]>(sealed, FORMAT);
    } catch {
        throw new UnreadableFile();
    }
}

// An outbox with these records in it; the file is the copy that lasts.
export async function outboxOf(items: Item[], account: string, network: Network): Promise<Outbox> {
    const storage = new MemoryStorage();
    const { vault } = await makeKeys("", base64Url(makeSalt()), 1);
    for (const { order: _, ...item } of items) {
        const sealed = await vault.seal(item, `item ${item.key}`);
        const { key, state, queued_at } = item;
        await storage.addItem({ key, account, state, queued_at, sealed });
    }
    const outbox = new Outbox(
        {
            storage,
            vault,
            network,
            clock: new PhoneClock(Date.now),
            exclusively: (work) => work(),
            arrived: async () => {},
        },
        account,
    );
    await outbox.read();
    return outbox;
}
