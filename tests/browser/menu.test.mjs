// SPDX-License-Identifier: EUPL-1.2
// The menu: one row on a desk for every role, with a mouse and without; all of it on a phone.
import assert from "node:assert/strict";
import { accessible, objections } from "./accessible.mjs";
import { CAST } from "./pages.mjs";
import { play } from "./play.mjs";
import {
    button,
    chooseInMenu,
    DESK,
    goTo,
    heading,
    link,
    PHONE,
    settled,
    widthOf,
} from "./visit.mjs";

const menuOf = (page) => page.getByRole("navigation", { name: "Menu", exact: true });
const hasFocus = (element) => element === document.activeElement;

// Where the links lead that are to be seen.
const addressesIn = (menu) =>
    menu.getByRole("link").evaluateAll((links) => links.map((each) => each.getAttribute("href")));

for (const login of CAST.slice(1)) {
    play(`the menu of ${login} is one row, and the same on a phone`, { as: login },
        async (page, visitor) => {
            await settled(visitor);
            const menu = menuOf(page);
            const row = menu.getByRole("list").first().getByRole("listitem");
            const tops = await row.evaluateAll((items) =>
                items.map((item) => Math.round(item.getBoundingClientRect().top)),
            );
            assert.ok(tops.length > 0 && new Set(tops).size === 1, `rows at ${tops}`);

            const alone = await addressesIn(menu);
            const onDesk = [...alone];
            for (const group of await menu.getByRole("button").all()) {
                await group.click();
                const list = menu.getByRole("list", { name: await group.textContent() });
                await list.waitFor();
                assert.deepEqual(await objections(page, "#menu"), []);
                assert.ok((await widthOf(page)) <= DESK.viewport.width);
                const inside = await addressesIn(list);
                assert.ok(inside.length > 1, "a group of one entry is that entry");
                onDesk.push(...inside);
            }
            assert.equal(new Set(onDesk).size, onDesk.length, `twice: ${onDesk}`);

            // On a phone everything at once, below the names of the groups.
            await page.setViewportSize(PHONE.viewport);
            await button(page, "Menu").click();
            await menu.getByRole("link").first().waitFor();
            assert.deepEqual((await addressesIn(menu)).toSorted(), onDesk.toSorted());
            assert.equal(await menu.getByRole("button").count(), 0);
            assert.ok((await widthOf(page)) <= PHONE.viewport.width);
            await accessible(visitor);
        },
    );
}

play("the menu without a mouse", { as: "sara@roma" }, async (page, visitor) => {
    await settled(visitor);
    const menu = menuOf(page);
    const people = button(menu, "Persone");
    const list = menu.getByRole("list", { name: "Persone", exact: true });
    // She is at her cases, which stand in that group.
    assert.equal(await people.getAttribute("aria-current"), "true");
    assert.equal(await people.getAttribute("aria-expanded"), "false");
    assert.equal(await list.count(), 0);

    await people.focus();
    await page.keyboard.press("Enter");
    await list.waitFor();
    assert.equal(await people.getAttribute("aria-expanded"), "true");
    assert.equal(await link(list, "Prese in carico").getAttribute("aria-current"), "page");
    await page.keyboard.press("Tab");
    assert.ok(await link(list, "Persone").evaluate(hasFocus));
    await page.keyboard.press("Escape");
    await list.waitFor({ state: "detached" });
    assert.ok(await people.evaluate(hasFocus));

    // Going past its end closes it.
    await page.keyboard.press("Space");
    await list.waitFor();
    const many = await list.getByRole("link").count();
    for (let turn = 0; turn <= many; turn++) await page.keyboard.press("Tab");
    await list.waitFor({ state: "detached" });

    await people.focus();
    await page.keyboard.press("Enter");
    await list.waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await heading(page, "Persone").waitFor();
    await settled(visitor);
    await list.waitFor({ state: "detached" });
    assert.ok(await heading(page, "Persone").evaluate(hasFocus));

    // The page that is open already: the list goes, and the focus is not lost.
    await people.click();
    await link(list, "Persone").click();
    await list.waitFor({ state: "detached" });
    assert.ok(await people.evaluate(hasFocus));

    // Keys pressed faster than the machine draws are not lost.
    await people.evaluate(async (opener) => {
        const opened = () => document.getElementById(opener.getAttribute("aria-controls"));
        opener.click();
        for (let turn = 0; turn < 100 && !opened(); turn++) await Promise.resolve();
        document.querySelector("main h1").focus();
    });
    await list.waitFor({ state: "detached" });

    // A tap beside it closes it too.
    await people.click();
    await list.waitFor();
    await page.getByRole("main").click({ position: { x: 5, y: 5 } });
    await list.waitFor({ state: "detached" });
});

play("the menu on a phone leads on and closes", { as: "giulia@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, "/people");
        const menu = menuOf(page);
        await button(page, "Menu").tap();
        await menu.getByText("Strada", { exact: true }).waitFor();
        assert.equal(await link(menu, "Persone").getAttribute("aria-current"), "page");
        await button(page, "Menu").tap();
        await menu.waitFor({ state: "hidden" });
        await chooseInMenu(page, "Stasera");
        await heading(page, "Stasera").waitFor();
        await menu.waitFor({ state: "hidden" });
    },
);

play("the menu from right to left", { as: "marco@roma" }, async (page, visitor) => {
    await goTo(visitor, "/account");
    await page.evaluate(() => (document.documentElement.dir = "rtl"));
    const menu = menuOf(page);
    for (const group of await menu.getByRole("button").all()) {
        await group.click();
        const list = menu.getByRole("list", { name: await group.textContent() });
        const [opener, opened] = [await group.boundingBox(), await list.boundingBox()];
        assert.ok(Math.abs(opener.x + opener.width - (opened.x + opened.width)) < 2);
        assert.ok(opened.x >= 0 && (await widthOf(page)) <= DESK.viewport.width);
    }
});
