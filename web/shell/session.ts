// SPDX-License-Identifier: EUPL-1.2
// Who is logged in. The cookie is the server's business; here is what the pages may know of it.
import { useEffect, useState } from "preact/hooks";
import type { ActName, Session } from "web/api/acts";
import { ask, askServer, setCsrf, whenLoggedOut } from "web/api/client";
import { Problem } from "web/api/problem";
import { loadVocabularies } from "web/api/vocabulary";
import { drafts } from "web/kit/drafts";
import { movedToAnotherPage } from "web/kit/Page";
import type { OpenPhone } from "web/phone/open_phone";
import type { Device } from "web/phone/storage";
import { changeLanguage } from "web/words/words";
import { forgetNotices } from "./notices";
import {
    leavePhone,
    loadParts,
    loadPhone,
    openPhone,
    preparedDevices,
    refreshPhone,
    takePhone,
    wipeRevoked,
} from "./phone";

export type SessionState =
    | { stage: "starting" }
    | { stage: "failed"; problem: Problem }
    | { stage: "guest"; expired: boolean }
    // A phone that works without a signal, until its PIN is typed. With a session the PIN may be
    // chosen anew.
    | { stage: "locked"; devices: Device[]; session?: Session }
    | { stage: "logged_in"; session: Session };

let state: SessionState = { stage: "starting" };
const listeners = new Set<() => void>();
// Other tabs of this browser: when one logs out, all do, and each forgets what was typed in it.
const tabs = new BroadcastChannel("lgnet");

function change(next: SessionState): void {
    state = next;
    for (const listener of listeners) listener();
}

async function enter(session: Session): Promise<void> {
    setCsrf(session.csrf);
    drafts.dropAll(session.account);
    await Promise.all([loadVocabularies(true), changeLanguage(session.language)]);
    if (state.stage === "guest") movedToAnotherPage();
    change({ stage: "logged_in", session });
}

function leave(expired: boolean): void {
    setCsrf("");
    forgetNotices();
    // After an expiry the same person comes back to the form as it was; after a log-out nobody
    // does.
    if (!expired) drafts.dropAll();
    change({ stage: "guest", expired });
}

export async function startSession(): Promise<void> {
    change({ stage: "starting" });
    const devices = await preparedDevices();
    if (devices.length === 0) return startOnline();
    change({ stage: "locked", devices });
    await wipeRevoked(devices);
    return undefined;
}

async function startOnline(): Promise<void> {
    try {
        await enter(await ask("access.show_session", {}));
    } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        // Nobody logged in yet is where everybody starts, not a session that has run out.
        if (problem.status === 401) change({ stage: "guest", expired: false });
        else change({ stage: "failed", problem });
    }
}

// From a locked phone to the log-in: for somebody else, or for who has forgotten the PIN. A session
// that is still there ends, so that nobody gets around the PIN without the password.
export async function leaveLocked(): Promise<void> {
    try {
        setCsrf((await askServer("access.show_session", {})).csrf);
        await askServer("access.log_out", {});
    } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        if (problem.status !== 401) return change({ stage: "failed", problem });
    }
    return leave(false);
}

// ---- a phone that works without a signal

export async function unlockPhone(account: string, pin: string): Promise<void> {
    const { unlock } = await loadPhone();
    await startWithPhone(await unlock(account, pin, await loadParts()));
}

export async function renewPin(device: Device, pin: string, session: Session): Promise<void> {
    const { recover } = await loadPhone();
    await startWithPhone(await recover(device, pin, session, await loadParts()));
}

export async function preparePhone(session: Session, name: string, pin: string): Promise<void> {
    const { prepare } = await loadPhone();
    const phone = await prepare({ session, name, pin, parts: await loadParts() });
    await takePhone(phone);
    await loadVocabularies(true);
    await phone.takeAlong();
}

async function startWithPhone(phone: OpenPhone): Promise<void> {
    if (await wipeRevoked([phone.device])) return undefined;
    const session = (await currentSession(phone)) ?? (await phone.findSession());
    // After a log-out there is nothing to work with until the next log-in.
    if (!session) return change({ stage: "guest", expired: false });
    await takePhone(phone);
    await enter(session);
    void refreshPhone();
    return undefined;
}

// The server's word on who is logged in; nothing where it does not answer, or says that nobody is.
async function currentSession(phone: OpenPhone): Promise<Session | undefined> {
    try {
        const session = await phone.ask("access.show_session", {});
        if (session.account === phone.device.account) {
            await phone.keepSession(session);
            return session;
        }
        // Whoever has unlocked the phone is not whose cookie is there: that one goes.
        setCsrf(session.csrf);
        await askServer("access.log_out", {});
        phone.setAway("log_in");
    } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
    }
    return undefined;
}

// Who has logged in on a phone that is somebody else's works without it.
async function enterOn(session: Session): Promise<void> {
    const phone = openPhone();
    if (phone?.device.account === session.account) {
        phone.setAway(undefined);
        await phone.keepSession(session);
        await enter(session);
        return void refreshPhone();
    }
    if (phone) leavePhone();
    const device = (await preparedDevices()).find(({ account }) => account === session.account);
    if (!device) return enter(session);
    setCsrf(session.csrf);
    return change({ stage: "locked", devices: [device], session });
}

export async function logIn(login: string, password: string): Promise<void> {
    await enterOn(await askServer("access.log_in", { body: { login, password } }));
}

// What waits on the phone stays there, sealed, for the next time; the rest goes.
export async function logOut(): Promise<void> {
    await askServer("access.log_out", {});
    tabs.postMessage("logged_out");
    await openPhone()?.dropKept();
    leave(false);
    leavePhone();
    location.replace("#/");
}

// After a change of one's own account: its language, for instance.
export async function refreshSession(): Promise<void> {
    await enter(await ask("access.show_session", {}));
}

whenLoggedOut(() => {
    const phone = openPhone();
    if (phone) phone.setAway("log_in");
    else if (state.stage === "logged_in") leave(true);
});
tabs.addEventListener("message", () => {
    leave(false);
    leavePhone();
});

export function useSessionState(): SessionState {
    const [, render] = useState(0);
    useEffect(() => {
        const changed = () => render((turn) => turn + 1);
        listeners.add(changed);
        return () => void listeners.delete(changed);
    }, []);
    return state;
}

// Pages are shown only to those who have logged in.
export function useSession(): Session {
    const current = useSessionState();
    if (current.stage !== "logged_in") throw new Error("a page without a session");
    return current.session;
}

export function may(session: Session, act: ActName): boolean {
    return session.acts.includes(act);
}
