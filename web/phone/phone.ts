// SPDX-License-Identifier: EUPL-1.2
// The phone that this browser is, or is not: prepared, unlocked, locked again, wiped. Only here are the
// browser's own database, network and clock put together. A browser that nobody has prepared keeps
// nothing and loads nothing of this.
import type { Session } from "web/api/acts";
import { askServer, headersOf } from "web/api/client";
import { uuid7 } from "web/kit/uuid7";
import { PhoneClock } from "./clock";
import { DatabaseStorage } from "./database";
import { Offline, type OfflinePart } from "./offline";
import { OpenPhone } from "./open_phone";
import { type Letter, type Network, NoConnection, type Reply } from "./outbox";
import type { Device } from "./storage";
import {
    makeKeys,
    openWithPin,
    openWithSecret,
    type Vault,
    withoutPin,
    WRONG_PINS_MAX,
    WrongPin,
} from "./vault";

const SEND_MILLISECONDS = 20_000;

const storage = new DatabaseStorage();

export async function listDevices(): Promise<Device[]> {
    return storage.listDevices();
}

// ---- the network

export const network: Network = {
    async send(letter: Letter): Promise<Reply> {
        const { method, address, body, purpose, once } = letter;
        let response: Response;
        try {
            response = await fetch(address, {
                method,
                headers: {
                    ...headersOf(method, body, purpose as Parameters<typeof headersOf>[2]),
                    ...(once && { "Lgnet-Once": once }),
                },
                credentials: "same-origin",
                signal: AbortSignal.timeout(SEND_MILLISECONDS),
                ...(body !== undefined && { body }),
            });
        } catch {
            throw new NoConnection();
        }
        return {
            status: response.status,
            receipt: response.headers.get("lgnet-receipt"),
            date: response.headers.get("date"),
            json: await jsonOf(response),
        };
    },
};

async function jsonOf(response: Response): Promise<unknown> {
    if (!response.headers.get("content-type")?.includes("json")) return undefined;
    return response.json().catch(() => undefined) as Promise<unknown>;
}

// ---- preparing

export interface Preparation {
    session: Session;
    name: string;
    pin: string;
    parts: OfflinePart[];
}

export async function prepare({ session, name, pin, parts }: Preparation): Promise<OpenPhone> {
    const id = uuid7();
    const { secret } = await askServer("access.register_device", { body: { id, name } });
    const { keys, vault } = await makeKeys(pin, secret);
    const device: Device = {
        account: session.account,
        id,
        store: session.store,
        login: session.login,
        name: session.name,
        keys,
        wrong_pins: 0,
        prepared_at: Date.now(),
    };
    await storage.putDevice(device);
    // The browser may refuse; what is kept is then kept until it needs the room.
    await navigator.storage?.persist?.();
    const phone = await openedPhone(device, vault, parts);
    await phone.keepSession(session);
    return phone;
}

// ---- unlocking

export async function unlock(
    account: string,
    pin: string,
    parts: OfflinePart[],
): Promise<OpenPhone> {
    const device = (await storage.listDevices()).find((each) => each.account === account);
    if (!device?.keys.by_pin) throw new WrongPin();
    // Counted before it is tried: who switches the phone off in between has lost a try too.
    const counted = { ...device, wrong_pins: device.wrong_pins + 1 };
    await storage.putDevice(counted);
    let vault: Vault;
    try {
        vault = await openWithPin(device.keys, pin);
    } catch (failure) {
        if (counted.wrong_pins >= WRONG_PINS_MAX) await closeForGood(counted);
        throw failure;
    }
    const opened = { ...device, wrong_pins: 0 };
    await storage.putDevice(opened);
    return openedPhone(opened, vault, parts);
}

// Nothing on the phone opens it any more. What can be had again goes; what waits to be sent stays, and
// opens with the server's secret, after a log-in.
async function closeForGood(device: Device): Promise<void> {
    await storage.putDevice({ ...device, keys: withoutPin(device.keys) });
    await storage.dropKept(device.account);
}

// After a log-in, with a new PIN.
export async function recover(
    device: Device,
    pin: string,
    session: Session,
    parts: OfflinePart[],
): Promise<OpenPhone> {
    const wish = { path: { id: device.id } };
    const { secret } = await askServer("access.give_device_secret", wish);
    const { keys, vault } = await openWithSecret(device.keys, secret, pin);
    const renewed = { ...device, keys, wrong_pins: 0 };
    await storage.putDevice(renewed);
    const phone = await openedPhone(renewed, vault, parts);
    await phone.keepSession(session);
    return phone;
}

async function openedPhone(
    device: Device,
    vault: Vault,
    parts: OfflinePart[],
): Promise<OpenPhone> {
    const kept = await storage.findKept(device.account, "clock");
    const known = kept ? await vault.open<number>(kept.sealed, "kept clock") : 0;
    const phone = new OpenPhone({
        device,
        storage,
        vault,
        network,
        offline: new Offline(parts),
        clock: new PhoneClock(Date.now, known),
        isOnline: () => navigator.onLine,
        exclusively: (work) => oneAtATime(`lgnet.outbox.${device.account}`, work),
    });
    await phone.start();
    return phone;
}

async function oneAtATime<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    return navigator.locks.request(name, work) as Promise<Result>;
}

// ---- revoked at the desk

// Asked without a session too. Only a plain yes wipes: silence and strangers do not.
export async function isRevoked({ id, store }: Device): Promise<boolean> {
    try {
        const { revoked } = await askServer("access.ask_device", {
            path: { id },
            body: { store },
        });
        return revoked === true;
    } catch {
        return false;
    }
}

export async function wipe(device: Device): Promise<void> {
    await storage.wipe(device.account);
    if ((await storage.listDevices().catch(() => [])).length === 0) await forgetApp();
    await askServer("access.confirm_wipe", {
        path: { id: device.id },
        body: { store: device.store },
    }).catch(() => {});
}

async function forgetApp(): Promise<void> {
    const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
    for (const worker of workers) await worker.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
}
