// SPDX-License-Identifier: EUPL-1.2
// One person, recorded twice: seen before, linked after, and the link undone.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { play } from "./play.mjs";
import { button, chooseInMenu, field, heading, link, news, sees, settled } from "./visit.mjs";

play("who may be known already is shown before, and merged after", { as: "paola@roma" },
    async (page, visitor) => {
        await link(page, "Nuova persona").click();
        await field(page, "Nome").fill("Ibraima");
        await field(page, "Cognome").fill("Sow");
        await field(page, "Anno di nascita").fill("1999");
        await field(page, "Cittadinanza").fill("Senegal");
        await page.getByRole("option", { name: "Senegal" }).click();

        // A card with enough to tell one from another, and why they are alike.
        const similar = page.getByRole("list", { name: "Persone simili" }).getByRole("listitem");
        const known = similar.filter({ hasText: "Ibrahima Sow" });
        await known.getByText("Uomo · del 1999 · Senegal").waitFor();
        await known.getByText(/RM-\d{6} · .+/).waitFor();
        await accessible(visitor);
        const number = /RM-\d{6}/.exec(await known.textContent())[0];

        await button(page, "Salva").click();
        await button(page, "Non è nessuna di queste: aggiungi").click();
        await heading(page, "Ibraima Sow").waitFor();
        await news(page, "Persona aggiunta con il numero").waitFor();

        // It was the same man after all.
        await link(page, "È un doppione?").click();
        await field(page, "Con quale scheda?").fill("Ibrahima Sow");
        const found = page.getByRole("list", { name: "Persone trovate" }).getByRole("listitem");
        await found.filter({ hasText: number }).getByRole("link").click();
        const table = page.getByRole("table", { name: "Le due schede a confronto" });
        await table.getByRole("cell", { name: "Ibrahima", exact: true }).waitFor();
        await table.getByRole("cell", { name: "Ibraima", exact: true }).waitFor();
        await accessible(visitor);
        await page.getByRole("radio", { name: number }).click();
        await button(page, "Unisci: è la stessa persona").click();
        await news(page, "Schede unite").waitFor();

        // One of them is left, and knows the other.
        await heading(page, "Ibrahima Sow").waitFor();
        const merged = page.getByRole("list", { name: "Schede unite a questa" });
        await merged.getByRole("link", { name: "Ibraima Sow" }).waitFor();
        await settled(visitor);
        await accessible(visitor);

        await button(page, "Annulla l'unione").click();
        await news(page, "Unione annullata").waitFor();
        await merged.waitFor({ state: "detached" });
        await chooseInMenu(page, "Persone");
        await field(page, "Cerca una persona").fill("ibraima sow");
        const all = page.getByRole("list", { name: "Persone trovate" });
        await all.getByRole("link", { name: "Ibraima Sow", exact: true }).waitFor();
        await all.getByRole("link", { name: "Ibrahima Sow", exact: true }).waitFor();
    },
);

play("a merge undone from the news that told it", { as: "paola@roma" }, async (page, visitor) => {
    await field(page, "Cerca una persona").fill("fatou ndiaye");
    await page.getByRole("link", { name: "Fatou Ndiaye", exact: true }).click();
    await button(page, "Annulla l'unione").click();
    await news(page, "Unione annullata").waitFor();
    await settled(visitor);
    assert.equal(await page.getByRole("list", { name: "Schede unite a questa" }).count(), 0);

    await link(page, "È un doppione?").click();
    await field(page, "Con quale scheda?").fill("fatoumata");
    await page.getByRole("link", { name: "Fatoumata N'Diaye" }).first().click();
    await button(page, "Unisci: è la stessa persona").click();
    await news(page, "Schede unite").getByRole("button", { name: "Annulla" }).click();
    await news(page, "Unione annullata: le due schede sono com'erano").waitFor();
    await sees(page, "Fatou Ndiaye");
    await settled(visitor);
    assert.equal(await page.getByRole("list", { name: "Schede unite a questa" }).count(), 0);
});
