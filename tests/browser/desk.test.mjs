// SPDX-License-Identifier: EUPL-1.2
// A reception: numbers and an appointment in one list, information counted with one tap, a card read,
// and a display in the waiting room that shows numbers and never names.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { MET, THINGS } from "./pages.mjs";
import { play } from "./play.mjs";
import {
    ask,
    button,
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

const WAITING = "In attesa";
const CALLED = "Chiamati";

const opening = (page, where) =>
    page.locator(where).filter({ hasText: /Aperta adesso, fino alle|Chiusa adesso, apre alle/ });

play("who waits is called, the room sees a number and no name", { as: "paola@roma" },
    async (page, visitor) => {
        await goTo(visitor, `/desk?site=${THINGS.site}`);
        await heading(page, "Sportello").waitFor();
        const kaba = lines(page, WAITING).filter({ hasText: "Kaba" });
        await kaba.waitFor();
        await sees(page, "Omar Benali");
        // By its hours and the clock: whichever it is, it is said, and numbers are given.
        await opening(page, ".desk-open, .notice-warning").waitFor();
        await accessible(visitor);

        await button(page, "Nuovo numero").click();
        const given = news(page, "Numero 5");
        await given.waitFor();
        await lines(page, WAITING).filter({ hasText: "5" }).first().waitFor();
        await given.getByRole("button", { name: "Annulla" }).click();
        await lines(page, WAITING).nth(1).waitFor({ state: "detached" });

        await field(page, "Chiamo nella stanza").selectOption({ label: "Stanza 1" });
        await button(page, "Chiama 4").click();
        await news(page, "4: chiamato").waitFor();
        await lines(page, CALLED).filter({ hasText: "Kaba" }).waitFor();

        const room = await visit({});
        await goTo(room, `/sala/roma/${THINGS.site}`);
        await heading(room.page, "Open Space Corso Vittorio 343").waitFor();
        const shown = lines(room.page, CALLED);
        assert.match(await shown.first().textContent(), /^04 Stanza 1/);
        await opening(room.page, ".desk-door").waitFor();
        const everything = await room.page.locator("body").textContent();
        for (const name of [...MET, "Kaba", "Paola", "Omar"])
            assert.ok(!everything.includes(name), `${name} stands on the wall`);
        await accessible(room);

        await button(page, "Finito 4").click();
        await accessible(visitor);
        await button(page, "Salva").click();
        await news(page, "4: finito").waitFor();
        // By itself, within a few seconds.
        await shown.filter({ hasText: "Stanza 1" }).waitFor({ state: "detached" });
        assert.deepEqual(room.faults, []);
        await room.context.close();

        await button(page, "Solo informazione").click();
        await news(page, "Contata una richiesta di informazione").waitFor();
    },
);

play("an appointment arrives, and a card is read, on a phone", { as: "sara@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, `/desk?site=${THINGS.site}`);
        await settled(visitor);
        assert.ok((await widthOf(page)) <= 360);
        await button(page, "È arrivato Amina Diallo").tap();
        const told = news(page, "è in attesa");
        await told.waitFor();
        await lines(page, WAITING).filter({ hasText: "Amina Diallo" }).waitFor();
        await told.getByRole("button", { name: "Annulla" }).tap();
        await button(page, "È arrivato 6").waitFor(); // the number stays hers

        await field(page, "Tessera").fill("Amina");
        await button(page, "Dai il numero").tap();
        await sees(page, "Non è il numero di una persona");
        const person = await ask(visitor, "GET", `/api/people/persons/${THINGS.other_person}`);
        await field(page, "Tessera").fill(JSON.parse(person.text).number.toLowerCase());
        await page.keyboard.press("Enter"); // as a scanner does
        await news(page, "Numero 7").waitFor();
        await lines(page, WAITING).filter({ hasText: "Ibrahima Sow" }).waitFor();
        assert.ok((await widthOf(page)) <= 360);
        await accessible(visitor);
    },
);
