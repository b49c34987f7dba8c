// SPDX-License-Identifier: EUPL-1.2
// Somebody comes from another city, and somebody goes there.
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
    news,
    PHONE,
    sees,
    widthOf,
} from "./visit.mjs";

const KARIMS_CASE = "01900000-0000-7000-8000-0000000f0003";

play("who comes from another city is read, and taken in charge", { as: "sara@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, "/handovers");
        await accessible(visitor);
        const line = lines(page, "Da altre città").filter({ hasText: "Hodan Warsame" });
        await line.getByRole("link").tap();
        await heading(page, "Passaggio da Milano").waitFor();
        await sees(page, "Torna a Roma, dove ha i figli");
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);

        await button(page, "Accetta e prendi in carico").tap();
        await field(page, "Zona").selectOption({ index: 1 });
        await accessible(visitor);
        await button(page, "Salva").tap();
        await news(page, "Persona accettata: è in carico qui").waitFor();
        await heading(page, "Presa in carico").waitFor();
        await sees(page, "Hodan Warsame");
        await sees(page, "Da Milano, passaggio di Teresa Colli");
        await goTo(visitor, "/handovers");
        await lines(page, "Da altre città").filter({ hasText: "Accettato" }).waitFor();
    },
);

play("a case goes to another city, and is taken back", { as: "luca@roma" },
    async (page, visitor) => {
        await goTo(visitor, "/handovers");
        const leaving = lines(page, "Ad altre città").filter({ hasText: "Dawit" });
        await leaving.getByRole("button", { name: "Ritira" }).click();
        await news(page, "Passaggio ritirato").waitFor();
        await leaving.getByRole("link").first().click();
        await heading(page, "Presa in carico").waitFor();

        await button(page, "Passa a un'altra città").click();
        await field(page, "Città").selectOption({ label: "Milano" });
        await choice(page, "Perché", "Lo ha chiesto la persona").click();
        await accessible(visitor);
        await button(page, "Salva").click();
        await news(page, "Passaggio inviato: solo Milano può leggerlo").waitFor();
        await sees(page, "Milano");
        await button(page, "Passa a un'altra città").waitFor({ state: "detached" });
    },
);

play("a referral from another city is seen, accepted, and closed with its outcome",
    { as: "sara@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, "/handovers");
        const line = lines(page, "Da altre città").filter({ hasText: "Selam Tekle" });
        await line.getByText("Invio", { exact: true }).waitFor();
        await line.getByRole("link").tap();
        await heading(page, "Invio da Milano").waitFor();
        await sees(page, "Ricongiungimento: il marito è a Roma");
        await page.getByText("Visto", { exact: true }).waitFor();
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);

        // No case is opened: there is no district to choose.
        await button(page, "Accetta l'invio").tap();
        await accessible(visitor);
        assert.equal(await field(page, "Zona").count(), 0);
        await sees(page, /le somiglia/);
        await button(page, "Salva").tap();
        await button(page, "Non è nessuna di queste: aggiungi").tap();
        await news(page, "Invio accettato: ora serve l'esito").waitFor();
        await sees(page, "esito entro il");

        await button(page, "Si è presentata").tap();
        await sees(page, "La persona si è presentata");
        await button(page, "Scrivi l'esito").tap();
        await field(page, "Esito").selectOption({ label: "Servizio dato" });
        await accessible(visitor);
        await button(page, "Salva").tap();
        await page.getByText("Concluso", { exact: true }).waitFor();
        await accessible(visitor);

        await link(page, "Apri la scheda della persona").tap();
        await sees(page, "Da Milano, invio di Teresa Colli");
    },
);

play("a case stays where it is while another city is asked for something", { as: "luca@roma" },
    async (page, visitor) => {
        await goTo(visitor, `/cases/${KARIMS_CASE}`);
        await button(page, "Invia a un'altra città").click();
        await field(page, "Città").selectOption({ label: "Milano" });
        await field(page, "Per che cosa").selectOption({ label: "Legale" });
        await choice(page, "Perché", "Lo ha chiesto la persona").click();
        await accessible(visitor);
        await button(page, "Salva").click();
        await news(page, "Invio partito: solo Milano può leggerlo").waitFor();
        assert.equal(await button(page, "Passa a un'altra città").count(), 1);

        await goTo(visitor, "/handovers");
        const leaving = lines(page, "Ad altre città").filter({ hasText: "Legale" });
        await leaving.getByRole("button", { name: "Ritira l'invio" }).click();
        await field(page, "Esito").selectOption({ label: "La persona non ha voluto" });
        await accessible(visitor);
        await button(page, "Salva").click();
        await news(page, "Invio ritirato").waitFor();
        await leaving.getByText("Ritirato", { exact: true }).waitFor();
    },
);
