// SPDX-License-Identifier: EUPL-1.2
// The phone as the pages know it: none, or one whose PIN has been typed. What it is made of
// (web/phone/phone.ts, with the browser's database) is loaded only where somebody has prepared it.
import { useEffect, useState } from "preact/hooks";
import { askBy } from "web/api/client";
import { keepDraftsIn } from "web/kit/drafts";
import { reloadAll } from "web/kit/useQuery";
import type { OfflinePart } from "web/phone/offline";
import type { OpenPhone } from "web/phone/open_phone";
import type { Device } from "web/phone/storage";
import { t } from "web/words/words";
import type { WebModule } from "./module";
import { say } from "./notices";

const DATABASE = "lgnet";
const REFRESH_MILLISECONDS = 60_000;
// A browser does not always say that the signal is back: one that waits for it asks by itself.
const WAITING_MILLISECONDS = 8_000;
// A signal that has just come back drops the first request as often as not.
const AFTER_SIGNAL_MILLISECONDS = [0, 3_000, 10_000];
// A phone that was put away is locked when it is taken out again.
const LOCK_MILLISECONDS = 10 * 60_000;

let lazyParts: (() => Promise<{ default: OfflinePart }>)[] = [];
let current: OpenPhone | undefined;
const listeners = new Set<() => void>();

export function installOffline(modules: WebModule[]): void {
    lazyParts = modules.flatMap(({ offline }) => (offline ? [offline] : []));
}

export const loadPhone = () => import("web/phone/phone");

export async function loadParts(): Promise<OfflinePart[]> {
    return Promise.all(lazyParts.map(async (load) => (await load()).default));
}

function canListDatabases(): boolean {
    return "databases" in indexedDB;
}

// Whether this browser can be prepared at all.
export function canWorkOffline(): boolean {
    return isSecureContext && "serviceWorker" in navigator && canListDatabases();
}

// Those that were prepared in this browser; none is looked for where there is no database.
export async function preparedDevices(): Promise<Device[]> {
    if (!canListDatabases()) return [];
    const databases = await indexedDB.databases();
    if (!databases.some(({ name }) => name === DATABASE)) return [];
    return (await loadPhone()).listDevices();
}

export function openPhone(): OpenPhone | undefined {
    return current;
}

// From here on pages ask by way of the phone, and drafts are kept on it.
export async function takePhone(phone: OpenPhone): Promise<void> {
    const { SealedDrafts } = await import("web/phone/sealed_drafts");
    keepDraftsIn(await SealedDrafts.of(phone));
    askBy(phone.ask);
    phone.onChange(changed);
    current = phone;
    changed();
    void registerWorker();
}

export function leavePhone(): void {
    askBy();
    keepDraftsIn();
    current = undefined;
    changed();
}

// Nothing of what was in memory stays.
export function lockPhone(): void {
    location.reload();
}

// Those that were revoked at the desk are wiped, locked or not; true: one of them was.
export async function wipeRevoked(devices: Device[]): Promise<boolean> {
    if (devices.length === 0) return false;
    const { isRevoked, wipe } = await loadPhone();
    let wiped = false;
    for (const device of devices) {
        if (!(await isRevoked(device))) continue;
        await wipe(device);
        wiped = true;
    }
    if (wiped) lockPhone();
    return wiped;
}

export async function refreshPhone(): Promise<void> {
    const phone = current;
    if (await wipeRevoked(phone ? [phone.device] : await preparedDevices())) return undefined;
    if (!phone) return undefined;
    const before = phone.outbox.list("waiting").length;
    await phone.refresh();
    if (phone.outbox.list("waiting").length < before) reloadAll();
    return undefined;
}

// What waits goes by itself as soon as there is a signal.
export function keepSending(): void {
    let hidden_at = 0;
    let refreshed_at = Date.now();
    addEventListener("online", () => {
        for (const wait of AFTER_SIGNAL_MILLISECONDS) setTimeout(() => void refreshPhone(), wait);
    });
    addEventListener("offline", () => current?.setAway("no_connection"));
    setInterval(() => {
        // A locked one does not know whether it was revoked meanwhile.
        const isWaiting = !current || current.away === "no_connection";
        const isDue = Date.now() - refreshed_at >= REFRESH_MILLISECONDS;
        if (document.visibilityState !== "visible" || !(isWaiting || isDue)) return;
        refreshed_at = Date.now();
        void refreshPhone();
    }, WAITING_MILLISECONDS);
    document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "hidden") hidden_at = Date.now();
        else if (current && Date.now() - hidden_at > LOCK_MILLISECONDS) lockPhone();
        else void refreshPhone();
    });
}

export function usePhone(): OpenPhone | undefined {
    const [, render] = useState(0);
    useEffect(() => {
        const listener = () => render((turn) => turn + 1);
        listeners.add(listener);
        return () => void listeners.delete(listener);
    }, []);
    return current;
}

// Whether something done to this thing still waits on the phone.
export function useWaiting(thing: string): boolean {
    const waiting = usePhone()?.outbox.list("waiting", "look") ?? [];
    return waiting.some((item) => item.thing === thing);
}

function changed(): void {
    for (const listener of listeners) listener();
}

// ---- the app on the phone

// A new version waits until somebody says so: nobody loses the page they are working on.
async function registerWorker(): Promise<void> {
    if (!("serviceWorker" in navigator) || import.meta.env.DEV) return;
    const registration = await navigator.serviceWorker.register("sw.js");
    if (registration.waiting) offerUpdate(registration.waiting);
    registration.addEventListener("updatefound", () => {
        const arriving = registration.installing;
        arriving?.addEventListener("statechange", () => {
            const isUpdate = navigator.serviceWorker.controller !== null;
            if (arriving.state === "installed" && isUpdate) offerUpdate(arriving);
        });
    });
}

function offerUpdate(worker: ServiceWorker): void {
    say({
        text: t("web.new_version"),
        undoLabel: t("web.update_now"),
        undo: async () => {
            navigator.serviceWorker.addEventListener("controllerchange", lockPhone);
            worker.postMessage("take over");
        },
    });
}
