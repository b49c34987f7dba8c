// SPDX-License-Identifier: EUPL-1.2
// A city on its own machine is admitted by its fingerprint; a release is read, then taken.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { play } from "./play.mjs";
import {
    button, DESK, field, goTo, heading, lines, link, news, PHONE, sees, settled, widthOf,
} from "./visit.mjs";

const CARD =
    "lgnet1:potenza:MTExMTExMTExMTExMTExMTExMTExMTExMTExMTExMTE=" +
    ":MjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjI=";

play("who is linked with whom, and that a city of this program needs no link",
    { as: "direzione@rete", on: DESK },
    async (page, visitor) => {
        await goTo(visitor, "/links");
        await heading(page, "Collegamenti fra le macchine").waitFor();
        const roma = lines(page, "Collegamenti fra le macchine").filter({ hasText: "Roma" });
        await roma.getByText("Nello stesso programma").waitFor();
        assert.match(await field(page, "Carta").inputValue(), /^lgnet1:rete:/);
        await accessible(visitor);
        await link(page, "Ammetti una macchina").click();
        await settled(visitor);
        await field(page, "Carta dell'altra parte").fill("lgnet1:potenza");
        await field(page, "Impronta, come l'hai sentita al telefono").fill("12345 12345");
        await button(page, "Ammetti").click();
        await sees(page, "Non è una carta delle chiavi");
        await accessible(visitor);
        await field(page, "Carta dell'altra parte").fill(CARD);
        await button(page, "Ammetti").click();
        await sees(page, "I due archivi stanno nello stesso programma");

        await goTo(visitor, "/links");
        await link(roma, "Roma").click();
        await heading(page, "Roma").waitFor();
        await sees(page, "nessuno l'ha dovuto ammettere");
        await accessible(visitor);
    });

play("a release is read, then taken, on a phone", { as: "marco@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, "/releases");
        await heading(page, "Versioni del catalogo").waitFor();
        await link(page, "Versione 1").tap();
        await settled(visitor);
        await sees(page, "Volantino lasciato");
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);
        await button(page, "Adotta questa versione").tap();
        await news(page, "La versione 1 è in uso").waitFor();
        await sees(page, "Non cambia niente");
        assert.equal(await button(page, "Adotta questa versione").count(), 0);
    });
