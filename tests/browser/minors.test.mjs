// SPDX-License-Identifier: EUPL-1.2
// A minor is entrusted to the équipe at night, and from then on is there for the équipe alone; a
// step that was late is written down, and taken back; a term of the city.
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
    widthOf,
} from "./visit.mjs";

play("who entrusts a minor does not find them any more", { as: "giulia@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, "/people/new");
        await field(page, "Nome").fill("Efosa");
        await field(page, "Cognome").fill("Ighodaro");
        await field(page, "Anno di nascita").fill("2010");
        await button(page, "Salva").tap();
        await heading(page, "Efosa Ighodaro").waitFor();
        const address = page.url();

        await link(page, "Affida all'équipe minori").tap();
        await sees(page, "Dopo, solo l'équipe minori legge questa persona");
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);
        await choice(page, "Non accompagnato", "Sì").tap();
        await button(page, "Affida all'équipe minori").tap();
        await news(page, "Affidato: ora se ne occupa l'équipe minori").waitFor();

        await goTo(visitor, new URL(address).hash.slice(1));
        await sees(page, "Non c'è, o non è visibile con il tuo ruolo.");
        await goTo(visitor, "/people");
        await field(page, "Cerca una persona").fill("Ighodaro");
        await settled(visitor);
        await page.waitForTimeout(600); // the search begins a moment after the typing
        await settled(visitor);
        assert.equal(await page.getByText("Ighodaro").count(), 0);
    },
);

play("a late step is written down and taken back", { as: "ines@roma" }, async (page, visitor) => {
    await goTo(visitor, "/minors");
    await heading(page, "Équipe minori").waitFor();
    await sees(page, "Per un minore c'è un termine scaduto.");
    await link(page, "Samuel Weldu").click();
    await heading(page, "Scheda del minore").waitFor();
    await sees(page, "Solo l'équipe minori legge questa scheda");
    const asked = lines(page, "Termini").filter({ hasText: "Richiesta di nomina del tutore" });
    await asked.filter({ hasText: "Scaduto" }).waitFor();
    await accessible(visitor);

    await button(page, "Fatto: Richiesta di nomina del tutore").click();
    await accessible(visitor);
    await button(page, "Salva").click();
    const told = news(page, "Passo registrato");
    await told.waitFor();
    await asked.filter({ hasText: "Fatto in ritardo" }).waitFor();
    await told.getByRole("button", { name: "Annulla" }).click();
    await asked.filter({ hasText: "Scaduto" }).waitFor();

    await goTo(visitor, "/minors/sinba");
    await sees(page, "1 scheda pronta");
    await field(page, "Codice dell'ente in SIUSS").fill("RM-0001");
    await field(page, "Codice fiscale di chi lo invia").fill("RSSMRA80A01H501U");
    const download = page.waitForEvent("download");
    await button(page, "Scarica il file").click();
    assert.match((await download).suggestedFilename(), /\.xml$/);
});

play("what SINBA does not require is asked where it may be known", { as: "ines@roma" },
    async (page, visitor) => {
        await goTo(visitor, `/minors/files/${THINGS.file}`);
        assert.equal(await page.getByRole("heading", { name: "I genitori" }).count(), 0);
        await goTo(visitor, `/minors/files/${THINGS.file}/change`);
        // He lives in a facility, and in no foster family.
        await field(page, "Struttura: di che tipo").selectOption({
            label: "Comunitario-accoglienza di emergenza",
        });
        assert.equal(await field(page, "Affido: com'è finito").count(), 0);
        await field(page, "Dove vive").selectOption({ label: "In famiglia affidataria" });
        await field(page, "Affido: com'è finito").waitFor();
        await field(page, "Dove vive").selectOption({
            label: "In struttura residenziale sociale",
        });
        await field(page, "Titolo di studio della madre").selectOption({ label: "Licenza media" });
        await field(page, "Cittadinanza della madre").fill("ER");
        await accessible(visitor);
        await button(page, "Salva").click();
        await page.getByRole("alert").first().waitFor();
        assert.equal(
            await field(page, "Cittadinanza della madre").getAttribute("aria-invalid"),
            "true",
        );
        await field(page, "Cittadinanza della madre").fill("314");
        await button(page, "Salva").click();
        await news(page, "Scheda salvata").waitFor();
        await page.getByRole("heading", { name: "I genitori" }).waitFor();
        await sees(page, "Licenza media");
        await sees(page, "Comunitario-accoglienza di emergenza");
        await accessible(visitor);
    },
);

play("a city sets its own term", { as: "marco@roma" }, async (page, visitor) => {
    await goTo(visitor, "/minors/clocks");
    await sees(page, "da confermare");
    await accessible(visitor);
    assert.equal(await page.getByText("Samuel").count(), 0);
    await goTo(visitor, `/minors/files/${THINGS.file}`);
    await sees(page, "Questa pagina non c'è");
});
