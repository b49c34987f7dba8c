// SPDX-License-Identifier: EUPL-1.2
// The last bed of a dormitory, wanted by two at once: one of them has it, the other is told so and
// not whose it is; the way back, a request declined, and the board on a phone.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { MET, THINGS } from "./pages.mjs";
import { play } from "./play.mjs";
import {
    button,
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

const DORMITORY = "Dormitorio di via Marsala";
const TAKEN = "è già di qualcuno";

const bunk = (page) => lines(page, DORMITORY).filter({ hasText: "Camerata, 2" });
const giving = (person) => `/housing/stays/new?bed=${THINGS.bunk}&person=${person}`;

// Whether the bed was given, once the page says so or not.
async function isGiven(page, name) {
    const given = heading(page, name);
    await given.or(page.getByText(TAKEN)).first().waitFor();
    return (await given.count()) > 0;
}

play("two want the last bed and one has it", { as: "sara@roma" }, async (page, visitor) => {
    await goTo(visitor, "/housing");
    await bunk(page).filter({ hasText: "Libero" }).waitFor();
    await accessible(visitor);

    const other = await visit({ as: "marco@roma" });
    await goTo(visitor, giving(THINGS.other_person));
    await goTo(other, giving(THINGS.person));
    await sees(page, "Ibrahima Sow");
    await sees(other.page, "Amina Diallo");
    await accessible(visitor);
    const two = [
        { visitor, page, name: "Ibrahima Sow", stranger: "Amina" },
        { visitor: other, page: other.page, name: "Amina Diallo", stranger: "Ibrahima" },
    ];
    await Promise.all(two.map((one) => button(one.page, "Dai il letto").click()));
    const given = await Promise.all(two.map((one) => isGiven(one.page, one.name)));
    assert.deepEqual(given.toSorted(), [false, true], "one of them");

    const winner = two[given.indexOf(true)];
    const loser = two[given.indexOf(false)];
    const told = await loser.page.getByRole("main").textContent();
    assert.ok(!told.includes(loser.stranger), "who has the bed is not said");
    await accessible(winner.visitor);

    // Taken back, the bed is the other's.
    await news(winner.page, "Letto dato").getByRole("button", { name: "Annulla" }).click();
    await sees(winner.page, "È stato annullato");
    await button(loser.page, "Dai il letto").click();
    await heading(loser.page, loser.name).waitFor();
    await goTo(loser.visitor, "/housing");
    await bunk(loser.page).filter({ hasText: "Occupato" }).waitFor();
    assert.deepEqual(other.faults, []);
    await other.context.close();
});

play("a stay ends and its end is taken back", { as: "sara@roma" }, async (page, visitor) => {
    await goTo(visitor, `/housing/stays/${THINGS.stay}`);
    await button(page, "Finisce").click();
    await field(page, "Motivo").selectOption({ label: "Casa propria" });
    await field(page, "Dove va a vivere (ETHOS)").selectOption({
        label: "Abitazione adeguata e stabile",
    });
    await accessible(visitor);
    await button(page, "Salva").click();
    const ended = news(page, "Soggiorno finito");
    await ended.waitFor();
    await sees(page, "Abitazione adeguata e stabile");
    await ended.getByRole("button", { name: "Annulla" }).click();
    await button(page, "Finisce").waitFor();
});

play("a request is declined, with its reason, and opened again", { as: "sara@roma" },
    async (page, visitor) => {
        await goTo(visitor, "/housing/requests");
        const amina = lines(page, "Chi chiede un posto").filter({ hasText: "Amina Diallo" });
        await amina.getByRole("button", { name: "Non accogliere" }).click();
        await accessible(visitor);
        await button(page, "Salva").click();
        const declined = news(page, "Richiesta non accolta");
        await declined.waitFor();
        await amina.filter({ hasText: "Nessun posto libero" }).waitFor();
        await declined.getByRole("button", { name: "Annulla" }).click();
        await amina.filter({ hasText: "Aperta" }).waitFor();
    },
);

play("the beds on a phone, and nobody's name", { as: "giulia@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, "/housing");
        await settled(visitor);
        await lines(page, "Il Faro").filter({ hasText: "Occupato" }).waitFor();
        assert.ok((await widthOf(page)) <= 360);
        const everything = await page.getByRole("main").textContent();
        for (const name of MET) assert.ok(!everything.includes(name), `${name} stands there`);
        assert.equal(await link(page, "Dai un letto Camerata, 2").count(), 0);
        await accessible(visitor);
    },
);
