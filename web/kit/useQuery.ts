// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from "preact/hooks";
import type { ActName, Answer, Wish } from "web/api/acts";
import { type AskOptions, ask } from "web/api/client";
import { Query, type QueryState } from "./query";

export interface Live<Data> extends QueryState<Data> {
    reload(): Promise<void>;
    // Shows an answer that came another way, such as that of the act that changed the thing.
    set(data: Data): void;
}

const onScreen = new Set<() => Promise<void>>();

// Asks everything on the screen again: after an undo, whatever page it is pressed on.
export function reloadAll(): void {
    for (const reload of onScreen) void reload();
}

// Asks at once and whenever the wish changes; a null wish asks nothing.
export function useQuery<Name extends ActName>(
    name: Name,
    wish: Wish<Name> | null,
    options: AskOptions = {},
): Live<Answer<Name>> {
    const [, render] = useState(0);
    const query = useRef<Query<Answer<Name>>>(undefined);
    query.current ??= new Query<Answer<Name>>(() => render((turn) => turn + 1));
    const current = query.current;

    const latest = useRef({ name, wish, options });
    latest.current = { name, wish, options };
    const start = (forget: boolean): Promise<void> => {
        const asked = latest.current;
        if (asked.wish === null) return Promise.resolve();
        const now = asked.wish;
        return current.start(
            (signal) => ask(asked.name, now, { ...asked.options, signal }),
            forget,
        );
    };

    const key = JSON.stringify(wish);
    useEffect(() => {
        void start(true);
        const reload = () => start(false);
        onScreen.add(reload);
        return () => {
            onScreen.delete(reload);
            current.stop();
        };
    }, [name, key]);

    const asksNow = wish !== null && current.state.data === undefined && !current.state.problem;
    return {
        ...current.state,
        loading: current.state.loading || asksNow,
        reload: () => start(false),
        set: (data) => current.set(data),
    };
}
