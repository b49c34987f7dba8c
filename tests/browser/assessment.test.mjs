// SPDX-License-Identifier: EUPL-1.2
// How somebody is, signed by two professions; the early warning; a case that goes on longer.
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

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

play("an assessment is signed by two professions and closed", { as: "sara@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, `/cases/${THINGS.case}`);
        await sees(page, "La situazione si fa più difficile");
        await sees(page, "88, grave");
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);

        // The open one: what Sara has written is kept while she looks elsewhere.
        await lines(page, "Tutte le valutazioni").first().getByRole("link").tap();
        await heading(page, "Valutazione multidimensionale").waitFor();
        await settled(visitor);
        await accessible(visitor);
        const home = page.getByRole("region", { name: "Casa" });
        await home.getByRole("button", { name: "Correggi la mia parte: Casa" }).tap();
        await choice(home, "Dove dorme", "Un posto che scade entro tre mesi").tap();
        await settled(visitor);
        await page.reload();
        await settled(visitor);
        assert.ok(
            await choice(home, "Dove dorme", "Un posto che scade entro tre mesi").isChecked(),
        );
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);
        await button(home, "Firma la mia parte").tap();
        await news(page, "Parte firmata").waitFor();
        await home.getByText("Un posto che scade entro tre mesi").waitFor();

        const coordinator = await visit({ as: "marco@roma" });
        await goTo(coordinator, `/cases/assessments/${THINGS.assessment_open}`);
        const work = coordinator.page.getByRole("region", { name: "Lavoro e reddito" });
        await work.getByRole("button", { name: "Scrivi la mia parte: Lavoro e reddito" }).click();
        await sees(coordinator.page, "Firmi come: coordinatore.");
        await button(work, "Firma la mia parte").click();
        await sees(coordinator.page, "Se non si è chiesto niente, la nota dice perché.");
        await choice(work, "Di che cosa vive", "Entrate saltuarie").click();
        await button(work, "Firma la mia parte").click();
        await news(coordinator.page, "Parte firmata").waitFor();
        await accessible(coordinator);
        assert.deepEqual(coordinator.faults, []);
        await coordinator.context.close();

        await page.reload();
        await settled(visitor);
        await sees(page, /^Coordinatore, Marco Valli/);
        await button(page, "Chiudi la valutazione").tap();
        await news(page, "Valutazione chiusa").waitFor();
        assert.equal(await home.getByRole("button", { name: /mia parte/ }).count(), 0);
    },
);

play("an assessment begun by mistake is taken back", { as: "sara@roma" }, async (page, visitor) => {
    await goTo(visitor, `/cases/${THINGS.case}`);
    await button(page, "Inizia una valutazione").click();
    const dialog = page.getByRole("dialog", { name: "Inizia una valutazione" });
    await choice(dialog, "Con quale strumento", "Famiglia con figli").click();
    await accessible(visitor);
    await button(dialog, "Salva").click();
    await news(page, "Valutazione iniziata").waitFor();
    await sees(page, "Figli e scuola");
    await button(page, "Chiudi la valutazione").click();
    await page.getByRole("alert").getByText(/Mancano ancora: Casa, Salute/).waitFor();
    await button(page, "Annulla la valutazione").click();
    await news(page, "Valutazione annullata").waitFor();
    await accessible(visitor);
});

play("a temporary case is extended, with its reason", { as: "sara@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, `/cases/${THINGS.case}`);
        await button(page, "Proroga").tap();
        const dialog = page.getByRole("dialog", { name: "Prorogare una presa in carico temporanea" });
        await field(dialog, "Nuova fine").fill(inDays(400));
        await choice(dialog, "Motivo", "Manca un posto dove accoglierla").tap();
        await button(dialog, "Salva").tap();
        await sees(dialog, /Una proroga arriva al massimo a 180 giorni/);
        await accessible(visitor);
        await field(dialog, "Nuova fine").fill(inDays(40));
        await field(dialog, "Nota").fill("Il posto si libera il mese prossimo");
        await button(dialog, "Salva").tap();
        await news(page, "Presa in carico prorogata").waitFor();
        const made = lines(page, "Proroghe").filter({ hasText: "Il posto si libera" });
        await made.waitFor();
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);
        await made.getByRole("button", { name: /^Annulla la proroga/ }).tap();
        await news(page, "Proroga tolta").waitFor();
        await settled(visitor);
        assert.equal(await made.count(), 0);
    },
);
