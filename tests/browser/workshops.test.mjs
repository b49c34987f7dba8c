// SPDX-License-Identifier: EUPL-1.2
// Workshops: attendance taken on a telephone without a signal, by who sees first names alone; a
// place that is offered; a certificate.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { THINGS } from "./pages.mjs";
import { play } from "./play.mjs";
import {
    ask,
    button,
    chooseInMenu,
    field,
    goTo,
    heading,
    lines,
    link,
    news,
    PHONE,
    sees,
    settled,
    widthOf,
} from "./visit.mjs";

const PIN = "271828";
const REGISTER = `/workshops/sessions/${THINGS.session}`;

async function prepare(visitor) {
    const { page } = visitor;
    await goTo(visitor, "/phone");
    await field(page, "PIN").fill(PIN);
    await field(page, "PIN, di nuovo").fill(PIN);
    await button(page, "Prepara questo telefono").click();
    await sees(page, "Questo telefono è pronto a lavorare senza segnale.");
    await page.evaluate(() => navigator.serviceWorker.ready);
    await settled(visitor);
}

// What the program knows of somebody at that session.
async function markOf(visitor, called) {
    const address = `/api/workshops/sessions/${THINGS.session}/register`;
    const { items } = JSON.parse((await ask(visitor, "GET", address)).text);
    const found = items.filter((each) => each.called === called);
    assert.equal(found.length, 1, called);
    return `${found[0].mark} ${found[0].minutes}`;
}

play("attendance is taken without a signal, corrected, and arrives once",
    { as: "elvira@roma", on: PHONE },
    async (page, visitor) => {
        await heading(page, "Laboratori").waitFor(); // where her work begins
        await prepare(visitor);
        assert.equal(await markOf(visitor, "Mamadou"), "present 60");

        await visitor.context.setOffline(true);
        await goTo(visitor, "/workshops");
        await link(page, "Laboratorio teatrale").tap();
        await heading(page, "Laboratorio teatrale").waitFor();
        await goTo(visitor, REGISTER);
        const mamadou = lines(page, "Chi c'è").filter({ hasText: "Mamadou" });
        await mamadou.getByText("solo una parte: 1 ora").waitFor();
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);

        await button(page, "Assente: Mamadou").tap();
        await sees(page, "Presenti: 1 su 2");
        await button(page, "Presente: Mamadou").tap();
        await sees(page, "Presenti: 2 su 2");
        assert.equal(await mamadou.getByText("solo una parte:").count(), 0);
        await page.getByText("2 registrazioni in attesa").first().waitFor();

        // The same page again, as the phone has it.
        await goTo(visitor, "/workshops");
        await goTo(visitor, REGISTER);
        await mamadou.getByRole("button", { name: "Assente: Mamadou" }).waitFor();
        await accessible(visitor);

        await visitor.context.setOffline(false);
        await goTo(visitor, "/phone/waiting");
        const sent = page.getByText("Tutto inviato").first();
        const now = button(page, "Invia ora");
        await now.or(sent).first().waitFor();
        // It may have gone by itself meanwhile.
        if (await now.isVisible()) await now.tap({ timeout: 2000 }).catch(() => {});
        await sent.waitFor();
        assert.equal(await markOf(visitor, "Mamadou"), "present 120");
        assert.equal(await markOf(visitor, "Amina"), "present 120");
    },
);

play("who leads a workshop finds first names, and nobody else", { as: "elvira@roma" },
    async (page, visitor) => {
        await goTo(visitor, REGISTER);
        await sees(page, "Amina");
        for (const name of ["Diallo", "Barry", "Samuel"])
            assert.equal(await page.getByText(name).count(), 0, name);
        for (const path of [
            "/people",
            `/people/${THINGS.person}`,
            "/cases",
            `/workshops/${THINGS.workshop}/people`,
            "/monitoring/indicators",
        ]) {
            await goTo(visitor, path);
            await heading(page, "Questa pagina non c'è").waitFor();
        }
    },
);

play("a free place is offered to whoever has waited, and can be taken back", { as: "paola@roma" },
    async (page, visitor) => {
        await chooseInMenu(page, "Laboratori");
        await sees(page, "1 ponte verso cultura, arte o media.");
        await accessible(visitor);
        await link(page, "Italiano di base").click();
        await link(page, "Iscritti e lista d'attesa").click();
        const offer = "C'è un posto libero: la prossima persona è Fatou Ndiaye";
        await sees(page, offer);
        await settled(visitor);
        await accessible(visitor);
        await button(page, "Dai il posto").click();
        const given = news(page, "Posto dato");
        await given.waitFor();
        await lines(page, "Con un posto").filter({ hasText: "Fatou Ndiaye" }).waitFor();
        assert.equal(await page.getByText(offer).count(), 0);
        await given.getByRole("button", { name: "Annulla" }).click();
        await sees(page, offer);

        // Hours went from the register to the certificate without being typed again.
        await goTo(visitor, `/workshops/${THINGS.workshop}/people`);
        const amina = lines(page, "Con un posto").filter({ hasText: "Amina Diallo" });
        await amina.getByText("4 ore su 4 ore").waitFor();
        const [download] = await Promise.all([
            page.waitForEvent("download"),
            button(page, "Stampa l'attestato: Amina Diallo").click(),
        ]);
        assert.match(download.suggestedFilename(), /^attestato-.+\.pdf$/);
        await accessible(visitor);
    },
);
