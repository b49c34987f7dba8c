// SPDX-License-Identifier: EUPL-1.2
// A return that is late: the direction reminds the city, the city submits, is asked, answers, corrects,
// and the correction is accepted. Two screens, one on each side.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { play } from "./play.mjs";
import {
    ask,
    button,
    chooseInMenu,
    DESK,
    field,
    goTo,
    heading,
    lines,
    link,
    news,
    PHONE,
    sees,
    settled,
    visit,
    widthOf,
} from "./visit.mjs";

const city = (page, name) => lines(page, "Consegne").filter({ hasText: name });

// What was written on one side has arrived on the other: at the latest with the next round.
async function until(visitor, look) {
    const end = Date.now() + 90_000;
    while (!(await look())) {
        if (Date.now() > end) throw new Error("it has not arrived");
        await visitor.page.waitForTimeout(500);
        await visitor.page.reload();
        await settled(visitor);
    }
}

play("a late return is chased, submitted, questioned, corrected, accepted", { as: "direzione@rete" },
    async (page, anna) => {
        // Bolzano is late.
        await chooseInMenu(page, "Consegne");
        await heading(page, "Consegne").waitFor();
        await settled(anna);
        await accessible(anna);
        const bolzano = city(page, "Bolzano");
        await bolzano.getByText("In ritardo", { exact: true }).waitFor();
        await bolzano.getByRole("button", { name: "Sollecita: Bolzano" }).click();
        await field(page, "Che cosa manca, o come aiutare").fill("Serve aiuto? Chiamare il 333 123 4567");
        await button(page.getByRole("dialog"), "Sollecita").click();
        await sees(page, "Qui c'è un numero lungo");
        await field(page, "Che cosa manca, o come aiutare").fill("Serve aiuto?");
        await button(page.getByRole("dialog"), "Sollecita").click();
        await news(page, "Sollecito inviato: Bolzano").waitFor();

        // The city sees it on its start page, and submits.
        const bruno = await visit({ as: "coordinamento@bolzano", on: PHONE });
        await heading(bruno.page, "Quadro della città").waitFor();
        await until(bruno, () => bruno.page.getByText("Serve aiuto?").count());
        assert.ok((await widthOf(bruno.page)) <= 360);
        await accessible(bruno);
        await link(bruno.page, "Vai alle consegne").click();
        await heading(bruno.page, "Consegne").waitFor();
        await settled(bruno);
        await lines(bruno.page, "Consegne")
            .first()
            .getByRole("link", { name: /^Prepara la dichiarazione/ })
            .click();
        await heading(bruno.page, "Prepara la dichiarazione").waitFor();
        await field(bruno.page, "Com'è andato il lavoro").fill("Un'unità in strada tre sere su sette.");
        await bruno.page.getByRole("button", { name: /^Invia alla rete/ }).click();
        await news(bruno.page, "Dichiarazione inviata").waitFor();
        await sees(bruno.page, "Qualità dei dati:");
        await settled(bruno);
        await accessible(bruno);
        const stated = bruno.page.url().split("#")[1];

        // Asked about.
        await goTo(anna, "/monitoring/returns");
        await until(anna, () => city(page, "Bolzano").getByText("Consegnata", { exact: true }).count());
        await city(page, "Bolzano").getByRole("link", { name: "Bolzano", exact: true }).click();
        await heading(page, /^Dichiarazione, /).waitFor();
        await button(page, "Fai una domanda").click();
        await field(page, "La domanda").fill("Com'è andata l'estate?");
        await button(page.getByRole("dialog"), "Invia la domanda").click();
        await news(page, "Domanda inviata").waitFor();
        await button(page, "Accogli la dichiarazione").click();
        await sees(page, "Ci sono ancora domande aperte");

        // Answered and corrected.
        await goTo(bruno, "/monitoring/questions");
        await until(bruno, () => bruno.page.getByText("Com'è andata l'estate?").count());
        await bruno.page.getByRole("link", { name: /Tutta la dichiarazione$/ }).click();
        await field(bruno.page, "Scrivi una risposta").fill("Mancano due uscite: correggiamo.");
        await button(bruno.page, "Invia la risposta").click();
        await news(bruno.page, "Risposta inviata").waitFor();
        await settled(bruno);
        await accessible(bruno);
        await link(bruno.page, "Il numero è sbagliato: correggi la dichiarazione").click();
        await button(bruno.page, "Riapri per correggere").click();
        await field(bruno.page, "Perché va corretta").fill("Due uscite erano rimaste sulla carta.");
        await button(bruno.page.getByRole("dialog"), "Riapri per correggere").click();
        await news(bruno.page, "Dichiarazione riaperta").waitFor();
        await link(bruno.page, "Prepara la nuova versione").click();
        await field(bruno.page, "Com'è andato il lavoro").fill("Un'unità in strada quattro sere.");
        await bruno.page.getByRole("button", { name: /^Invia alla rete/ }).click();
        await news(bruno.page, "Dichiarazione inviata").waitFor();
        await link(bruno.page, "Confronta con la versione prima").click();
        await heading(bruno.page, "Due versioni a confronto").waitFor();
        await sees(bruno.page, "Un'unità in strada quattro sere.");
        await settled(bruno);
        await accessible(bruno);
        assert.notEqual(bruno.page.url().split("#")[1], stated);

        // Accepted.
        await goTo(anna, "/monitoring/returns");
        await until(anna, () => city(page, "Bolzano").getByText("Corretta", { exact: true }).count());
        await city(page, "Bolzano").getByRole("link", { name: "Bolzano", exact: true }).click();
        await sees(page, "Due uscite erano rimaste sulla carta.");
        await button(page, "Accogli la dichiarazione").click();
        await news(page, "Dichiarazione accolta").waitFor();
        await goTo(anna, "/monitoring/returns");
        await city(page, "Bolzano").getByText("Accolta", { exact: true }).waitFor();
        assert.deepEqual(bruno.faults, []);
        await bruno.context.close();
    },
);

for (const [where, on] of [["on a desk", DESK], ["on a phone", PHONE]]) {
    play(`the live board shows what a city has counted a minute ago, ${where}`,
        { as: "direzione@rete", on },
        async (page, visitor) => {
            await chooseInMenu(page, "Rete in diretta");
            await heading(page, "Rete in diretta").waitFor();
            const told = async () => {
                const live = await ask(visitor, "GET", "/api/monitoring/live");
                return JSON.parse(live.text).cities.filter(({ values }) => values.length > 0);
            };
            await until(visitor, async () => (await told()).length === 16);
            await settled(visitor);
            const milano = (await told()).find(({ city: slug }) => slug === "milano");
            const { value } = milano.values.find(({ indicator }) => indicator === "NET-02");
            const shown = value.toLocaleString("it");
            await page.locator(`text="▲ ${shown}"`).or(page.locator(`:visible:text-is("${shown}")`)).first().waitFor();
            assert.ok(milano.values.every(({ breakdown }) => breakdown === "total"));
            const { width } = on.viewport;
            assert.ok((await widthOf(page)) <= width);
            await accessible(visitor);
            // Every figure says how it is counted, and so does the forecast.
            await link(page, "Come si fa la previsione").click();
            await heading(page, "Come si guardano le dichiarazioni").waitFor();
            await sees(page, "L'intervallo è all'80 %");
            await settled(visitor);
            await accessible(visitor);
        },
    );
}
