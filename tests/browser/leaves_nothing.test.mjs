// SPDX-License-Identifier: EUPL-1.2
// What is being typed is not lost while one works; after the log-out nothing is left on the phone.
import assert from "node:assert/strict";
import { play } from "./play.mjs";
import {
    button,
    choice,
    field,
    heading,
    link,
    lines,
    logIn,
    news,
    PHONE,
    sees,
    settled,
} from "./visit.mjs";

const AS_GIULIA = { as: "giulia@roma", on: PHONE };

async function beginContact(visitor, nickname) {
    const { page } = visitor;
    await link(page, "Registra un contatto").first().tap();
    await choice(page, "Chi è", "Soprannome").tap();
    // Who bears this nickname is looked up a moment after the typing: a test that takes the session
    // or the signal away does so after it.
    const lookedUp = page.waitForResponse("**/api/people/search");
    await field(page, "Soprannome").fill(nickname);
    await lookedUp;
    await choice(page, "Com'è finita", "Solo informazioni").tap();
    await settled(visitor);
}

play("a reload keeps what was being typed", AS_GIULIA, async (page, visitor) => {
    await beginContact(visitor, "Cappello rosso");
    await page.reload();
    await sees(page, "Abbiamo ritrovato quello che stavi scrivendo.");
    assert.equal(await field(page, "Soprannome").inputValue(), "Cappello rosso");
    assert.ok(await choice(page, "Com'è finita", "Solo informazioni").isChecked());
    await button(page, "Salva").tap();
    await news(page, "Contatto registrato").waitFor();

    // Sent is sent: the next form is empty.
    await link(page, "Registra un contatto").tap();
    await button(page, "Salva").waitFor();
    assert.ok(await choice(page, "Chi è", "Senza nome").isChecked());
    assert.equal(await page.getByText("Abbiamo ritrovato").count(), 0);
});

play("without a connection nothing is lost and nothing comes twice", AS_GIULIA,
    async (page, visitor) => {
        await beginContact(visitor, "Sciarpa verde");
        await visitor.context.setOffline(true);
        await button(page, "Salva").tap();
        await sees(page, "Nessuna connessione: quello che hai scritto resta qui. Riprova.");
        await visitor.context.setOffline(false);
        await button(page, "Salva").tap();
        await news(page, "Contatto registrato").waitFor();

        // The answer was lost on its way, the contact was not: sent again it is the same one.
        await beginContact(visitor, "Sciarpa gialla");
        await page.route("**/api/outreach/contacts", async (route) => {
            await route.fetch();
            await route.abort();
        }, { times: 1 });
        await button(page, "Salva").tap();
        await sees(page, "Nessuna connessione");
        await button(page, "Salva").tap();
        await news(page, "Contatto registrato").waitFor();
        await heading(page, "Unità mobile 1 – Termini").waitFor();
        await settled(visitor);
        const contacts = lines(page, "Contatti dell'uscita");
        assert.equal(await contacts.filter({ hasText: "Sciarpa verde" }).count(), 1);
        assert.equal(await contacts.filter({ hasText: "Sciarpa gialla" }).count(), 1);
    },
);

play("a session that runs out gives the form back", AS_GIULIA, async (page, visitor) => {
    await beginContact(visitor, "Zaino arancione");
    await visitor.context.clearCookies();
    await button(page, "Salva").tap();
    await sees(page, "La sessione è scaduta.");
    await logIn(page, "giulia@roma");
    await field(page, "Soprannome").waitFor();
    assert.equal(await field(page, "Soprannome").inputValue(), "Zaino arancione");
    await button(page, "Salva").tap();
    await news(page, "Contatto registrato").waitFor();
});

play("after the log-out nothing is left", AS_GIULIA, async (page, visitor) => {
    await link(page, "Unità mobile 1 – Termini").first().tap();
    await link(page, "“Il Professore”").first().tap();
    await heading(page, "“Il Professore”").waitFor();
    await page.goBack();
    await settled(visitor);
    await beginContact(visitor, "Guanti gialli");
    assert.notDeepEqual(await left(visitor), NOTHING); // there is something to forget
    await button(page, "Esci").tap();
    await heading(page, "Entra").waitFor();
    assert.deepEqual(await left(visitor), NOTHING);

    // Nor does the way back lead to it, nor the next one who logs in find it.
    let steps = 0;
    for (await page.goBack(); page.url() !== "about:blank"; await page.goBack()) {
        steps++;
        await settled(visitor);
        assert.ok(!/Il Professore|Guanti gialli/.test(await page.content()));
    }
    assert.ok(steps >= 2);
    await page.goto("/#/");
    await logIn(page, "omar@roma");
    await link(page, "Registra un contatto").first().tap();
    await button(page, "Salva").waitFor();
    assert.equal(await page.getByText("Abbiamo ritrovato").count(), 0);
});

const NOTHING = { local: 0, session: 0, caches: [], databases: [], workers: 0, cookies: [] };

async function left({ page, context }) {
    const cookies = (await context.cookies()).map(({ name }) => name);
    const kept = await page.evaluate(async () => ({
        local: localStorage.length,
        session: sessionStorage.length,
        caches: "caches" in window ? await caches.keys() : [],
        databases: (await indexedDB.databases()).map(({ name }) => name),
        workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
    }));
    return { ...kept, cookies };
}
