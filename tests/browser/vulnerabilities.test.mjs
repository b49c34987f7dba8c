// SPDX-License-Identifier: EUPL-1.2
// What makes somebody vulnerable, on a telephone: first what nothing answers, then what does.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { THINGS } from "./pages.mjs";
import { play } from "./play.mjs";
import {
    button,
    choice,
    field,
    goTo,
    lines,
    list,
    news,
    PHONE,
    sees,
    settled,
    visit,
    widthOf,
} from "./visit.mjs";

const SECTION = "Circostanze di vulnerabilità";
const HOMELESS = "Senza dimora (ETHOS 1-2)";
const ALONE = "Isolamento, assenza di rete";

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

play("what nothing answers stands first, until an action answers it", { as: "sara@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, `/cases/${THINGS.case}`);
        await sees(page, "A 1 circostanza non risponde ancora niente");
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);
        const first = lines(page, SECTION).first();
        await first.getByText(HOMELESS).waitFor();
        await first.getByText("senza risposta").waitFor();

        await button(page, `Che cosa risponde: ${HOMELESS}`).tap();
        const dialog = page.getByRole("dialog", { name: `Che cosa risponde: ${HOMELESS}` });
        await choice(
            dialog,
            "Azioni del progetto",
            "Chiedere il posto al servizio del Municipio",
        ).tap();
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);
        await button(dialog, "Salva").tap();
        await news(page, "Risposta salvata").waitFor();
        const homeless = lines(page, SECTION).filter({ hasText: HOMELESS });
        await homeless.getByText("nel progetto, da fare").waitFor();
        await settled(visitor);
        assert.equal(await list(page, SECTION).getByText("senza risposta").count(), 0);

        await news(page, "Risposta salvata").getByRole("button", { name: "Annulla" }).tap();
        await homeless.getByText("senza risposta").waitFor();
        assert.equal(await homeless.getByText("nel progetto, da fare").count(), 0);
    },
);

play("a circumstance has its days, and is taken back", { as: "sara@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, `/cases/${THINGS.case}`);
        await button(page, "Aggiungi una circostanza").tap();
        const adding = page.getByRole("dialog", { name: "Aggiungi una circostanza" });
        await button(adding, "Salva").tap();
        await adding.getByRole("alert").waitFor();
        await field(adding, "Circostanza").selectOption({ label: ALONE });
        await field(adding, "Da quando").fill(inDays(-30));
        await choice(adding, "Da dove si sa", "Lo dice la persona").tap();
        await choice(adding, "Quanto pesa adesso", "Seria").tap();
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);
        await button(adding, "Salva").tap();
        await news(page, "Circostanza scritta").waitFor();
        const alone = lines(page, SECTION).filter({ hasText: ALONE });
        await alone.getByText("senza risposta").waitFor();
        await sees(page, "A 2 circostanze non risponde ancora niente");

        const coordinator = await visit({ as: "marco@roma" });
        await goTo(coordinator, `/cases/${THINGS.case}`);
        await lines(coordinator.page, SECTION).filter({ hasText: ALONE }).waitFor();
        assert.equal(await button(coordinator.page, "Aggiungi una circostanza").count(), 0);
        assert.equal(await button(coordinator.page, `È finita: ${ALONE}`).count(), 0);
        await accessible(coordinator);
        assert.deepEqual(coordinator.faults, []);
        await coordinator.context.close();

        await button(page, `È finita: ${ALONE}`).tap();
        const ending = page.getByRole("dialog", { name: `È finita: ${ALONE}` });
        await field(ending, "Finita il").fill(inDays(-40));
        await button(ending, "Salva").tap();
        await ending.getByRole("alert").waitFor(); // not before it began
        await field(ending, "Finita il").fill(inDays(-1));
        await accessible(visitor);
        await button(ending, "Salva").tap();
        await news(page, "Circostanza finita").waitFor();
        await button(page, `Continua ancora: ${ALONE}`).tap();
        await news(page, "La circostanza continua").waitFor();
        await button(page, `È finita: ${ALONE}`).waitFor();

        await button(page, `Annulla: ${ALONE}`).tap();
        await news(page, "Circostanza annullata").waitFor();
        await button(page, `Ripristina: ${ALONE}`).tap();
        await button(page, `Correggi: ${ALONE}`).waitFor();
        await accessible(visitor);
        await settled(visitor);
        assert.equal(await button(page, `Ripristina: ${ALONE}`).count(), 0);
    },
);
