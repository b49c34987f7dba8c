// SPDX-License-Identifier: EUPL-1.2
// Short news at the foot of the screen ("Contatto registrato"), with the way back ("Annulla").
export interface Notice {
    text: string;
    undo?: () => Promise<void>;
    // The word on the button, when "undo" is not what happens.
    undoLabel?: string;
}

let notice: Notice | null = null;
const listeners = new Set<(notice: Notice | null) => void>();

export function onNotice(listener: (notice: Notice | null) => void): () => void {
    listeners.add(listener);
    listener(notice);
    return () => void listeners.delete(listener);
}

function show(next: Notice | null): void {
    notice = next;
    for (const listener of listeners) listener(notice);
}

// One at a time: the newest is the one that a reader wants to take back.
export function say(next: Notice): void {
    show(next);
}

// All of them, or only that one if it is still there.
export function forgetNotices(only?: Notice): void {
    if (!only || only === notice) show(null);
}
