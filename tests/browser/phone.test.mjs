// SPDX-License-Identifier: EUPL-1.2
// An evening of a mobile unit, with one thumb.
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
    PHONE,
    sees,
    settled,
} from "./visit.mjs";

const OUTING = "Unità mobile 1 – Termini";
const BASIC_GOODS = "Beni di prima necessità (cibo, coperte, igiene)";
const TAPS_MAX = 10;

const contacts = (page) => lines(page, "Contatti dell'uscita");

async function openTonight(visitor) {
    await heading(visitor.page, "Stasera").waitFor();
    const tonight = visitor.page.getByRole("list", { name: OUTING, exact: true });
    await tonight.getByRole("link").tap();
    await heading(visitor.page, OUTING).waitFor();
    await settled(visitor);
}

// What the thumb does from here on; a tap on a label and the click it causes are one.
async function countTaps(page) {
    await page.evaluate(() => {
        window.taps = 0;
        addEventListener("pointerdown", () => window.taps++, { capture: true });
    });
    return () => page.evaluate(() => window.taps);
}

play("a contact without a name takes ten taps at most", { as: "giulia@roma", on: PHONE },
    async (page, visitor) => {
        await openTonight(visitor);
        const before = await contacts(page).count();
        const taps = await countTaps(page);

        await link(page, "Registra un contatto").tap();
        // Where the last one was: nothing to choose again.
        await button(page, "Modifica dove e quando").waitFor();
        await choice(page, "Genere", "Uomo").tap();
        await choice(page, "Età apparente", "Adulto (18-60 anni)").tap();
        await choice(page, "Lingue", "Arabo").tap();
        await choice(page, "Che cosa si è fatto", BASIC_GOODS).tap();
        await choice(page, "Circostanze viste o dette", "Senza dimora (ETHOS 1-2)").tap();
        await choice(page, "Com'è finita", "Nuovo incontro concordato").tap();
        await button(page, "Salva").tap();
        await news(page, "Contatto registrato").waitFor();

        assert.ok((await taps()) <= TAPS_MAX, `${await taps()} taps`);
        await settled(visitor);
        assert.equal(await contacts(page).count(), before + 1);
        const newest = contacts(page).first();
        await newest.getByRole("link", { name: "Senza nome, Uomo, Adulto (18-60 anni)" }).waitFor();
        await newest.getByText("Nuovo incontro concordato").waitFor();
    },
);

play("a nickname, a group, and each taken back", { as: "giulia@roma", on: PHONE },
    async (page, visitor) => {
        await openTonight(visitor);
        await link(page, "Registra un contatto").tap();
        await choice(page, "Chi è", "Soprannome").tap();
        await field(page, "Soprannome").fill("Zio Karim");
        await choice(page, "Com'è finita", "Solo informazioni").tap();
        await button(page, "Salva").tap();
        await link(page, "“Zio Karim”").waitFor();

        await news(page, "Contatto registrato").getByRole("button", { name: "Annulla" }).tap();
        await news(page, "Registrazione annullata").waitFor();
        // Marked, not deleted: and it can be had back.
        const taken = contacts(page).filter({ hasText: "Zio Karim" });
        await taken.getByText("annullato").waitFor();
        await taken.getByRole("button", { name: "Ripristina" }).tap();
        await taken.getByText("annullato").waitFor({ state: "detached" });

        await link(page, "Conta un gruppo").tap();
        await field(page, "Persone viste").fill("37");
        await button(page, "Uno in più: Persone viste").tap();
        await button(page, "Uno in più: Di cui minori").tap();
        await button(page, "Uno in più: Di cui minori").tap();
        await accessible(visitor);
        await button(page, "Salva").tap();
        const group = lines(page, "Gruppi visti").filter({ hasText: "38 persone viste" });
        await group.getByText("2 minori").waitFor();

        await news(page, "Gruppo registrato").getByRole("button", { name: "Annulla" }).tap();
        await news(page, "Gruppo annullato").waitFor();
        await group.waitFor({ state: "detached" });
    },
);

play("a contact becomes a person and back", { as: "giulia@roma", on: PHONE },
    async (page, visitor) => {
        await openTonight(visitor);
        await link(page, "“Il Professore”").tap();
        await sees(page, "Non sappiamo ancora chi è");
        await link(page, "Diventa una persona").tap();
        await button(page, "È una persona nuova").tap();
        // What the contact knows need not be typed.
        assert.equal(await field(page, "Soprannome").inputValue(), "Il Professore");
        assert.ok(await choice(page, "Genere", "Uomo").isChecked());

        await field(page, "Nome").fill("Ibraima");
        await field(page, "Cognome").fill("Sow");
        await field(page, "Anno di nascita").fill("1999");
        // Those who may be the same come first, and saving leads to them.
        const similar = page.getByRole("list", { name: "Persone simili" });
        await similar.getByRole("listitem").filter({ hasText: "Ibrahima Sow" }).waitFor();
        await accessible(visitor);
        await button(page, "Salva la persona").tap();
        const focused = page.getByRole("region", { name: "Persone simili" });
        assert.ok(await focused.evaluate((part) => part === document.activeElement));

        await button(page, "Non è nessuna di queste: aggiungi").tap();
        await heading(page, "Ibraima Sow “Il Professore”").waitFor();
        await settled(visitor);
        assert.equal(await lines(page, "Storia dei contatti").count(), 1);

        await news(page, "Il contatto è diventato una persona")
            .getByRole("button", { name: "Annulla" })
            .tap();
        await heading(page, "“Il Professore”").waitFor();
        await sees(page, "Non sappiamo ancora chi è");

        // Nothing is left of the person.
        await chooseInMenu(page, "Persone");
        await field(page, "Cerca una persona").fill("ibraima sow");
        const found = page.getByRole("list", { name: "Persone trovate" });
        await found.getByText("Ibrahima Sow").waitFor(); // known before
        assert.equal(await found.getByText("Ibraima Sow").count(), 0);
    },
);
