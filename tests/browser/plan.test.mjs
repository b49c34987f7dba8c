// SPDX-License-Identifier: EUPL-1.2
// The plan of a case: written with the person, approved by who coordinates, printed in Arabic.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { THINGS } from "./pages.mjs";
import { play } from "./play.mjs";
import { button, choice, field, goTo, news, PHONE, sees, settled, visit, widthOf } from "./visit.mjs";

play("a plan is written on a phone, approved, and printed in Arabic",
    { as: "sara@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, `/cases/${THINGS.case}`);
        await button(page, "Aggiungi un obiettivo").tap();
        await field(page, "Ambito").selectOption({ label: "Lavoro" });
        await field(page, "Obiettivo").fill("Un corso di cucina");
        await field(page, "Lo stesso, nella lingua della persona").fill("دورة طبخ");
        await accessible(visitor);
        await button(page, "Salva").tap();
        await news(page, "Progetto salvato").waitFor();
        const goal = page.locator(".plan-goal").filter({ hasText: "Un corso di cucina" });
        await goal.waitFor();

        await goal.getByRole("button", { name: "Aggiungi un'azione" }).tap();
        await field(page, "Che cosa si fa").fill("Iscriversi");
        await button(page, "Salva").tap();
        await goal.getByRole("button", { name: "Fatto: Iscriversi" }).tap();
        await goal.getByText("fatto il").waitFor();
        assert.ok((await widthOf(page)) <= 360);

        const coordinator = await visit({ as: "marco@roma" });
        await goTo(coordinator, `/cases/${THINGS.case}`);
        await button(coordinator.page, "Approva il progetto").click();
        await sees(coordinator.page, "Approvato il");
        await coordinator.context.close();

        // How it ended is no change of what was approved.
        await page.reload();
        await settled(visitor);
        await goal.getByRole("button", { name: "Com'è finito" }).tap();
        await choice(page, "Com'è finito", "Raggiunto").tap();
        await button(page, "Salva").tap();
        await news(page, "Scritto com'è finito").waitFor();
        await sees(page, "Approvato il");

        await field(page, "Lingua del foglio").selectOption({ label: "arabo" });
        const [download] = await Promise.all([
            page.waitForEvent("download"),
            button(page, "Apri il foglio").tap(),
        ]);
        assert.equal(download.suggestedFilename(), "progetto-ar.pdf");
        await accessible(visitor);
    },
);
