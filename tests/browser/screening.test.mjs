// SPDX-License-Identifier: EUPL-1.2
// A short look in the street, the warning that comes of it, and who answers.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { play } from "./play.mjs";
import {
    button,
    choice,
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

const OUTING = "Unità mobile 1 – Termini";
const SLEEPS = "Dorme in strada o in un riparo di fortuna";
const UNWELL = "Sta male o ha una malattia grave";
const WARNED = "Salute o disagio psichico gravi, e dorme in strada";

async function mark(page, what, severity, source) {
    await choice(page, "Che cosa c'è", what).tap();
    await choice(page, `${what}: quanto pesa adesso`, severity).tap();
    await choice(page, `${what}: da dove lo sai`, source).tap();
}

play("a unit looks at somebody whom it meets", { as: "giulia@roma", on: PHONE },
    async (page, visitor) => {
        await list(page, OUTING).getByRole("link").tap();
        await link(page, "Registra un contatto").first().tap();
        await choice(page, "Chi è", "Persona nota").tap();
        await field(page, "Cerca la persona").fill("Ibrahima");
        const known = lines(page, "Persone trovate").filter({ hasText: "Ibrahima Sow" });
        await known.getByRole("button", { name: "È questa" }).tap();
        await choice(page, "Com'è finita", "Solo informazioni").tap();
        await button(page, "Salva").tap();
        await heading(page, OUTING).waitFor();
        await link(page, /Ibrahima/).first().tap();
        await link(page, "Fai uno screening").tap();
        await sees(page, "Ibrahima Sow");
        await settled(visitor);
        await accessible(visitor);
        assert.equal(await widthOf(page), PHONE.viewport.width);

        await mark(page, SLEEPS, "Seria", "L'abbiamo visto");
        await choice(page, "Che cosa c'è", UNWELL).tap();
        await button(page, "Salva").tap();
        await sees(page, /quanto pesa adesso/);
        await choice(page, `${UNWELL}: quanto pesa adesso`, "Grave").tap();
        await choice(page, `${UNWELL}: da dove lo sai`, "Lo dice la persona").tap();
        await accessible(visitor);
        await button(page, "Salva").tap();
        await news(page, "Screening registrato").waitFor();

        // She wrote it down herself, and so reads what it warned of.
        await goTo(visitor, "/screening/warnings");
        await lines(page, "Allerte").filter({ hasText: WARNED }).waitFor();
        await settled(visitor);
        await accessible(visitor);
        assert.equal(await widthOf(page), PHONE.viewport.width);
        assert.equal(await page.getByText("tratta").count(), 0, "what Omar saw is not hers to read");
    },
);

play("who is at the desk does not read what few may", { as: "paola@roma" },
    async (page, visitor) => {
        await goTo(visitor, "/screening/warnings");
        await lines(page, "Allerte").first().waitFor();
        assert.equal(await page.getByText(WARNED).count(), 0);
    },
);

play("a social worker answers, and takes it back", { as: "sara@roma" }, async (page, visitor) => {
    await goTo(visitor, "/screening/warnings");
    await sees(page, /allert. aspetta/);
    await settled(visitor);
    await accessible(visitor);
    const line = lines(page, "Allerte").filter({ hasText: WARNED }).filter({ hasText: "Ibrahima" });
    await line.getByRole("button", { name: "Rispondi" }).click();
    const dialog = page.getByRole("dialog");
    await choice(dialog, "Che cosa si fa", "Ce ne occupiamo noi").click();
    await field(dialog, "Nota").fill("Visita domattina");
    await accessible(visitor);
    await button(dialog, "Salva").click();
    await news(page, "Risposta registrata").waitFor();
    await settled(visitor);
    assert.equal(await line.count(), 0);

    await choice(page, "Quali", "Con risposta").click();
    await line.getByText("Visita domattina").waitFor();
    await settled(visitor);
    await accessible(visitor);
    await line.getByRole("button", { name: "Ritira la risposta" }).click();
    await news(page, "Risposta ritirata").waitFor();

    // On the person's page stands what was found; made by mistake, it is cancelled and had back.
    await choice(page, "Quali", "Aspettano").click();
    await line.getByRole("link").click();
    const found = lines(page, "Screening").filter({ hasText: "Grave malattia (grave)" });
    await found.getByRole("button", { name: "Annulla lo screening" }).click();
    await news(page, "Screening annullato").waitFor();
    await found.getByRole("button", { name: "Ripristina" }).click();
    await found.getByText(/^\d allert/).waitFor();
    await settled(visitor);
    await accessible(visitor);
    await found.getByRole("link", { name: "Correggi" }).click();
    await heading(page, "Screening").waitFor();
    await choice(page, `${UNWELL}: quanto pesa adesso`, "Lieve").click();
    await button(page, "Salva").click();
    await news(page, "Screening corretto").waitFor();
    await goTo(visitor, "/screening/warnings");
    await lines(page, "Allerte").first().waitFor();
    await settled(visitor);
    assert.equal(await line.count(), 0, "what did not hold after all waits no more");
});
