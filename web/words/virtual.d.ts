// SPDX-License-Identifier: EUPL-1.2
// What web/build/words.ts answers when it is imported.
declare module "virtual:words" {
    export const first: Record<string, string>;
    export const others: Record<string, () => Promise<{ default: Record<string, string> }>>;
}
