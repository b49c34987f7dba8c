// SPDX-License-Identifier: EUPL-1.2
// What is made of the answers: the matrix that says why it shows nothing yet, an answer that is
// coded and taken back, a theme, files and the report; and what the coordinator does not see.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { play } from "./play.mjs";
import {
    button,
    choice,
    field,
    goTo,
    heading,
    news,
    PHONE,
    sees,
    settled,
    visit,
    widthOf,
} from "./visit.mjs";

const WAVE = "01900000-0000-7000-8000-000000302001";
const TRIAL = "01900000-0000-7000-8000-000000302005";

play("an answer is coded by one who sees nobody else's finding, and taken back",
    { as: "fulvia@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, `/survey/waves/${TRIAL}/coding`);
        await heading(page, "Risposte aperte").waitFor();
        await sees(page, "Da codificare: 2");
        await sees(page, "In attesa: 1");
        await settled(visitor);
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);

        const answer = page
            .getByRole("article")
            .filter({ hasText: "Posti letto per donne sole" });
        await answer.getByText("Non si può citare").waitFor();
        await answer.getByRole("button", { name: /^Codifica la risposta di/ }).tap();
        const coding = page.getByRole("dialog", { name: /^Codifica la risposta di/ });
        await choice(coding, "Temi", "Attese e code").tap();
        // One that was retired is not offered.
        assert.equal(await choice(coding, "Temi", "Varie").count(), 0);
        await accessible(visitor);
        await button(coding, "Salva").tap();
        await news(page, "Codifica salvata").waitFor();
        await answer.getByText("Ha trovato: Attese e code").waitFor();
        await sees(page, "Da codificare: 1");
        await answer.getByRole("button", { name: /^Annulla la mia codifica/ }).tap();
        await news(page, "Codifica annullata").waitFor();
        await sees(page, "Da codificare: 2");

        await button(page, "Aggiungi un tema").tap();
        const theme = page.getByRole("dialog", { name: "Aggiungi un tema" });
        await field(theme, "Codice").fill("donne");
        await field(theme, "Nome").fill("Posti per donne sole");
        await field(theme, "Quando si usa e quando no").fill("Chi chiede posti per donne");
        await button(theme, "Salva").tap();
        await news(page, "Tema salvato").waitFor();
        await sees(page, "DONNE");
        await button(page, "Ritira Posti per donne sole").tap();
        await news(page, "Tema ritirato").getByRole("button", { name: "Annulla" }).tap();
        await button(page, "Ritira Posti per donne sole").waitFor();

        await button(page, "Mostra le frasi").tap();
        await sees(page, "Una stanza che costi meno, e un contratto per la residenza");
        await settled(visitor);
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);
    },
);

play("figures that are too uncertain say so, and files leave with the report",
    { as: "fulvia@roma" },
    async (page, visitor) => {
        await goTo(visitor, `/survey/waves/${WAVE}/matrix`);
        await heading(page, "Matrice dei bisogni").waitFor();
        await sees(page, "Bisogni di Roma, autunno");
        await sees(page, /non si mostra: Meno di 30 interviste/);
        await sees(page, "Come sono fatti i conti");
        await settled(visitor);
        await accessible(visitor);
        await choice(page, "Che cosa si guarda", "Sommerso").click();
        await sees(page, /Bisogno sommerso: di chi lo ha/);

        await button(page, "Scrivi dei totali").click();
        const totals = page.getByRole("dialog", { name: "Scrivi dei totali" });
        await field(totals, "Fonte").fill("Anagrafe - esempio");
        await field(totals, "Gruppi e totali").fill("F 12000\nM 14000");
        await accessible(visitor);
        await button(totals, "Salva").click();
        await news(page, "Totali scritti").waitFor();
        await sees(page, /Anagrafe - esempio/);
        await page.getByRole("button", { name: /^Togli i totali per Genere/ }).click();
        await news(page, "Totali tolti").waitFor();
        await sees(page, "Nessun totale: i pesi seguono solo l’estrazione.");

        await goTo(visitor, `/survey/waves/${WAVE}/exports`);
        await heading(page, "Dati e rapporto").waitFor();
        await settled(visitor);
        await accessible(visitor);
        const [report] = await Promise.all([
            page.waitForEvent("download"),
            button(page, "Scarica il rapporto (PDF)").click(),
        ]);
        assert.equal(report.suggestedFilename(), "rapporto-bisogni.pdf");
        await choice(page, "Formato", "SPSS (.sav)").click();
        const [file] = await Promise.all([
            page.waitForEvent("download"),
            button(page, "Scarica le risposte").click(),
        ]);
        assert.equal(file.suggestedFilename(), "rilevazione-migrant.sav");

        await goTo(visitor, `/survey/waves/${WAVE}/emerging`);
        await heading(page, "Che cosa emerge").waitFor();
        await button(page, "Mostra le parole").click();
        await sees(page, "contratto");
        await settled(visitor);
        await accessible(visitor);

        // Marco sees figures, and no word that anybody said.
        const coordinator = await visit({ as: "marco@roma" });
        await goTo(coordinator, `/survey/waves/${TRIAL}/emerging`);
        await sees(coordinator.page, "Affitti troppo alti");
        assert.equal(await coordinator.page.getByText("Mostra le parole").count(), 0);
        assert.deepEqual(coordinator.faults, []);
        await coordinator.context.close();
    },
);
