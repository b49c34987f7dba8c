// SPDX-License-Identifier: EUPL-1.2
// A temporary case from its opening to the service that takes over.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { play } from "./play.mjs";
import {
    button,
    choice,
    chooseInMenu,
    field,
    heading,
    lines,
    link,
    news,
    sees,
    settled,
} from "./visit.mjs";

const HAND_OVER_MISSING =
    "Una presa in carico temporanea si chiude con un passaggio accettato da un altro servizio, " +
    "oppure con un motivo che dica perché non è avvenuto.";

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function openTemporaryCase(page) {
    await field(page, "Cerca una persona").fill("ibrahima sow");
    const found = page.getByRole("list", { name: "Persone trovate" });
    await found.getByRole("link", { name: "Ibrahima Sow" }).first().click();
    await heading(page, "Ibrahima Sow").waitFor();

    await link(page, "Apri presa in carico").click();
    await choice(page, "Tipo", "Presa in carico temporanea").click();
    await field(page, "Fine prevista").fill(inDays(45));
    await field(page, "Zona").selectOption({ index: 2 });
    await choice(page, "Bisogni", "Sanità").click();
    await button(page, "Apri la presa in carico").click();
    await news(page, "Presa in carico aperta").waitFor();
    await heading(page, "Presa in carico").waitFor();
}

async function recordInterview(page) {
    await button(page, "Aggiungi intervento").click();
    const dialog = page.getByRole("dialog", { name: "Aggiungi intervento" });
    await field(dialog, "Intervento").fill("colloquio di serv");
    await dialog.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await field(dialog, "Ore").fill("1,5");
    return dialog;
}

async function close(page, reason) {
    await link(page, "Chiudi la presa in carico").click();
    await choice(page, "Motivo della chiusura", reason).click();
    await button(page, "Chiudi la presa in carico").click();
}

play("a temporary case closes when another service has taken over", { as: "sara@roma" },
    async (page, visitor) => {
        await chooseInMenu(page, "Persone");
        await openTemporaryCase(page);

        const dialog = await recordInterview(page);
        await accessible(visitor);
        await button(dialog, "Salva").click();
        const done = lines(page, "Interventi");
        await done.filter({ hasText: "Colloquio di servizio sociale professionale" }).waitFor();
        await done.getByText("1,5 ore").waitFor();

        // Refused, in a sentence that says what is missing.
        await close(page, "Bisogno risolto");
        await page.getByRole("alert").getByText(HAND_OVER_MISSING).waitFor();
        await accessible(visitor);
        await page.getByRole("link", { name: "Presa in carico" }).last().click();

        await button(page, "Avvia il passaggio").click();
        const sending = page.getByRole("dialog", { name: "Avvia il passaggio" });
        await field(sending, "A quale servizio").fill("Servizio sociale del Municipio VII");
        await button(sending, "Salva").click();
        await sees(page, "non ancora accettato");
        await button(page, "Il servizio ha accettato").click();
        const accepting = page.getByRole("dialog", { name: "Il servizio ha accettato" });
        await button(accepting, "Salva").click();
        await news(page, "Passaggio accettato").waitFor();

        await close(page, "Passaggio ad altro servizio della stessa città");
        await news(page, "Presa in carico chiusa").waitFor();
        await heading(page, "Presa in carico").waitFor();
        await sees(page, "Passaggio ad altro servizio della stessa città");
        assert.equal(await button(page, "Aggiungi intervento").count(), 0);

        await button(page, "Riapri").click();
        await button(page, "Aggiungi intervento").waitFor();
        await link(page, "Chiudi la presa in carico").waitFor();
    },
);

play("an intervention taken back can be had again", { as: "sara@roma" }, async (page, visitor) => {
    await heading(page, "Prese in carico").waitFor();
    await choice(page, "Quali", "Le mie").click();
    await page.getByRole("link", { name: "Amina Diallo" }).first().click();
    await settled(visitor);
    const interview = lines(page, "Interventi").filter({ hasText: "Colloquio" });
    await interview.getByRole("button", { name: /^Annulla/ }).click();
    await interview.getByText("annullato").waitFor();
    await news(page, "Intervento annullato").getByRole("button", { name: "Annulla" }).click();
    await interview.getByText("annullato").waitFor({ state: "detached" });
});
