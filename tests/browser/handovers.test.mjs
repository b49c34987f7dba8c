// SPDX-License-Identifier: EUPL-1.2
// Somebody comes from another city, and somebody goes there.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { play } from "./play.mjs";
import { button, choice, field, goTo, heading, lines, news, PHONE, sees, widthOf } from "./visit.mjs";

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
        assert.equal(await button(page, "Passa a un'altra città").count(), 0);
    },
);
