// SPDX-License-Identifier: EUPL-1.2
// A park that is cared for together, on a telephone: who comes next time, a day of work with one
// tap for each, nobody uninsured, before and after, and what the district has of it.
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

const DAYS = "Giornate di lavoro";
const NEXT = "La prossima volta";
const PARK = /Sentieri puliti alla Caffarella/;
const project = `/civic/projects/${THINGS.project}`;

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const undo = (page, text) => news(page, text).getByRole("button", { name: "Annulla" });

// Green, and nothing else on it.
const GREEN =
    "iVBORw0KGgoAAAANSUhEUgAAABAAAAAMCAIAAADkharWAAAAFUlEQVR42mNIWOBBEmIY1TCq" +
    "ATsCAKjS9gGSYuacAAAAAElFTkSuQmCC";

play("a day of work: who was there, how long, with one tap each", { as: "sara@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, "/civic");
        await heading(page, "Impegno civico").waitFor();
        await sees(page, "Fermo: manca la copertura");
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);
        await page.getByRole("link", { name: PARK }).tap();
        await heading(page, PARK).waitFor();
        await settled(visitor);
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);

        const coming = lines(page, NEXT);
        await coming.filter({ hasText: "Ibrahima Sow" }).waitFor();
        await coming.filter({ hasText: "Nunzia (abitante 1)" }).waitFor();
        assert.equal(await page.getByText("Samuel").count(), 0);

        await button(page, "Aggiungi una giornata").tap();
        const adding = page.getByRole("dialog", { name: "Aggiungi una giornata" });
        await field(adding, "Giorno").fill(inDays(-1));
        await field(adding, "Che cosa si fa").fill("Le foglie del viale");
        await accessible(visitor);
        await button(adding, "Salva").tap();
        await news(page, "Giornata aggiunta").waitFor();
        const day = lines(page, DAYS).filter({ hasText: "Le foglie del viale" });
        await day.getByText("Nessuno segnato ancora").waitFor();
        await day.getByRole("button", { name: /^Chi c'è/ }).tap();

        await button(page, "Ha lavorato: Ibrahima Sow").tap();
        await news(page, "Ibrahima Sow: Ha lavorato").waitFor();
        await day.getByText("Ha lavorato una persona · 3 ore").waitFor();
        await page.getByLabel("Ore di Ibrahima Sow").selectOption({ label: "2,5 ore" });
        await day.getByText("Ha lavorato una persona · 2,5 ore").waitFor();
        await undo(page, "Ibrahima Sow: Ha lavorato").tap();
        await day.getByText("Ha lavorato una persona · 3 ore").waitFor();
        await button(page, "Non è venuto: Nunzia (abitante 1)").tap();
        await news(page, "Nunzia (abitante 1): Non è venuto").waitFor();
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);

        await day.getByRole("button", { name: /^Annulla la giornata/ }).tap();
        await day.waitFor({ state: "detached" });
        await undo(page, "Giornata annullata").tap();
        await day.getByText("Ha lavorato una persona · 3 ore").waitFor();
    },
);

play("nobody works uninsured, and the page says what to do", { as: "sara@roma" },
    async (page, visitor) => {
        await goTo(visitor, project);
        await button(page, "Aggiungi una giornata").click();
        const adding = page.getByRole("dialog", { name: "Aggiungi una giornata" });
        await field(adding, "Giorno").fill("2099-05-01");
        await button(adding, "Salva").click();
        await adding.getByText(/nessuno è assicurato.*Aggiungi una copertura/).waitFor();
        await accessible(visitor);
        await button(adding, "Lascia stare").click();

        await button(page, "Aggiungi una copertura").click();
        const insuring = page.getByRole("dialog", { name: "Aggiungi una copertura" });
        await field(insuring, "Assicurati dal").fill("2099-01-01");
        await field(insuring, "Fino al").fill("2099-12-31");
        await button(insuring, "Salva").click();
        await news(page, "Copertura aggiunta").waitFor();
        await button(page, "Aggiungi una giornata").click();
        await field(adding, "Giorno").fill("2099-05-01");
        await field(adding, "Che cosa si fa").fill("Fra molti anni");
        await button(adding, "Salva").click();
        await news(page, "Giornata aggiunta").waitFor();
        const day = lines(page, DAYS).filter({ hasText: "Fra molti anni" });
        await day.waitFor();
        await undo(page, "Giornata aggiunta").click();
        await day.waitFor({ state: "detached" });
    },
);

play("before and after, and what the district has of it", { as: "paola@roma" },
    async (page, visitor) => {
        await goTo(visitor, project);
        const before = page.getByRole("img", { name: "Il sentiero prima, immagine di esempio" });
        const after = page.getByRole("img", { name: "Il sentiero dopo, immagine di esempio" });
        await before.waitFor();
        await after.waitFor();
        const [left, right] = await Promise.all([before.boundingBox(), after.boundingBox()]);
        assert.equal(Math.round(left.y), Math.round(right.y), "side by side");

        await button(page, "Aggiungi una foto").click();
        const adding = page.getByRole("dialog", { name: "Aggiungi una foto" });
        await adding.getByText(/niente visi/).waitFor();
        await field(adding, "Foto").setInputFiles({
            name: "parco.png",
            mimeType: "image/png",
            buffer: Buffer.from(GREEN, "base64"),
        });
        await choice(adding, "Prima o dopo", "Dopo").click();
        await field(adding, "Che cosa si vede").fill("Le siepi nuove");
        await accessible(visitor);
        await button(adding, "Salva").click();
        await news(page, "Foto aggiunta").waitFor();
        const added = page.getByRole("img", { name: "Le siepi nuove" });
        await added.waitFor();
        await undo(page, "Foto aggiunta").click();
        await added.waitFor({ state: "detached" });

        await button(page, "Scrivi il risultato").click();
        const stating = page.getByRole("dialog", { name: "Che cosa ne ha la zona" });
        await field(stating, "Che cosa è cambiato per chi ci abita").fill("Il viale è pulito");
        await button(stating, "Salva").click();
        await news(page, "Risultato scritto").waitFor();
        await sees(page, "Il viale è pulito");
        await undo(page, "Risultato scritto").click();
        await sees(page, /^Ancora da scrivere/);

        const equipe = await visit({ as: "ines@roma" });
        await goTo(equipe, project);
        await lines(equipe.page, "Chi partecipa").filter({ hasText: "Samuel Weldu" }).waitFor();
        assert.deepEqual(equipe.faults, []);
        await equipe.context.close();
    },
);
