// SPDX-License-Identifier: EUPL-1.2
// Around an outing: stops, material, activities, the sheet that closes it; where and when.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { play } from "./play.mjs";
import {
    button,
    choice,
    chooseInMenu,
    field,
    goTo,
    heading,
    lines,
    link,
    list,
    news,
    PHONE,
    sees,
    settled,
    widthOf,
} from "./visit.mjs";

play("the closing sheet says what is missing until nothing is", { as: "giulia@roma", on: PHONE },
    async (page, visitor) => {
        await list(page, "Unità mobile 1 – Termini").getByRole("link").tap();
        await link(page, "Tappe, materiale e foglio di chiusura").tap();
        await heading(page, "Foglio di chiusura").waitFor();
        await sees(page, "Quanto è rimasto del materiale caricato");
        await settled(visitor);
        await accessible(visitor);
        assert.equal(await widthOf(page), PHONE.viewport.width);

        await page.getByRole("button", { name: "Modifica: Coperte" }).tap();
        const dialog = page.getByRole("dialog");
        await field(dialog, "Rimasti").fill("26");
        await button(dialog, "Salva").tap();
        await sees(page, /Non può essere rimasto più di quanto/);
        await accessible(visitor);
        await field(dialog, "Rimasti").fill("6");
        await button(dialog, "Salva").tap();
        await news(page, "Materiale contato").waitFor();
        await lines(page, "Materiale").getByText("caricati 20, rimasti 6: dati 14").waitFor();

        const stop = lines(page, "Tappe").filter({ hasText: "Via Marsala" });
        await button(stop, "Correggi").tap();
        await field(dialog, "Ora").fill("21:30");
        await field(dialog, "Nota per l'unità").fill("Portare coperte");
        await accessible(visitor);
        await button(dialog, "Salva").tap();
        await stop.getByText(/21:30/).waitFor();
        await button(stop, "Saltata").tap();
        await accessible(visitor);
        await choice(dialog, "Motivo", "Maltempo").tap();
        await stop.getByText(/Maltempo · Giulia Ferri/).waitFor();
        await button(stop, "Da fare").tap();
        await button(stop, "Fatta, nessuno").tap();
        await stop.getByText("Fatta, nessuno incontrato").waitFor();

        await button(page, "Aggiungi un'attività").tap();
        await choice(dialog, "Compito", "Segretariato sociale").tap();
        await field(dialog, "Che cosa avete fatto").fill("Chiamato il 118 per informazioni");
        await accessible(visitor);
        await button(dialog, "Salva").tap();
        const activity = lines(page, "Attività").filter({ hasText: "Chiamato il 118" });
        await activity.getByRole("button", { name: "Annulla" }).tap();
        await activity.getByText("annullata").waitFor();
        await settled(visitor);
        assert.equal(await page.getByText("Quanto è rimasto del materiale caricato").count(), 0);
        await accessible(visitor);
    },
);

play("a coordinator puts a proposal into the plan of a unit", { as: "marco@roma" },
    async (page, visitor) => {
        await chooseInMenu(page, "Dove e quando");
        await page.getByRole("table").waitFor();
        await settled(visitor);
        await accessible(visitor);
        const proposals = lines(page, "Proposte per i prossimi sette giorni");
        await proposals.filter({ hasText: /settimane su 12/ }).first().waitFor();
        await page.getByText("Contatti per zona: tutto il giorno").first().waitFor();
        await choice(page, "Momento", "Sera, 18-22").click();
        await page.getByText("Contatti per zona: Sera, 18-22").first().waitFor();
        await page.getByText("I dati in tabella").click();
        await accessible(visitor);
        const many = await proposals.count();
        const planned = await lines(page, "In programma").count();
        await proposals.first().getByRole("button", { name: "Metti in programma" }).click();
        await news(page, "Tappa messa in programma").waitFor();
        await settled(visitor);
        assert.equal(await lines(page, "In programma").count(), planned + 1);
        assert.ok((await proposals.count()) <= many);
        await lines(page, "In programma").last().getByRole("button", { name: "Togli" }).click();
        await news(page, "Tappa tolta dal programma").waitFor();
        await goTo(visitor, "/shifts/hotspots");
        await accessible(visitor);
    },
);
