// SPDX-License-Identifier: EUPL-1.2
import { useRef, useState } from "preact/hooks";
import type { ActName, Answer, Wish } from "web/api/acts";
import { type AskOptions, ask } from "web/api/client";
import { Problem } from "web/api/problem";

export interface Act<Name extends ActName> {
    busy: boolean;
    problem: Problem | null;
    // True when the act was done; `done` has then been given its answer.
    run(wish: Wish<Name>, done?: (answer: Answer<Name>) => void): Promise<boolean>;
    // The same, with something to be said of this one.
    runWith(
        options: AskOptions,
        wish: Wish<Name>,
        done?: (answer: Answer<Name>) => void,
    ): Promise<boolean>;
    clear(): void;
}

// An act that changes something: once at a time, its problem kept beside it until the next try.
export function useAct<Name extends ActName>(name: Name, options: AskOptions = {}): Act<Name> {
    const [state, change] = useState<{ busy: boolean; problem: Problem | null }>({
        busy: false,
        problem: null,
    });
    const busy = useRef(false);

    async function runWith(
        more: AskOptions,
        wish: Wish<Name>,
        done?: (answer: Answer<Name>) => void,
    ): Promise<boolean> {
        if (busy.current) return false; // a second tap with cold fingers
        busy.current = true;
        change({ busy: true, problem: null });
        let problem: Problem | null = null;
        try {
            const answer = await ask(name, wish, { ...options, ...more });
            done?.(answer);
        } catch (failure) {
            if (!(failure instanceof Problem)) throw failure;
            problem = failure;
        } finally {
            busy.current = false;
            change({ busy: false, problem });
        }
        return problem === null;
    }

    const run: Act<Name>["run"] = (wish, done) => runWith({}, wish, done);
    return { ...state, run, runWith, clear: () => change({ busy: false, problem: null }) };
}
