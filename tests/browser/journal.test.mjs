// SPDX-License-Identifier: EUPL-1.2
// Who has read a person: asked from the page of that person, or with the id that a colleague gives.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { MET, THINGS } from "./pages.mjs";
import { play } from "./play.mjs";
import { ask, DESK, field, goTo, heading, link, PHONE, sees, settled, visit } from "./visit.mjs";

const SCREENS = [["on a desk", DESK], ["on a phone", PHONE]];
const journal = (page) => page.getByRole("table", { name: "Registro degli accessi" });
const rows = (page) =>
    journal(page).getByRole("row").filter({ has: page.getByRole("rowheader") });

for (const [where, on] of SCREENS) {
    play(`from a person to who has read them, ${where}`, { as: "admin@roma" }, async (_, admin) => {
        // In a small city one person may have both roles.
        const colleagues = JSON.parse((await ask(admin, "GET", "/api/access/colleagues")).text);
        const { account, name, teams } = colleagues.items.find(
            (each) => each.name === "Marco Valli",
        );
        const roles = ["city_coordinator", "data_protection_officer"];
        const body = { name, roles, teams, active: true };
        await ask(admin, "PUT", `/api/access/accounts/${account}`, body);

        const marco = await visit({ as: "marco@roma", on });
        const { page } = marco;
        await goTo(marco, `/people/${THINGS.person}`);
        await link(page, "Chi l'ha letta").click();
        await heading(page, "Registro degli accessi").waitFor();
        await settled(marco);
        assert.ok(page.url().endsWith(`#/journal?person=${THINGS.person}`));
        assert.ok(!MET.some((each) => page.url().includes(each)));
        // That reading is there already, with its reason.
        const reading = rows(page).filter({ hasText: "Leggere la scheda" }).first();
        assert.match(await reading.textContent(), /Marco Valli.+Richiesta dell'interessato/);
        await accessible(marco);
        assert.deepEqual(marco.faults, []);
        await marco.context.close();
    });
}

play("the officer filters by record, act and days", { as: "dpo@roma" }, async (page, visitor) => {
    const sara = await visit({ as: "sara@roma" });
    await goTo(sara, `/people/${THINGS.person}`);
    await link(sara.page, "Chi l'ha letta").waitFor({ state: "detached" });
    await sara.context.close();

    await goTo(visitor, "/journal");
    const everything = await rows(page).allTextContents();
    const address = `http://127.0.0.1:8080/#/people/${THINGS.person}`;
    await field(page, "Scheda di una persona").fill("01900000-0000-70");
    await sees(page, "Qui non c'è il codice di una scheda");
    await field(page, "Scheda di una persona").fill(address);
    await settled(visitor);
    const ofPerson = await rows(page).allTextContents();
    assert.ok(ofPerson.length > 0);
    assert.notDeepEqual(ofPerson, everything);
    await accessible(visitor);

    await field(page, "Atto").fill("Leggere la scheda di una persona");
    await page.keyboard.press("Enter");
    await settled(visitor);
    const read = await rows(page).allTextContents();
    assert.ok(read.length > 0 && read.length < ofPerson.length);
    assert.ok(read.every((line) => line.includes("Leggere la scheda")));
    assert.ok(read.some((line) => line.includes("Sara Marchetti")));

    await field(page, "Al").fill("2020-01-01");
    await sees(page, "Nessuna riga in questo periodo");
    await field(page, "Al").fill("");
    await settled(visitor);

    // From a line to all lines of that person.
    await rows(page).first().getByRole("link").click();
    await settled(visitor);
    assert.ok(page.url().endsWith(`#/journal?person=${THINGS.person}`));
    assert.equal(await field(page, "Scheda di una persona").inputValue(), THINGS.person);
    assert.equal(await field(page, "Atto").inputValue(), "");
});
