// SPDX-License-Identifier: EUPL-1.2
// The direction of the network sets what the cities are to reach; researchers read it.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { play } from "./play.mjs";
import {
    button,
    chooseInMenu,
    DESK,
    field,
    goTo,
    heading,
    news,
    PHONE,
    sees,
    settled,
} from "./visit.mjs";

const nextYear = String(new Date().getFullYear() + 1);
const SCREENS = [["on a desk", DESK], ["on a phone", PHONE]];

for (const [where, on] of SCREENS) {
    play(`targets of a year, set and taken back, ${where}`, { as: "direzione@rete", on },
        async (page, visitor) => {
            await goTo(visitor, "/monitoring/targets");
            await heading(page, "Obiettivi").waitFor();
            await field(page, "Indicatore").selectOption("Persone raggiunte");
            assert.ok(!(await field(page, "Indicatore").textContent()).includes("Quota"));
            await field(page, "Anno").selectOption(nextYear);
            await sees(page, "Nessuna città ha ancora un obiettivo");
            await settled(visitor);
            await accessible(visitor);

            await field(page, "Roma").fill("1.200");
            await field(page, "Milano").fill("tanti");
            await button(page, "Salva").click();
            await sees(page, "Qualche numero va corretto: niente è stato salvato.");
            assert.equal(await field(page, "Milano").getAttribute("aria-invalid"), "true");
            assert.equal(await field(page, "Roma").getAttribute("aria-invalid"), null);
            await accessible(visitor);
            await page.getByRole("alert").getByRole("button", { name: "Milano" }).click();
            await page.keyboard.press("ControlOrMeta+a");
            await page.keyboard.type("300");
            await sees(page, "Tutta la rete: 1500");
            await page.keyboard.press("Enter");
            await news(page, "2 obiettivi fissati").waitFor();
            await settled(visitor);
            assert.equal(await page.getByText("Nessuna città ha ancora").count(), 0);

            // What is kept is what the server has.
            await page.reload();
            await field(page, "Indicatore").selectOption("Persone raggiunte");
            await field(page, "Anno").selectOption(nextYear);
            await settled(visitor);
            assert.equal(await field(page, "Roma").inputValue(), "1200");
            await button(page, "Salva").click();
            await news(page, "Nessun numero è cambiato").waitFor();

            // One more, undone; then all of them away.
            await field(page, "Torino").fill("90");
            await button(page, "Salva").click();
            await news(page, "1 obiettivo fissato").getByRole("button", { name: "Annulla" }).click();
            await sees(page, "Tutta la rete: 1500");
            assert.equal(await field(page, "Torino").inputValue(), "");
            await field(page, "Roma").fill("");
            await field(page, "Milano").fill("");
            await button(page, "Salva").click();
            await news(page, "2 obiettivi fissati").waitFor();
            await sees(page, "Nessuna città ha ancora un obiettivo");
        },
    );
}

play("the board follows a target", { as: "direzione@rete" }, async (page, visitor) => {
    const roma = () =>
        page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Roma" }) }).last();
    await goTo(visitor, "/monitoring/targets");
    await field(page, "Indicatore").selectOption("Persone raggiunte");
    await field(page, "Roma").fill("5000");
    await button(page, "Salva").click();
    await news(page, "1 obiettivo fissato").waitFor();
    await chooseInMenu(page, "Quadro della rete");
    await settled(visitor);
    assert.match(await roma().textContent(), /di 5000/);
});

play("who may only read sees a table", { as: "ricerca@rete" }, async (page, visitor) => {
    await goTo(visitor, "/monitoring/targets");
    const table = page.getByRole("table", { name: /^Contatti di prossimità/ });
    await table.waitFor();
    assert.equal(await table.getByRole("rowheader").count(), 16);
    assert.equal(await button(page, "Salva").count(), 0);
    await accessible(visitor);
});
