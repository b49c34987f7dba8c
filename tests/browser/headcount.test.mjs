// SPDX-License-Identifier: EUPL-1.2
// A count of persons across cities: what would leave is seen in numbers, a city takes part and takes
// it back, the direction sees it; somebody is left out on their own page.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { play } from "./play.mjs";
import { button, DESK, goTo, heading, news, PHONE, sees, settled } from "./visit.mjs";
import { THINGS } from "./pages.mjs";

const SCREENS = [["on a desk", DESK], ["on a phone", PHONE]];

for (const [where, on] of SCREENS) {
    play(`a city takes part, and takes it back, ${where}`, { as: "marco@roma", on },
        async (page, visitor) => {
            await goTo(visitor, "/headcount/city");
            await heading(page, "Conteggio fra città").waitFor();
            await goTo(visitor, `/headcount/city/${THINGS.round}`);
            await page.getByRole("heading", { name: "Che cosa uscirebbe" }).waitFor();
            await sees(page, "Di una persona non esce nulla");
            await settled(visitor);
            assert.equal(await page.getByText("Karim").count(), 0);
            await accessible(visitor);

            await button(page, "Partecipa").click();
            await news(page, "La città partecipa")
                .getByRole("button", { name: "Annulla" })
                .click();
            await sees(page, "La città non partecipa");
            await button(page, "Partecipa").waitFor();
        },
    );
}

play("the direction is told what is missing", { as: "direzione@rete" }, async (page, visitor) => {
    await goTo(visitor, `/headcount/rounds/${THINGS.round}`);
    await page.getByRole("heading", { name: "Che cosa ha visto ciascuno" }).waitFor();
    await button(page, "Avvia il conteggio").click();
    await sees(page, "Servono almeno due città che partecipano.");
    await accessible(visitor);
});

play("somebody is left out, and compared again", { as: "sara@roma" }, async (page, visitor) => {
    await goTo(visitor, `/people/${THINGS.person}`);
    await button(page, "Non confrontare").click();
    await news(page, "Fuori dal confronto").waitFor();
    await page.getByRole("heading", { name: "Questa persona non partecipa al confronto fra le città" }).waitFor();
    await button(page, "Rimetti nel confronto").click();
    await page.getByRole("heading", { name: "Partecipa al confronto fra le città" }).waitFor();
});
