// SPDX-License-Identifier: EUPL-1.2
// A list that comes in pages: what has come so far, and how to have more of it.
import { useEffect, useState } from "preact/hooks";
import type { ActName, Answer, List, Wish } from "web/api/acts";
import { ask } from "web/api/client";
import { Problem } from "web/api/problem";
import { useQuery } from "./useQuery";

type Listed = { [Name in ActName]: Answer<Name> extends List<unknown> ? Name : never }[ActName];
type ItemOf<Name extends Listed> = Answer<Name> extends List<infer Item> ? Item : never;

export interface Pages<Item> {
    items: Item[] | undefined;
    problem: Problem | null;
    loading: boolean;
    reload(): Promise<void>;
    // Undefined when everything has come.
    more: (() => void) | undefined;
}

export function usePages<Name extends Listed>(name: Name, wish: Wish<Name>): Pages<ItemOf<Name>> {
    const first = useQuery(name, wish);
    const [later, setLater] = useState<ItemOf<Name>[]>([]);
    const [next, setNext] = useState<string | null | undefined>(undefined);
    const [state, setState] = useState<{ loading: boolean; problem: Problem | null }>({
        loading: false,
        problem: null,
    });

    const page = first.data as List<ItemOf<Name>> | undefined;
    useEffect(() => {
        setLater([]);
        setNext(page?.next);
    }, [page]);

    async function more(): Promise<void> {
        if (state.loading) return;
        setState({ loading: true, problem: null });
        try {
            const { query } = wish as { query?: object };
            const following = { ...wish, query: { ...query, after: next } } as Wish<Name>;
            const answer = (await ask(name, following)) as unknown as List<ItemOf<Name>>;
            setLater((before) => [...before, ...answer.items]);
            setNext(answer.next);
            setState({ loading: false, problem: null });
        } catch (failure) {
            if (!(failure instanceof Problem)) throw failure;
            setState({ loading: false, problem: failure });
        }
    }

    return {
        items: page && [...page.items, ...later],
        problem: first.problem ?? state.problem,
        loading: first.loading || state.loading,
        reload: first.reload,
        more: next ? () => void more() : undefined,
    };
}
