// SPDX-License-Identifier: EUPL-1.2
// The administrator of a city makes a team, puts people in it, and takes them out again.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { play } from "./play.mjs";
import {
    button, choice, DESK, field, goTo, heading, lines, link, news, PHONE, sees, settled, visit,
} from "./visit.mjs";

const SCREENS = [["on a desk", DESK, "um8"], ["on a phone", PHONE, "um9"]];

for (const [where, on, code] of SCREENS) {
    play(`a team from nothing, ${where}`, { as: "admin@roma", on }, async (page, visitor) => {
        await goTo(visitor, "/teams");
        await link(page, "Nuova équipe").click();
        await heading(page, "Nuova équipe").waitFor();

        // Every empty field says so, at the top and beside it.
        await button(page, "Salva").click();
        await page.getByRole("alert").getByRole("button", { name: "Codice" }).click();
        assert.ok(await field(page, "Codice").evaluate((box) => box === document.activeElement));
        assert.equal(await field(page, "Codice").getAttribute("aria-invalid"), "true");
        await accessible(visitor);

        const name = `Unità mobile di prova ${code}`;
        await field(page, "Nome dell'équipe").fill(name);
        await field(page, "Codice").fill("UM1"); // taken, in small letters
        await choice(page, "Tipo", "Unità mobile").click();
        await choice(page, "Zone", "Municipio IV, Tiburtina").click();
        await button(page, "Salva").click();
        await sees(page, "C'è già un'équipe con il codice um1.");
        await field(page, "Codice").fill(code);
        await button(page, "Salva").click();

        await heading(page, name).waitFor();
        await sees(page, "Ancora nessuno fa parte di questa équipe");
        await sees(page, "Municipio IV");
        await settled(visitor);
        await accessible(visitor);

        await button(page, "Aggiungi all'équipe").click();
        await sees(page, "Manca chi aggiungere.");
        await field(page, "Chi aggiungere").fill("tomas");
        await page.keyboard.press("Enter");
        await button(page, "Aggiungi all'équipe").click();
        await news(page, "fa ora parte dell'équipe").waitFor();
        await settled(visitor);
        assert.equal(await lines(page, "Chi ne fa parte").count(), 1);
        await accessible(visitor);

        await goTo(visitor, "/teams");
        const made = lines(page, "Équipe").filter({ hasText: name });
        await made.getByText("1 persona").waitFor();
    });
}

play("out of a team and back with one press, other roles and teams untouched", { as: "admin@roma" },
    async (page, visitor) => {
        await goTo(visitor, "/teams");
        await page.getByRole("link", { name: "Unità mobile 1 – Termini" }).click();
        await settled(visitor);
        const members = lines(page, "Chi ne fa parte");
        const before = await members.allTextContents();
        await button(page, "Togli Omar Benali").click();
        await news(page, "Omar Benali non fa più parte dell'équipe").waitFor();
        await settled(visitor);
        assert.equal(await members.count(), before.length - 1);
        await news(page, "Omar Benali").getByRole("button", { name: "Annulla" }).click();
        await members.filter({ hasText: "Omar Benali" }).waitFor();
        assert.deepEqual(await members.allTextContents(), before);

        await link(page, "Omar Benali").click();
        await settled(visitor);
        assert.ok(await choice(page, "Ruoli", "Operatore di unità mobile").isChecked());
        assert.ok(await choice(page, "Équipe", "Unità mobile 1 – Termini").isChecked());
    },
);

play("teams without a mouse", { as: "admin@roma" }, async (page, visitor) => {
    await goTo(visitor, "/teams");
    await page.getByRole("link", { name: "Équipe minori" }).focus();
    await page.keyboard.press("Enter");
    await heading(page, "Équipe minori").waitFor();
    await settled(visitor);
    await field(page, "Chi aggiungere").focus();
    await page.keyboard.type("omar");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter"); // chooses
    await page.keyboard.press("Enter"); // sends
    await news(page, "Omar Benali fa ora parte dell'équipe").waitFor();
    await settled(visitor);
    await button(page, "Togli Omar Benali").focus();
    await page.keyboard.press("Enter");
    await news(page, "Omar Benali non fa più parte dell'équipe").waitFor();
    const isOnHeading = () => document.activeElement?.textContent === "Chi ne fa parte";
    assert.ok(await page.evaluate(isOnHeading));
});

play("the network has no team yet, and says what to do", { as: "admin@rete" },
    async (page, visitor) => {
        await goTo(visitor, "/teams");
        await sees(page, "Ancora nessuna équipe");
        await link(page, "Nuova équipe").click();
        await settled(visitor);
        assert.equal(await page.getByRole("group", { name: "Zone" }).count(), 0);

        // Nobody else makes teams.
        const marco = await visit({ as: "marco@roma" });
        await goTo(marco, "/teams");
        await heading(marco.page, "Questa pagina non c'è").waitFor();
        await marco.context.close();
    },
);
