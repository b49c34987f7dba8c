// SPDX-License-Identifier: EUPL-1.2
// The direction of the network: sixteen cities and their figures, and nobody behind them.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { filled, MET, routes, THINGS } from "./pages.mjs";
import { play } from "./play.mjs";
import { ask, field, goTo, heading, link, sees, settled, visit } from "./visit.mjs";

const OF_PERSONS = new Set(["people", "outreach", "cases"]);

const cities = (page) =>
    page
        .getByRole("table", { name: /^Tutte le città/ })
        .getByRole("row")
        .filter({ has: page.getByRole("rowheader") });

play("the board: sixteen cities beside their targets", { as: "direzione@rete" },
    async (page, visitor) => {
        await heading(page, "Quadro della rete").waitFor();
        await settled(visitor);
        assert.equal(await cities(page).count(), 16);
        const roma = cities(page).filter({ hasText: "Roma" });
        assert.match(await roma.textContent(), /[▲✓▼] \d+\s?% di [\d.]+/);
        await accessible(visitor);

        // The sum over the cities is what the cities have stated.
        await field(page, "Indicatore").selectOption("Persone raggiunte");
        await settled(visitor);
        const chart = page.getByRole("figure").filter({ hasText: "I dati in tabella" });
        await chart.getByText("I dati in tabella").click();
        const rows = chart.getByRole("row").filter({ has: page.getByRole("rowheader") });
        assert.equal(await rows.count(), 16);
        const figures = await rows.getByRole("cell").allTextContents();
        const sum = figures
            .map((text) => Number.parseInt(text.replaceAll(/[^\d]/g, "") || "0", 10))
            .reduce((one, other) => one + other);
        await sees(page, sum.toLocaleString("it"));
    },
);

play("any figure says how it is counted, with a worked example", { as: "direzione@rete" },
    async (page, visitor) => {
        await link(page, "Indicatori").click();
        await link(page, "Persone raggiunte").click();
        await heading(page, "Persone raggiunte").waitFor();
        await sees(page, "Persone, ciascuna una volta");
        await page.getByRole("heading", { name: "Che cosa resta fuori, e perché" }).waitFor();
        await page.getByRole("heading", { name: /^Esempio svolto/ }).waitFor();
        const result = page.getByRole("table", { name: "Risultato" });
        await result.getByRole("rowheader", { name: "Totale" }).first().waitFor();
        await accessible(visitor);
    },
);

// Whatever the server says from here on.
function hear({ context }) {
    const heard = [];
    context.on("response", (response) => heard.push(response.text().catch(() => "")));
    return heard;
}

function named(text) {
    return MET.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
}

play("no page of a person exists for the network", { as: "direzione@rete" },
    async (page, visitor) => {
        const heard = hear(visitor);
        for (const { module, path } of routes()) {
            await goTo(visitor, filled(path));
            if (OF_PERSONS.has(module)) await heading(page, "Questa pagina non c'è").waitFor();
            heard.push(page.content());
        }
        // Neither the pages nor anything the server has said names anybody.
        const all = (await Promise.all(heard)).join("\n");
        assert.ok(all.includes("Milano")); // it does hear what is said
        assert.deepEqual(named(all), []);
    },
);

// The description of the acts has an example of each that succeeds for one of Roma.
play("no act on a person exists for the network", { as: "direzione@rete" },
    async (_, visitor) => {
        const { paths } = JSON.parse((await ask(visitor, "GET", "/api/openapi.json")).text);
        const answers = [];
        for (const [path, operations] of Object.entries(paths)) {
            if (!OF_PERSONS.has(path.split("/")[2])) continue;
            for (const [method, act] of Object.entries(operations)) {
                const body = { ...act["x-example"] };
                const address = path.replace(/\{(\w+)\}/g, (_whole, name) => body[name]);
                for (const [, name] of path.matchAll(/\{(\w+)\}/g)) delete body[name];
                const answer = await ask(
                    visitor,
                    method.toUpperCase(),
                    address,
                    act.requestBody && body,
                );
                answers.push({ act: act.operationId, ...answer });
            }
        }
        assert.ok(answers.length > 30, `${answers.length} acts`);
        assert.deepEqual(answers.filter(({ status }) => status !== 404), []);
        assert.deepEqual(named(answers.map(({ text }) => text).join("\n")), []);

        const sara = await visit({ as: "sara@roma" });
        const found = await ask(sara, "GET", `/api/people/persons/${THINGS.person}`);
        assert.deepEqual(named(found.text), ["Amina", "Diallo"]);
        await sara.context.close();
    },
);

play("outings and persons of Roma are not found from Milano", { as: "elena@milano" },
    async (page, visitor) => {
        const heard = hear(visitor);
        for (const path of ["/outreach/outings/:outing", "/people/:person", "/cases/:case"]) {
            await goTo(visitor, filled(path));
            await sees(page, /non (c'è|esiste|trovat)/i);
            heard.push(page.content());
        }
        assert.deepEqual(named((await Promise.all(heard)).join("\n")), []);
    },
);
