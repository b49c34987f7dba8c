// SPDX-License-Identifier: EUPL-1.2
// The coordinator of Roma reads the figures, and states them to the network.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { play } from "./play.mjs";
import {
    ask,
    button,
    chooseInMenu,
    field,
    goTo,
    heading,
    link,
    list,
    news,
    PHONE,
    sees,
    settled,
    visit,
} from "./visit.mjs";

const figure = (page, name) => page.getByRole("figure").filter({ hasText: name });

// The figures of a table behind a chart, by the name of their row.
async function tableBehind(page, chart) {
    await figure(page, chart).getByText("I dati in tabella").click();
    const rows = figure(page, chart).getByRole("table").getByRole("row");
    await rows.first().waitFor();
    const found = new Map();
    for (const row of await rows.filter({ has: page.getByRole("rowheader") }).all()) {
        const name = await row.getByRole("rowheader").textContent();
        found.set(name, numberIn(await row.getByRole("cell").first().textContent()));
    }
    return found;
}

const numberIn = (text) => Number.parseInt(text.replaceAll(".", ""), 10);
const sum = (numbers) => [...numbers].reduce((one, other) => one + other, 0);

play("the board: figures, the tables behind the charts, the districts", { as: "marco@roma" },
    async (page, visitor) => {
        await heading(page, "Quadro della città").waitFor();
        await settled(visitor);
        const all = list(page, "Indicatori").getByRole("listitem");
        assert.ok((await all.count()) >= 10);

        const card = list(page, "Indicatori").getByRole("link", { name: /^Persone raggiunte/ });
        const reached = numberIn(/\d[\d.]*$/.exec((await card.textContent()).trim())[0]);
        assert.ok(reached > 0);
        await card.click();
        const title = `Persone raggiunte: ${reached}`;
        await page.getByRole("heading", { level: 2, name: title }).waitFor();
        await settled(visitor);

        // Every person is counted once: the parts add up to the whole.
        const months = await tableBehind(page, "Per mese");
        assert.equal(sum(months.values()), reached);
        const districts = await tableBehind(page, "Per zona della città");
        assert.equal(sum(districts.values()), reached);
        assert.ok([...districts.keys()].some((name) => name.includes("Municipio I")));

        // The drawing of the districts shows the same figures as its table, one tile each.
        const tiles = figure(page, "Per zona della città").getByTitle(/: \d+$/);
        const known = await ask(visitor, "GET", "/api/network/districts?city=roma");
        assert.equal(await tiles.count(), JSON.parse(known.text).items.length);
        for (const tile of await tiles.all()) {
            const [name, number] = (await tile.getAttribute("title")).split(": ");
            assert.equal(numberIn(number), districts.get(name) ?? 0, name);
        }
        await accessible(visitor);

        await list(page, "Indicatori")
            .getByRole("link", { name: /^Come si conta ?: Persone raggiunte$/ })
            .click();
        await heading(page, "Persone raggiunte").waitFor();
    },
);

play("on a phone who chooses a figure is led to its parts", { as: "marco@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, "/monitoring");
        await settled(visitor);
        const card = list(page, "Indicatori").getByRole("link", { name: /^Persone raggiunte/ });
        await card.tap();
        const parts = page.getByRole("heading", { level: 2, name: /^Persone raggiunte: / });
        await parts.waitFor();
        await page.waitForFunction(
            (shown) => shown === document.activeElement,
            await parts.elementHandle(),
        );
        const { y } = await parts.boundingBox();
        assert.ok(y >= 0 && y < PHONE.viewport.height, `at ${y}`);
        await accessible(visitor);
    },
);

play("a statement goes up, and is there for the network", { as: "marco@roma" },
    async (page, visitor) => {
        await chooseInMenu(page, "Dichiarazioni");
        await link(page, "Prepara la dichiarazione").click();
        await heading(page, "Prepara la dichiarazione").waitFor();
        await settled(visitor);
        // The quarter is stated already: it is reopened, and says why.
        const stands = link(page, "Vai alla versione inviata");
        if ((await stands.count()) > 0) {
            await stands.click();
            await button(page, "Riapri per correggere").click();
            await field(page, "Perché va corretta").fill("Una scheda era rimasta sulla carta.");
            await button(page.getByRole("dialog"), "Riapri per correggere").click();
            await news(page, "Dichiarazione riaperta").waitFor();
            await link(page, "Prepara la nuova versione").click();
            await heading(page, "Prepara la dichiarazione").waitFor();
        }
        // Shown as it would go up.
        const totals = page.getByRole("table", { name: "Totali" });
        const row = totals.getByRole("row").filter({ hasText: "Persone raggiunte" });
        const stated = (await row.getByRole("cell").first().textContent()).trim();
        const narrative = "Un'unità mobile ferma per due settimane.";
        await field(page, "Che cosa è andato diversamente dal piano").fill(narrative);
        const send = page.getByRole("button", { name: /^Invia alla rete: \d° trimestre \d{4}$/ });
        const period = (await send.textContent()).split(": ")[1];
        await send.click();
        await news(page, "Dichiarazione inviata").waitFor();

        await heading(page, `Dichiarazione, ${period}`).waitFor();
        await sees(page, narrative);
        await settled(visitor);
        const frozen = totals.getByRole("row").filter({ hasText: "Persone raggiunte" });
        assert.equal((await frozen.getByRole("cell").first().textContent()).trim(), stated);
        await accessible(visitor);

        const anna = await visit({ as: "direzione@rete" });
        await settled(anna);
        const roma = anna.page.getByRole("row").filter({
            has: anna.page.getByRole("rowheader", { name: "Roma", exact: true }),
        });
        await roma.getByRole("link", { name: /^versione \d/ }).click();
        await heading(anna.page, `Dichiarazione, ${period}`).waitFor();
        await sees(anna.page, narrative);
        assert.deepEqual(anna.faults, []);
        await anna.context.close();
        await button(page, "Esci").click();
        await heading(page, "Entra").waitFor();
    },
);
