// SPDX-License-Identifier: EUPL-1.2
// What a person asks about their own data, on a telephone: recorded, printed, answered, and a month
// that runs; then an erasure, which one approves and another carries out.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { THINGS } from "./pages.mjs";
import { play } from "./play.mjs";
import {
    button,
    choice,
    field,
    goTo,
    heading,
    lines,
    news,
    PHONE,
    sees,
    settled,
    visit,
    widthOf,
} from "./visit.mjs";

const part = (page, name) => page.getByRole("heading", { level: 2, name, exact: true });

play("a person asks, gets the paper and an answer",
    { as: "sara@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, `/people/${THINGS.person}`);
        await part(page, "I suoi dati").waitFor();
        const [paper] = await Promise.all([
            page.waitForEvent("download"),
            page
                .locator("section", { has: part(page, "I suoi dati") })
                .getByRole("button", { name: "Apri il foglio" })
                .tap(),
        ]);
        assert.match(paper.suggestedFilename(), /^dati-[a-z]{2}\.pdf$/);

        await button(page, "Registra una richiesta").tap();
        const asking = page.getByRole("dialog", { name: "Registra una richiesta" });
        await button(asking, "Salva").tap();
        await asking.getByRole("alert").waitFor();
        await choice(asking, "Che cosa chiede", "Correggere i propri dati").tap();
        await choice(asking, "Come è arrivata", "Di persona").tap();
        await field(asking, "Con le sue parole").fill("L'anno di nascita non è quello");
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);
        await button(asking, "Salva").tap();
        await news(page, "Richiesta registrata").waitFor();
        const mine = lines(page, "I suoi dati");
        await mine.filter({ hasText: "Correggere i propri dati" }).waitFor();

        await goTo(visitor, "/rights");
        await sees(page, "Amina");
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);
        // Who records does not decide.
        await lines(page, "Diritti della persona")
            .filter({ hasText: "Correggere i propri dati" })
            .getByRole("link")
            .tap();
        await heading(page, "Richiesta").waitFor();
        await settled(visitor);
        await sees(page, "L'anno di nascita non è quello");
        assert.equal(await button(page, "Rispondi").count(), 0);
        await accessible(visitor);
    },
);

play("who coordinates extends, answers, and takes the answer back",
    { as: "marco@roma" },
    async (page, visitor) => {
        await goTo(visitor, `/rights/requests/${THINGS.request}`);
        await button(page, "Proroga").click();
        const longer = page.getByRole("dialog", { name: "Proroga" });
        await choice(longer, "Motivo della proroga", "La richiesta è complessa").click();
        await button(longer, "Salva").click();
        await news(page, "Risposta prorogata").waitFor();
        await sees(page, "prorogata");
        await button(page, "Togli la proroga").click();
        await news(page, "Proroga tolta").waitFor();

        await button(page, "Rispondi").click();
        const answering = page.getByRole("dialog", { name: "Rispondi" });
        await choice(answering, "Esito", "Respinta").click();
        await button(answering, "Salva").click();
        await answering.getByRole("alert").waitFor();
        await field(answering, "Perché no, o non del tutto").selectOption({
            label: "Toccherebbe i diritti di altri",
        });
        await accessible(visitor);
        await button(answering, "Salva").click();
        await news(page, "Risposta registrata").waitFor();
        await button(page, "Ritira la risposta").click();
        await news(page, "Risposta ritirata").waitFor();
        await button(page, "Rispondi").waitFor();
    },
);

play("an erasure approved by one is carried out by another",
    { as: "dpo@roma" },
    async (page, visitor) => {
        await goTo(visitor, "/rights");
        await choice(page, "Quali", "Con risposta").click();
        await lines(page, "Diritti della persona")
            .filter({ hasText: "Fatou" })
            .getByRole("link")
            .click();
        await part(page, "Cancellazione").waitFor();
        await settled(visitor);
        await accessible(visitor);
        assert.equal(await button(page, "Cancella la persona").count(), 0);
        await button(page, "Approva la cancellazione").click();
        await news(page, "Cancellazione approvata").waitFor();
        const address = new URL(page.url()).hash.slice(1);

        const other = await visit({ as: "marco@roma" });
        await goTo(other, address);
        await button(other.page, "Cancella la persona").click();
        const sure = other.page.getByRole("dialog", { name: "Cancellare per sempre?" });
        await accessible(other);
        await button(sure, "Cancella la persona").click();
        await news(other.page, "Cancellazione eseguita").waitFor();
        await settled(other);
        assert.equal(await other.page.getByText("Fatou").count(), 0);
        await goTo(other, "/rights/retention");
        await sees(other.page, "da confermare dal titolare");
        await accessible(other);
        assert.deepEqual(other.faults, []);
        await other.context.close();

        await goTo(visitor, "/rights");
        await heading(page, "Diritti della persona").waitFor();
    },
);
