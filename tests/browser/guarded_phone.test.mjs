// SPDX-License-Identifier: EUPL-1.2
// A phone that works without a signal, in other hands: wrong PINs, revoked, another account, two who
// change one contact, a file carried to the desk.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { accessible } from "./accessible.mjs";
import { play } from "./play.mjs";
import {
    ask,
    button,
    choice,
    field,
    goTo,
    heading,
    lines,
    link,
    logIn,
    news,
    PHONE,
    sees,
    settled,
    visit,
} from "./visit.mjs";

const PIN = "271828";
const AS_GIULIA = { as: "giulia@roma", on: PHONE };
const OUTING = "Unità mobile 1 – Termini";

async function prepare(visitor) {
    const { page } = visitor;
    await goTo(visitor, "/phone");
    await field(page, "PIN").fill("123456");
    await field(page, "PIN, di nuovo").fill("123456");
    await button(page, "Prepara questo telefono").click();
    await sees(page, "È fra i primi che proverebbe chiunque: scegline un altro.");
    await field(page, "PIN").fill(PIN);
    await field(page, "PIN, di nuovo").fill(PIN);
    await button(page, "Prepara questo telefono").click();
    await sees(page, "Questo telefono è pronto a lavorare senza segnale.");
    await page.evaluate(() => navigator.serviceWorker.ready);
    await settled(visitor);
}

async function record(visitor, nickname) {
    const { page } = visitor;
    await goTo(visitor, "/outreach");
    await link(page, "Registra un contatto").first().tap();
    await choice(page, "Chi è", "Soprannome").tap();
    await field(page, "Soprannome").fill(nickname);
    await choice(page, "Com'è finita", "Solo informazioni").tap();
    await button(page, "Salva").tap();
    await news(page, "Contatto registrato").waitFor();
}

async function unlock(page, pin = PIN) {
    await field(page, "PIN").fill(pin);
    await button(page, "Sblocca").click();
}

async function nicknames(visitor) {
    const { text } = await ask(visitor, "GET", "/api/outreach/contacts?limit=200");
    return JSON.parse(text).items.map(({ nickname }) => nickname);
}

const databases = (page) => page.evaluate(async () => (await indexedDB.databases()).length);

play("ten wrong PINs close the phone; the password opens it, and what waited is there", AS_GIULIA,
    async (page, visitor) => {
        await prepare(visitor);
        await visitor.context.setOffline(true);
        await record(visitor, "Berretto viola");
        await page.reload();
        await heading(page, "Questo telefono").waitFor();
        for (let left = 9; left >= 1; --left) {
            await unlock(page, "314159");
            await sees(page, left === 1 ? "Resta 1 tentativo" : `Restano ${left} tentativi`);
        }
        // Switched off and on again, it counts on.
        await page.reload();
        await unlock(page, "314159");
        await sees(page, "Troppi PIN sbagliati: il telefono si è chiuso.");
        await accessible(visitor);
        await page.reload();
        await sees(page, "Troppi PIN sbagliati: il telefono si è chiuso.");

        await visitor.context.setOffline(false);
        await button(page, "PIN dimenticato, o un'altra persona? Entra con la password").tap();
        await logInAgain(page, "giulia@roma");
        await heading(page, "Scegli un PIN nuovo").waitFor();
        await field(page, "PIN").fill("161803");
        await field(page, "PIN, di nuovo").fill("161803");
        await accessible(visitor);
        await button(page, "Scegli un PIN nuovo").tap();
        await sees(page, "Tutto inviato");
        assert.equal((await nicknames(visitor)).filter((one) => one === "Berretto viola").length, 1);
    },
);

// The log-in leads to the PIN, not to the pages.
async function logInAgain(page, login) {
    await field(page, "Nome utente").fill(login);
    await field(page, "Password").fill("lgnet-demo-2026");
    await button(page, "Entra").click();
}

play("a phone that is revoked at the desk wipes itself", AS_GIULIA, async (page, visitor) => {
    await prepare(visitor);
    await visitor.context.setOffline(true);
    await record(visitor, "Guanti blu");
    const desk = await visit({ as: "marco@roma" });
    await goTo(desk, "/devices");
    const line = lines(desk.page, "Telefoni").filter({ hasText: "Giulia Ferri" }).first();
    await accessible(desk);
    await line.getByRole("button", { name: /^Revoca/ }).click();
    await news(desk.page, "Telefono revocato").waitFor();

    // Without its PIN: whoever has found it does not know it.
    await page.reload();
    await heading(page, "Questo telefono").waitFor();
    // The signal comes back, and takes the first question with it.
    await page.route("**/api/access/devices/*/state", (route) => route.abort(), { times: 1 });
    await visitor.context.setOffline(false);
    await heading(page, "Entra").waitFor(); // its session has ended too
    assert.equal(await databases(page), 0);
    assert.deepEqual(await page.evaluate(() => caches.keys()), []);
    assert.ok(!(await nicknames(desk)).includes("Guanti blu"));
    await goTo(desk, "/accounts");
    await goTo(desk, "/devices");
    await sees(desk.page, "Si è svuotato");
    await desk.context.close();
});

play("another account on the same phone neither sees nor sends what waits", AS_GIULIA,
    async (page, visitor) => {
        await prepare(visitor);
        // The answer never comes, so that it waits while the session is there.
        await page.route("**/api/outreach/contacts", (route) => route.abort());
        await record(visitor, "Sciarpa a righe");
        await sees(page, "1 registrazione in attesa");
        await button(page, "Esci").tap();
        await heading(page, "Entra").waitFor();
        await page.unroute("**/api/outreach/contacts");

        await logIn(page, "omar@roma");
        await heading(page, "Stasera").waitFor();
        await settled(visitor);
        assert.equal(await page.getByText("in attesa").count(), 0);
        await goTo(visitor, "/phone/waiting");
        await sees(page, "Niente in attesa");
        assert.ok(!(await nicknames(visitor)).includes("Sciarpa a righe"));
        await button(page, "Esci").tap();

        await logInAgain(page, "giulia@roma");
        await unlock(page);
        await sees(page, "Tutto inviato");
        assert.ok((await nicknames(visitor)).includes("Sciarpa a righe"));
    },
);

play("what two have changed is put together field by field", AS_GIULIA, async (page, visitor) => {
    await prepare(visitor);
    await goTo(visitor, "/outreach");
    await page.getByRole("list", { name: OUTING, exact: true }).getByRole("link").tap();
    await visitor.context.setOffline(true);
    await link(page, "“Il Professore”").tap();
    await link(page, "Modifica").tap();
    await choice(page, "Com'è finita", "Rifiuto del contatto").tap();
    await button(page, "Salva").tap();
    await news(page, "Contatto modificato").waitFor();

    // Meanwhile Omar has written something else about him.
    const desk = await visit({ as: "omar@roma" });
    const { text } = await ask(desk, "GET", "/api/outreach/contacts?limit=200");
    const contact = JSON.parse(text).items.find(({ nickname }) => nickname === "Il Professore");
    const { at, outing, setting, district, nickname, languages, outcome } = contact;
    const body = { at, outing, setting, district, nickname, languages, outcome,
        circumstances: contact.circumstances, interventions: contact.interventions,
        note: "Chiede un dentista" };
    await ask(desk, "PUT", `/api/outreach/contacts/${contact.id}`, body);

    await visitor.context.setOffline(false);
    await sees(page, "1 da guardare");
    await goTo(visitor, "/phone/waiting");
    await link(page, "Correggere un contatto").tap();
    await heading(page, "Correggere un contatto").waitFor();
    const side = (group, name) =>
        page.getByRole("group", { name: group }).getByRole("radio", { name });
    assert.ok(await side("Com'è finita", /^La tua/).isChecked());
    assert.ok(await side("Note", /^Quella che c'è ora/).isChecked());
    await sees(page, "Chiede un dentista");
    await accessible(visitor);
    await page.screenshot({ path: "build/browser/both-sides.png", fullPage: true });
    await button(page, "Salva così").tap();
    await sees(page, "Tutto inviato");
    const both = JSON.parse((await ask(desk, "GET", `/api/outreach/contacts/${contact.id}`)).text);
    assert.equal(both.note, "Chiede un dentista");
    assert.equal(both.outcome, "REFUSED");
    await desk.context.close();
});

play("records carried to the desk in a file arrive once", AS_GIULIA, async (page, visitor) => {
    await prepare(visitor);
    await visitor.context.setOffline(true);
    await record(visitor, "Zaino giallo");
    await goTo(visitor, "/phone");
    const downloading = page.waitForEvent("download");
    await button(page, "Salva in un file").tap();
    const file = await (await downloading).path();
    const code = await page.getByRole("code").or(page.locator("code")).first().textContent();
    await accessible(visitor);
    assert.ok(!(await readFile(file, "utf8")).includes("Zaino"));

    const desk = await visit({ as: "giulia@roma" });
    await goTo(desk, "/phone/import");
    await field(desk.page, "File").setInputFiles(file);
    await sees(desk.page, "Il file è di giulia@roma");
    await field(desk.page, "Codice").fill("AAAA-AAAA-AAAA-AAAA");
    await button(desk.page, "Apri e invia").click();
    await sees(desk.page, "Non si apre");
    await field(desk.page, "Codice").fill(code.toLowerCase().replaceAll("-", " "));
    await button(desk.page, "Apri e invia").click();
    await sees(desk.page, "1 registrazione arrivata");
    await accessible(desk);
    await desk.context.close();
    const other = await visit({ as: "marco@roma" });
    await goTo(other, "/phone/import");
    await field(other.page, "File").setInputFiles(file);
    await sees(other.page, "Questo file è di giulia@roma: entra con quell'utenza per inviarlo.");
    await other.context.close();

    // The phone finds a network after all.
    await visitor.context.setOffline(false);
    await sees(page, "Tutto inviato");
    assert.equal((await nicknames(visitor)).filter((one) => one === "Zaino giallo").length, 1);
});
