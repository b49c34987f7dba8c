// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from "preact/hooks";
import { drafts } from "./drafts";

export interface Draft<Value> {
    value: Value;
    change(part: Partial<Value>): void;
    // Whether it was found where an earlier page had left it.
    found: boolean;
    drop(): void;
}

// A form's value that survives a reload. `name` says which form and which thing it is about.
export function useDraft<Value extends object>(
    account: string,
    name: string,
    fresh: () => Value,
): Draft<Value> {
    const [state, set] = useState(() => {
        const kept = drafts.find<Value>(account, name);
        return { value: kept ?? fresh(), found: kept !== undefined, touched: false };
    });

    useEffect(() => {
        if (state.touched) drafts.keep(account, name, state.value);
    }, [state]);

    return {
        value: state.value,
        found: state.found,
        change: (part) =>
            set((before) => ({ ...before, touched: true, value: { ...before.value, ...part } })),
        drop: () => {
            drafts.drop(name);
            set({ value: fresh(), found: false, touched: false });
        },
    };
}
