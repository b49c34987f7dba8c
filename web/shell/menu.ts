// SPDX-License-Identifier: EUPL-1.2
// The menu as it is shown: entries in groups, those of one kind of work together.
import { MENU_GROUPS, type MenuGroup, type MenuItem } from "./module";

export interface MenuPart {
    group: MenuGroup;
    items: MenuItem[];
}

// In the order of the groups; one without entries is not there.
export function inGroups(items: MenuItem[]): MenuPart[] {
    return MENU_GROUPS.map((group) => ({
        group,
        items: items.filter((item) => item.group === group),
    })).filter((part) => part.items.length > 0);
}

// The longest path that leads here: "/outreach/unnamed" is not also "/outreach".
export function currentOf(items: MenuItem[], path: string): MenuItem | undefined {
    return items
        .filter((item) => path === item.path || path.startsWith(`${item.path}/`))
        .toSorted((one, other) => other.path.length - one.path.length)[0];
}
