// SPDX-License-Identifier: EUPL-1.2
import type { Item } from "web/phone/items";
import { findWord } from "web/words/words";

// "Registrare un contatto", as acts are called everywhere.
export function titleOf({ act }: Pick<Item, "act">): string {
    return findWord(`act.${act}`) ?? act;
}
