// SPDX-License-Identifier: EUPL-1.2
// A person is sent to a service that has no account. The service answers by its code, on a telephone;
// who sent sees how it ended, and the map of gaps knows.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { play } from "./play.mjs";
import {
    button,
    choice,
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
import { THINGS } from "./pages.mjs";

const CLINIC = "Ambulatorio Porta Aperta";

async function saved(page, press) {
    const [download] = await Promise.all([page.waitForEvent("download"), press()]);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    return Buffer.concat(chunks);
}

// From the page of the case to the referral that has been made.
async function send(page) {
    await link(page, "Invia a un servizio").click();
    await heading(page, "Invia a un servizio").waitFor();
    await choice(page, "Per che cosa", "Sanità").click();
    await button(page, `Scegli: ${CLINIC}`).click();
    await choice(page, "Come", "Telefonata fatta insieme").click();
    await field(page, "Nome detto al servizio").fill("Amina");
    await field(page, "Messaggio per il servizio").fill("Ha mal di gola");
    await field(page, "Nota per la squadra").fill("Non parla volentieri al telefono");
}

play("a service without an account answers with its code", { as: "sara@roma" },
    async (page, visitor) => {
        await goTo(visitor, `/cases/${THINGS.case}`);
        await send(page);
        await accessible(visitor);
        await button(page, "Invia").click();
        await news(page, "Invio fatto").waitFor();
        await heading(page, "Invio").waitFor();
        await accessible(visitor);
        const code = (await page.locator(".code-to-say").textContent()).trim();
        assert.match(code, /^(\d{4} ){3}\d{4}$/);

        // The slip, in the person's own language, is a sheet of paper.
        await field(page, "Lingua del foglio").selectOption({ label: "arabo" });
        const slip = await saved(page, () => button(page, "Apri il foglio").click());
        assert.equal(slip.subarray(0, 5).toString(), "%PDF-");

        const clinic = await visit({ on: PHONE });
        await goTo(clinic, `/invio/roma?codice=${code.replaceAll(" ", "")}`);
        await sees(clinic.page, "Ha mal di gola");
        assert.ok(!clinic.page.url().includes("codice"), "the code stays in no list of pages");
        assert.ok(!(await clinic.page.getByRole("main").textContent()).includes("volentieri"));
        assert.ok((await widthOf(clinic.page)) <= 360);
        await accessible(clinic);
        await field(clinic.page, "Chi risponde").fill("Nora");
        await button(clinic.page, "Accettiamo").tap();
        await sees(clinic.page, "Grazie: chi l'ha inviata lo sa già.");
        await button(clinic.page, "Si è presentata").tap();
        await button(clinic.page, "Com'è finita").tap();
        await field(clinic.page, "Esito").selectOption({ label: "Servizio dato" });
        await accessible(clinic);
        await button(clinic.page, "Salva").tap();
        await sees(clinic.page, "Questo invio è concluso. Non c'è altro da fare.");
        assert.ok(!(await clinic.page.getByRole("main").textContent()).includes("mal di gola"));
        assert.deepEqual(clinic.faults, []);
        await clinic.context.close();

        await page.reload();
        await sees(page, "Servizio dato");
        await sees(page, "(Nora)");
        // The last step was the service's mistake: it is taken back.
        await button(page, "Annulla l'ultimo passo").click();
        await news(page, "Passo annullato").waitFor();
        await sees(page, "La persona si è presentata");
    },
);

play("who was refused is sent elsewhere", { as: "giulia@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, "/referrals");
        await accessible(visitor);
        await lines(page, "Invii").filter({ hasText: "Non accettato" }).first().getByRole("link").tap();
        await heading(page, "Invio").waitFor();
        await settled(visitor);
        assert.ok((await widthOf(page)) <= 360);
        await button(page, "Scrivi l'esito").tap();
        assert.equal(await field(page, "Esito").inputValue(), "NO_CAPACITY", "as was said already");
        await button(page, "Salva").tap();
        const told = news(page, "Scritto");
        await told.waitFor();
        await told.getByRole("button", { name: "Annulla" }).tap();
        await link(page, "Invia a un altro servizio").waitFor();
        await link(page, "Invia a un altro servizio").tap();
        await heading(page, "Invia a un servizio").waitFor();
    },
);

play("who coordinates sees where needs find no answer", { as: "marco@roma" },
    async (page, visitor) => {
        await goTo(visitor, "/referrals/gaps");
        await heading(page, "Dove manca la risposta").waitFor();
        const row = page.getByRole("row").filter({ hasText: "Accoglienza e casa" }).first();
        await row.waitFor();
        await sees(page, "Non c'è posto");
        await accessible(visitor);
    },
);
