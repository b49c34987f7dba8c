// SPDX-License-Identifier: EUPL-1.2
// Somebody else's case: opened by night in an emergency, on a telephone; asked for, and granted by
// who keeps it; and what the data-protection officer sees of it.
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
    link,
    news,
    PHONE,
    sees,
    settled,
    visit,
    widthOf,
} from "./visit.mjs";

const WORDS = "Non risponde alle domande, il 118 chiede che farmaci prende";
const WHY = "La incontriamo ogni sera: per non chiederle tutto da capo";

play("a unit breaks the glass by night", { as: "giulia@roma", on: PHONE }, async (page, visitor) => {
    await goTo(visitor, `/people/${THINGS.person}`);
    await sees(page, "Chiedi a Sara Marchetti");
    await button(page, "Emergenza: apri ora").tap();
    const asking = page.getByRole("dialog", { name: "Emergenza: apri ora" });
    await sees(asking, "per tre ore");
    await choice(asking, "Che cosa succede", "Emergenza sanitaria").tap();
    await field(asking, "Racconta in due parole").fill("Sta male");
    await button(asking, "Apri per tre ore").tap();
    await asking.getByText("Scrivi che cosa succede").first().waitFor();
    await accessible(visitor);
    assert.ok((await widthOf(page)) <= 360);
    await field(asking, "Racconta in due parole").fill(WORDS);
    await button(asking, "Apri per tre ore").tap();

    // She reads, and there is nothing to write with.
    await heading(page, "Presa in carico").waitFor();
    await settled(visitor);
    await sees(page, "Aperta in emergenza: la leggi fino alle");
    await sees(page, "Si legge soltanto");
    await sees(page, "Ha chiamato il Municipio");
    for (const name of ["Scrivi una nota", "Aggiungi un appuntamento", "Scrivi il progetto"])
        assert.equal(await button(page, name).count(), 0, name);
    assert.equal(await link(page, "Modifica").count(), 0);
    await accessible(visitor);
    assert.ok((await widthOf(page)) <= 360);

    // Sara sees who was there, and why.
    const worker = await visit({ as: "sara@roma" });
    await goTo(worker, `/cases/${THINGS.case}`);
    const opened = lines(worker.page, "Aperture in emergenza").filter({ hasText: WORDS });
    await opened.getByText("Giulia Ferri").waitFor();
    assert.deepEqual(worker.faults, []);
    await worker.context.close();

    // The officer judges it, without a name of who was in need.
    const officer = await visit({ as: "dpo@roma" });
    await goTo(officer, "/cases/emergencies");
    const access = lines(officer.page, "Accessi in emergenza").filter({ hasText: WORDS });
    await access.getByText("da valutare").waitFor();
    assert.equal(await officer.page.getByText("Amina").count(), 0);
    await accessible(officer);
    await access.getByRole("button", { name: /^Valuta l'accesso di Giulia Ferri/ }).click();
    const judging = officer.page.getByRole("dialog");
    await choice(judging, "Valutazione", "Era motivato").click();
    await accessible(officer);
    await button(judging, "Salva").click();
    await news(officer.page, "Valutazione salvata").waitFor();
    await access.getByText("Era motivato: Irene Galli").waitFor();
    assert.deepEqual(officer.faults, []);
    await officer.context.close();

    await button(page, "Ho finito: chiudi l'accesso").tap();
    await news(page, "Accesso in emergenza chiuso").waitFor();
    await sees(page, "Chiedi a Sara Marchetti");
    await button(page, "Emergenza: apri ora").waitFor();
});

play("a unit asks to see, and who keeps the case says yes",
    { as: "omar@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, `/people/${THINGS.person}`);
        await button(page, "Chiedi di vedere").tap();
        const asking = page.getByRole("dialog", { name: "Chiedi di vedere" });
        await field(asking, "Perché").fill(WHY);
        await accessible(visitor);
        await button(asking, "Invia la richiesta").tap();
        await news(page, "Richiesta inviata").waitFor();
        await button(page, "Ritira la richiesta").waitFor();
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);

        const worker = await visit({ as: "sara@roma" });
        await goTo(worker, "/cases");
        await link(worker.page, "Rispondi alle richieste").click();
        await heading(worker.page, "Richieste di accesso").waitFor();
        await settled(worker);
        await accessible(worker);
        const request = lines(worker.page, "Richieste di accesso").filter({ hasText: WHY });
        await request.getByRole("button", { name: "Concedi l'accesso a Omar Benali" }).click();
        const granting = worker.page.getByRole("dialog");
        assert.equal(await field(granting, "Per quanti giorni").inputValue(), "7");
        await field(granting, "Per quanti giorni").fill("2");
        await accessible(worker);
        await button(granting, "Salva").click();
        await news(worker.page, "Accesso concesso").waitFor();
        await request.getByText("Accesso concesso").waitFor();

        await goTo(visitor, "/cases/requests");
        await lines(page, "Richieste di accesso").filter({ hasText: WHY }).getByRole("link").tap();
        await heading(page, "Presa in carico").waitFor();
        await settled(visitor);
        await sees(page, "La leggi con un permesso");
        await accessible(visitor);

        // Taken back, it is not there any more.
        await request.getByRole("button", { name: "Togli l'accesso a Omar Benali" }).click();
        await news(worker.page, "Accesso tolto").waitFor();
        assert.deepEqual(worker.faults, []);
        await worker.context.close();
        await goTo(visitor, `/people/${THINGS.person}`);
        await button(page, "Chiedi di vedere").waitFor();
        await sees(page, "Accesso tolto");
    },
);
