// SPDX-License-Identifier: EUPL-1.2
// Every page that somebody of each role can open: on a desk and on a phone, in Italian and in
// English.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { objections } from "./accessible.mjs";
import { filled, MET, namesIn, routes, THINGS } from "./pages.mjs";
import { ask, choice, DESK, goTo, PHONE, play } from "./visit.mjs";

const CAST = [
    undefined, // a guest
    "giulia@roma",
    "paola@roma",
    "sara@roma",
    "marco@roma",
    "dpo@roma",
    "admin@roma",
    "ricerca@roma",
    "direzione@rete",
    "ricerca@rete",
    "dpo@rete",
    "admin@rete",
];

// Pages that show more when something has been chosen.
const AFTER = {
    "/people/:person/merge": [`?with=${THINGS.other_person}`],
    "/cases/new": [`?person=${THINGS.other_person}`],
    "/monitoring": ["?indicator=NET-02"],
};

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

for (const login of CAST.slice(1)) {
    play(`every page of ${login} in English`, { as: login }, async (page, visitor) => {
        await goTo(visitor, "/account");
        await choice(page, "Lingua", "English").click();
        await page.getByRole("heading", { level: 1, name: "My account" }).waitFor();
        const italian = await italianWords(visitor);
        const faults = [];
        for (const { pattern, path } of await pagesOf(visitor, login)) {
            await goTo(visitor, path);
            const texts = await textsOf(page);
            const found = [
                ...(await faultsOfText(page)),
                ...texts.filter((text) => italian.has(text)).map((text) => `Italian: ${text}`),
            ];
            faults.push(...found.map((fault) => `${pattern}: ${fault}`));
        }
        assert.deepEqual(faults, []);
    });
}

test("no page was left out", () => {
    const all = new Set(routes().map(({ path }) => path));
    assert.deepEqual([...all].filter((path) => !opened.has(path)), []);
});

// The pages whose act the visitor may do, with things that the visitor can see.
async function pagesOf(visitor, login) {
    if (!login) {
        const subjects = ["source", "accessibility", "privacy"];
        const about = subjects.map((subject) => filled("/about/:subject", { subject }));
        return [
            { pattern: "/log-in", path: "/log-in" },
            ...about.map((path) => ({ pattern: "/about/:subject", path })),
        ];
    }
    const { acts } = JSON.parse((await ask(visitor, "GET", "/api/access/session")).text);
    // What the visitor's lists begin with; nothing where a list is empty.
    const first = async (address, otherwise) => {
        const { items } = JSON.parse((await ask(visitor, "GET", address)).text);
        return items ? items[0]?.id : otherwise;
    };
    const things = {
        ...THINGS,
        outing: await first("/api/outreach/outings", THINGS.outing),
        contact: await first("/api/outreach/contacts?unidentified=true", THINGS.contact),
        account: await first("/api/access/accounts", THINGS.account),
        statement: await first("/api/monitoring/statements", THINGS.statement),
    };
    return routes()
        .filter(({ module }) => module !== "about")
        .filter(({ path }) => path !== "/log-in")
        .filter(({ needs }) => !needs || acts.includes(needs))
        .filter(({ path }) => namesIn(path).every((name) => things[name]))
        .flatMap(({ path }) =>
            ["", ...(AFTER[path] ?? [])].map((query) => ({
                pattern: path,
                path: filled(path, things) + query,
            })),
        );
}

// Where am I? Said by the title of the window, the heading, and the focus on it.
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
    const isFocused = (heading) => heading === document.activeElement;
    if (!(await headings.first().evaluate(isFocused))) faults.push("the focus stayed behind");
    const alerts = await page.getByRole("alert").allTextContents();
    return [...faults, ...alerts];
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

// Keys that nobody has worded, facts that nobody has put in, values that JavaScript has none for.
async function faultsOfText(page) {
    const raw = /\b(web|page|do|field|act|problem)\.[a-z_]+\.?[a-z_]*|\{\w+\}|undefined|\bNaN\b/;
    return (await textsOf(page)).filter((text) => raw.test(text));
}

// Every text of the page, and what is said to those who do not see it.
function textsOf(page) {
    return page.evaluate(() => {
        const texts = [document.title];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) texts.push(walker.currentNode.textContent);
        for (const name of ["aria-label", "title", "placeholder", "alt"]) {
            for (const part of document.querySelectorAll(`[${name}]`)) {
                texts.push(part.getAttribute(name));
            }
        }
        return texts.map((text) => text.trim()).filter(Boolean);
    });
}

// Whatever is said in Italian and otherwise in English: sentences of the pages and names of codes.
async function italianWords(visitor) {
    const pairs = [];
    const folders = readdirSync("modules", { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `modules/${name}`);
    for (const folder of ["web", ...folders]) {
        const read = (language) =>
            JSON.parse(readFileSync(`${folder}/words/${language}.json`, "utf8"));
        const [it, en] = [read("it"), read("en")];
        pairs.push(...Object.keys(it).map((key) => [it[key], en[key]]));
    }
    const { text } = await ask(visitor, "GET", "/api/network/vocabularies");
    for (const { codes } of JSON.parse(text).items) {
        pairs.push(...codes.map(({ it, en }) => [it, en]));
    }
    // Names are not words: a team may be called what some code is, a language is called by its own.
    const teams = JSON.parse((await ask(visitor, "GET", "/api/access/teams")).text).items;
    const same = new Set([...pairs.map(([, en]) => en), ...teams.map(({ name }) => name), "italiano"]);
    return new Set(pairs.map(([it]) => it).filter((it) => !same.has(it)));
}
