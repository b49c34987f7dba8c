// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from "vitest";
import { currentOf, inGroups } from "./menu";
import type { MenuGroup, MenuItem } from "./module";

const item = (path: string, group: MenuGroup): MenuItem => ({
    path,
    group,
    label: "web.menu",
    needs: "access.show_session",
});

const items = [
    item("/outreach", "street"),
    item("/people", "people"),
    item("/outreach/unnamed", "street"),
    item("/journal", "administration"),
];

test("groups stand in their order, with their entries in the order of the modules", () => {
    const shown = inGroups(items.toReversed()).map(
        ({ group, items: those }) => `${group}: ${those.map(({ path }) => path).join(" ")}`,
    );
    expect(shown).toEqual([
        "street: /outreach/unnamed /outreach",
        "people: /people",
        "administration: /journal",
    ]);
    expect(inGroups([])).toEqual([]);
});

test("the entry of a page is the one whose path leads farthest towards it", () => {
    expect(currentOf(items, "/outreach/unnamed")?.path).toBe("/outreach/unnamed");
    expect(currentOf(items, "/outreach/outings/7")?.path).toBe("/outreach");
    expect(currentOf(items, "/people")?.path).toBe("/people");
    expect(currentOf(items, "/peoples")).toBeUndefined();
    expect(currentOf(items, "/")).toBeUndefined();
});
