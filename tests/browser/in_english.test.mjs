// SPDX-License-Identifier: EUPL-1.2
// Who chooses English reads English on every page.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { CAST, pagesOf } from "./pages.mjs";
import { play } from "./play.mjs";
import { faultsOfText, textsOf } from "./texts.mjs";
import { ask, choice, goTo } from "./visit.mjs";

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
    // Who leads a workshop is told of no team.
    const teams = JSON.parse((await ask(visitor, "GET", "/api/access/teams")).text).items ?? [];
    const names = ["italiano", ...teams.map(({ name }) => name)];
    const same = new Set([...names, ...pairs.map(([, en]) => en)]);
    return new Set(pairs.map(([it]) => it).filter((it) => !same.has(it)));
}
