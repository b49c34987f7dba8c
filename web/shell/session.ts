// SPDX-License-Identifier: EUPL-1.2
// Who is logged in. The cookie is the server's business; here is what the pages may know of it.
import { useEffect, useState } from "preact/hooks";
import type { ActName, Session } from "web/api/acts";
import { ask, setCsrf, whenLoggedOut } from "web/api/client";
import { Problem } from "web/api/problem";
import { loadVocabularies } from "web/api/vocabulary";
import { drafts } from "web/kit/drafts";
import { movedToAnotherPage } from "web/kit/Page";
import { changeLanguage } from "web/words/words";
import { forgetNotices } from "./notices";

export type SessionState =
    | { stage: "starting" }
    | { stage: "failed"; problem: Problem }
    | { stage: "guest"; expired: boolean }
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
    await Promise.all([loadVocabularies(), changeLanguage(session.language)]);
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
    try {
        await enter(await ask("access.show_session", {}));
    } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        // Nobody logged in yet is where everybody starts, not a session that has run out.
        if (problem.status === 401) change({ stage: "guest", expired: false });
        else change({ stage: "failed", problem });
    }
}

export async function logIn(login: string, password: string): Promise<void> {
    await enter(await ask("access.log_in", { body: { login, password } }));
}

export async function logOut(): Promise<void> {
    await ask("access.log_out", {});
    tabs.postMessage("logged_out");
    leave(false);
    location.replace("#/");
}

// After a change of one's own account: its language, for instance.
export async function refreshSession(): Promise<void> {
    await enter(await ask("access.show_session", {}));
}

whenLoggedOut(() => {
    if (state.stage === "logged_in") leave(true);
});
tabs.addEventListener("message", () => leave(false));

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
