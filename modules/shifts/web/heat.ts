// SPDX-License-Identifier: EUPL-1.2
// Counts by weekday and part of the day, as they are shown: small ones are not told.
import type { Hotspot } from "web/api/acts";

export interface Heat {
    contacts: number; // of the cells that are told
    few: number; // cells with fewer than five
}

export function heatOf(items: Hotspot[]): Heat {
    return {
        contacts: items.reduce((sum, { contacts }) => sum + (contacts ?? 0), 0),
        few: items.filter(({ contacts }) => typeof contacts !== "number").length,
    };
}

// "37", "37+" where some of it is not told, "1–4", "".
export function heatText({ contacts, few }: Heat, small: string): string {
    if (contacts === 0) return few > 0 ? small : "";
    return few > 0 ? `${contacts}+` : String(contacts);
}

// Of five steps.
export function shadeOf({ contacts, few }: Heat, top: number): number {
    if (contacts === 0) return few > 0 ? 1 : 0;
    return Math.max(1, Math.ceil((contacts / Math.max(1, top)) * 5));
}
