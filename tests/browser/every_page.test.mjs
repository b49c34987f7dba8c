// SPDX-License-Identifier: EUPL-1.2
// Every page that somebody of each role can open, on a desk and on a phone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { objections } from "./accessible.mjs";
import { CAST, MET, pagesOf, routes } from "./pages.mjs";
import { play } from "./play.mjs";
import { faultsOfText } from "./texts.mjs";
import { DESK, goTo, PHONE } from "./visit.mjs";

const opened = new Set();

for (const login of CAST) {
    play(`every page of ${login ?? "a guest"}`, { as: login }, async (page, visitor) => {
        const pages = await pagesOf(visitor, login);
        const faults = [];
        const titles = new Map();
        for (const { pattern, path } of pages) {
            await goTo(visitor, path);
            const found = [
                ...(await faultsOfFrame(page, titles)),
                ...(await faultsOfText(page)),
                ...(await faultsOnScreens(page)),
            ];
            faults.push(...found.map((fault) => `${pattern}: ${fault}`));
            opened.add(pattern);
        }
        assert.deepEqual(faults, []);
    });
}

test("no page was left out", () => {
    const all = new Set(routes().map(({ path }) => path));
    assert.deepEqual([...all].filter((path) => !opened.has(path)), []);
});

// Where am I? Said by the title of the window, the heading, and the focus on it, or on the heading of
// the part that the address names.
async function faultsOfFrame(page, titles) {
    const title = await page.title();
    const headings = page.getByRole("heading", { level: 1 });
    const faults = [];
    if (!/^.+ – lgnet$/.test(title)) faults.push(`the window is called "${title}"`);
    if (MET.some((name) => title.includes(name))) faults.push(`the history names ${title}`);
    const path = (await page.evaluate(() => location.hash)).split("?")[0];
    if ((titles.get(title) ?? path) !== path) faults.push(`"${title}" is two pages`);
    titles.set(title, path);
    if ((await headings.count()) !== 1) faults.push(`${await headings.count()} main headings`);
    const part = page.locator(`#figures-${indicatorOf(page)}`);
    const focused = (await part.count()) === 1 ? part : headings.first();
    const isFocused = (heading) => heading === document.activeElement;
    if (!(await focused.evaluate(isFocused))) faults.push("the focus stayed behind");
    const alerts = await page.getByRole("alert").allTextContents();
    return [...faults, ...alerts];
}

function indicatorOf(page) {
    const [, query] = new URL(page.url()).hash.split("?");
    return new URLSearchParams(query).get("indicator");
}

async function faultsOnScreens(page) {
    const faults = [];
    for (const { viewport } of [DESK, PHONE]) {
        await page.setViewportSize(viewport);
        const found = await objections(page);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > viewport.width) found.push(`is ${width} wide`);
        faults.push(...found.map((fault) => `at ${viewport.width}: ${fault}`));
    }
    await page.setViewportSize(DESK.viewport);
    return faults;
}
