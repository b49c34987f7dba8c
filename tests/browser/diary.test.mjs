// SPDX-License-Identifier: EUPL-1.2
// The diary of a case on a telephone: a note and who reads it, an appointment, the calendar.
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

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

play("a note kept to a profession, and an appointment in the calendar",
    { as: "sara@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, `/cases/${THINGS.case}`);
        await sees(page, "Accompagnamento in Municipio");
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);

        // What is being written is kept while she looks elsewhere.
        await button(page, "Scrivi una nota").tap();
        const writing = page.getByRole("dialog", { name: "Scrivi una nota" });
        await field(writing, "Nota").fill("Da riprendere con calma, la settimana prossima");
        await choice(writing, "Chi la legge", "Solo la mia professione").tap();
        await settled(visitor);
        await page.reload();
        await settled(visitor);
        await button(page, "Scrivi una nota").tap();
        assert.equal(
            await field(writing, "Nota").inputValue(),
            "Da riprendere con calma, la settimana prossima",
        );
        assert.ok(await choice(writing, "Chi la legge", "Solo la mia professione").isChecked());
        await accessible(visitor);
        await button(writing, "Salva").tap();
        await news(page, "Nota scritta").waitFor();
        const note = lines(page, "Diario").filter({ hasText: "Da riprendere con calma" });
        await note.getByText("Riservata: assistente sociale").waitFor();

        const coordinator = await visit({ as: "marco@roma" });
        await goTo(coordinator, `/cases/${THINGS.case}`);
        await sees(coordinator.page, "Ha chiamato il Municipio");
        assert.equal(await coordinator.page.getByText("Da riprendere con calma").count(), 0);
        assert.deepEqual(coordinator.faults, []);
        await coordinator.context.close();

        await note.getByRole("button", { name: /^Annulla la nota/ }).tap();
        await news(page, "Nota annullata").waitFor();
        await note.getByText("annullata: la vedi solo tu").waitFor();
        await note.getByRole("button", { name: /^Ripristina la nota/ }).tap();
        await note.getByRole("button", { name: /^Correggi la nota/ }).waitFor();

        await button(page, "Aggiungi un appuntamento").tap();
        const meeting = page.getByRole("dialog", { name: "Aggiungi un appuntamento" });
        await button(meeting, "Salva").tap();
        await meeting.getByRole("alert").waitFor();
        await field(meeting, "Per che cosa").fill("Visita al consultorio");
        await field(meeting, "Giorno").fill(inDays(3));
        await field(meeting, "Ora").fill("11:15");
        await field(meeting, "Dove").fill("Via dei Sabelli");
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);
        await button(meeting, "Salva").tap();
        await news(page, "Appuntamento aggiunto").waitFor();
        const coming = lines(page, "Prossimi appuntamenti");
        await coming.filter({ hasText: "Visita al consultorio" }).waitFor();
        await accessible(visitor);

        await goTo(visitor, "/cases");
        await link(page, "I miei appuntamenti").tap();
        await heading(page, "I miei appuntamenti").waitFor();
        await settled(visitor);
        await sees(page, "Visita al consultorio");
        // In numbers too, which say nothing of anybody: tomorrow's, this one, the case that ends.
        await sees(page, /^Domani hai 1 appuntamento, alle \d\d:\d\d$/);
        await sees(page, "2 appuntamenti nei prossimi 7 giorni");
        await sees(page, /pres[ae] in carico temporane[ae] finiscono? entro 14 giorni/);
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);
        const [download] = await Promise.all([
            page.waitForEvent("download"),
            button(page, "Salva nel calendario del telefono").tap(),
        ]);
        assert.equal(download.suggestedFilename(), "lgnet.ics");
        await page.getByRole("link", { name: /Amina/ }).first().tap();
        await heading(page, "Presa in carico").waitFor();

        await settled(visitor);
        const made = coming.filter({ hasText: "Visita al consultorio" });
        await made.getByRole("button", { name: /^Annulla l'appuntamento/ }).tap();
        await news(page, "Appuntamento annullato").getByRole("button", { name: "Annulla" }).tap();
        await made.getByRole("button", { name: /^Annulla l'appuntamento/ }).waitFor();
    },
);
