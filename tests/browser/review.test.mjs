// SPDX-License-Identifier: EUPL-1.2
// The night has proposed two pairs: one is merged and that undone, the other is said to be two
// persons, and that undone. At a desk, then with the keyboard alone, then on a telephone.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { play } from "./play.mjs";
import { PHONE, button, chooseInMenu, goTo, heading, link, news, sees, settled } from "./visit.mjs";

const pairs = (page) =>
    page.getByRole("list", { name: "Possibili doppioni" }).getByRole("listitem");
const of = (page, name) => pairs(page).filter({ hasText: name });

// A city has more pairs than one page shows.
async function whole(page) {
    const more = button(page, "Mostra altri");
    await pairs(page).first().waitFor();
    while ((await more.count()) > 0) {
        const before = await pairs(page).count();
        await more.click();
        await page.waitForFunction(
            (count) => document.querySelectorAll(".cards > *").length > count,
            before,
        );
    }
}

play("possible doubles are looked at side by side, merged, and that undone", { as: "sara@roma" },
    async (page, visitor) => {
        await chooseInMenu(page, "Possibili doppioni");
        await heading(page, "Possibili doppioni").waitFor();
        await whole(page);
        await of(page, "Karim Mansour").getByText("Kareem El Mansur").waitFor();
        await accessible(visitor);

        await of(page, "Ibrahima Sow — Ibrahim Sow").getByRole("link").first().click();
        await heading(page, "Sono la stessa persona?").waitFor();
        const table = page.getByRole("table", { name: "Le due schede a confronto" });
        await table.getByText("Ibrahima", { exact: true }).waitFor();
        await table.getByText("Ibrahim", { exact: true }).waitFor();
        await page.getByRole("list", { name: "Che cosa parla a favore" }).waitFor();
        await page.getByText("Stessa cittadinanza").waitFor();
        const text = await page.getByRole("main").textContent();
        assert.doesNotMatch(text, /\d\s?%/, "no bare percentage");
        await accessible(visitor);

        await button(page, "È la stessa persona: unisci").click();
        await news(page, "Schede unite").waitFor();
        await settled(visitor);
        await whole(page);
        assert.equal(await of(page, "Ibrahima Sow — Ibrahim Sow").count(), 0);
        await news(page, "Schede unite").getByRole("button", { name: "Annulla" }).click();
        await news(page, "Unione annullata").waitFor();
        await page.reload();
        await whole(page);
        await of(page, "Ibrahima Sow — Ibrahim Sow").waitFor();
    },
);

play("two who are not the same are kept apart, with the keyboard, and that undone",
    { as: "sara@roma" },
    async (page, visitor) => {
        await chooseInMenu(page, "Possibili doppioni");
        await whole(page);
        await of(page, "Karim Mansour").getByRole("link").first().focus();
        await page.keyboard.press("Enter");
        await heading(page, "Sono la stessa persona?").waitFor();
        await button(page, "Non è la stessa persona").focus();
        await page.keyboard.press("Enter");
        await news(page, "Segnato: sono due persone").waitFor();
        await settled(visitor);
        await whole(page);
        assert.equal(await of(page, "Karim Mansour").count(), 0);

        await link(page, "Coppie tenute separate").click();
        const apart = page.getByRole("list", { name: "Coppie tenute separate" });
        await apart.getByRole("link", { name: /Karim Mansour/ }).click();
        await sees(page, "Qualcuno ha detto che sono due persone diverse.");
        await button(page, "Annulla: torna da guardare").click();
        await button(page, "Non è la stessa persona").waitFor();
        await accessible(visitor);
    },
);

play("on a telephone the two records stand one above the other",
    { as: "giulia@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, "/people/pairs");
        await whole(page);
        await of(page, "Ibrahima Sow — Ibrahim Sow").getByRole("link").first().tap();
        await heading(page, "Sono la stessa persona?").waitFor();
        const wide = await page.evaluate(
            () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        );
        assert.equal(wide, false, "nothing is wider than the screen");
        await accessible(visitor);
    },
);
