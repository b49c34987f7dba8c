// SPDX-License-Identifier: EUPL-1.2
// A token for a machine: seen once, kept nowhere, good until it is revoked.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { play } from "./play.mjs";
import {
    button, choice, DESK, field, goTo, lines, link, news, PHONE, sees, settled,
} from "./visit.mjs";

const SCREENS = [
    ["on a desk", DESK, "Cruscotto della Regione"],
    ["on a phone", PHONE, "Cruscotto del Comune"],
];

// What the machine itself is told: it has no cookie, only its token.
async function answerTo(page, token) {
    const address = new URL("/api/monitoring/indicators", page.url());
    const answer = await fetch(address, { headers: { Authorization: `Bearer ${token}` } });
    await answer.text();
    return answer.status;
}

for (const [where, on, name] of SCREENS) {
    play(`a machine comes in and is shut out, ${where}`, { as: "admin@roma", on },
        async (page, visitor) => {
            await goTo(visitor, "/tokens");
            await link(page, "Nuova chiave").click();
            await settled(visitor);
            await field(page, "Vale fino al").fill("2020-01-01");
            await button(page, "Crea la chiave").click();
            await sees(page, "Questo campo serve.");
            await field(page, "Nome della macchina").fill(name);
            assert.equal(await page.getByText("Direzione della rete").count(), 0);
            await choice(page, "Ruoli", "Ricercatore").click();
            await button(page, "Crea la chiave").click();
            await sees(page, "È già passato.");
            await accessible(visitor);
            await field(page, "Vale fino al").fill("2099-12-31");
            await button(page, "Crea la chiave").click();

            await sees(page, "Copia la chiave adesso");
            const token = await field(page, "Chiave").inputValue();
            assert.match(token, /^lgnet_roma_\S{20,}$/);
            await accessible(visitor);
            await button(page, "Copia").click();
            await news(page, /Chiave copiata|La chiave è selezionata/).waitFor();
            assert.equal(await answerTo(page, token), 200);

            // Nothing of it stays behind.
            await link(page, "L'ho conservata").click();
            await settled(visitor);
            const kept = await page.evaluate(
                () => JSON.stringify({ ...sessionStorage, ...localStorage }) + location.href,
            );
            assert.ok(!(kept + (await page.content())).includes(token));
            await page.goBack();
            await settled(visitor);
            assert.ok(!(await page.content()).includes(token));

            await goTo(visitor, "/tokens");
            const made = lines(page, "Chiavi delle macchine").filter({ hasText: name });
            await made.getByText("valida").waitFor();
            await made.getByText(/vale fino al 31 dic 2099 · creata il .+ da Ada Neri/).waitFor();

            // There is no way back from revoking, so that it is asked once more.
            await made.getByRole("button", { name: `Revoca ${name}` }).click();
            const dialog = page.getByRole("dialog", { name: `Revocare la chiave di ${name}?` });
            await dialog.waitFor();
            // On a phone axe takes all of a dialog for covered, and cannot tell its contrast.
            if (on === DESK) await accessible(visitor);
            await dialog.getByRole("button", { name: "Lascia stare" }).click();
            assert.equal(await answerTo(page, token), 200);
            await made.getByRole("button", { name: `Revoca ${name}` }).press("Enter");
            await dialog.getByRole("button", { name: "Revoca", exact: true }).press("Enter");
            await news(page, `Chiave di ${name} revocata`).waitFor();
            await made.getByText("revocata", { exact: true }).waitFor();
            assert.equal(await made.getByRole("button").count(), 0);
            assert.equal(await answerTo(page, token), 401);
            await settled(visitor);
            await accessible(visitor);
        },
    );
}

play("a token whose answer was lost is not told twice", { as: "admin@roma" },
    async (page, visitor) => {
        await goTo(visitor, "/tokens/new");
        await field(page, "Nome della macchina").fill("Risposta perduta");
        await choice(page, "Ruoli", "Ricercatore").click();
        await page.route("**/api/access/tokens", async (route) => {
            await route.fetch();
            await route.abort("connectionreset");
        }, { times: 1 });
        await button(page, "Crea la chiave").click();
        await sees(page, "Nessuna connessione");
        await button(page, "Crea la chiave").click();
        await sees(page, "La chiave forse è già stata creata");
        await button(page, "Crea la chiave").click();
        await sees(page, "Copia la chiave adesso");
        await goTo(visitor, "/tokens");
        const both = lines(page, "Chiavi delle macchine").filter({ hasText: "Risposta perduta" });
        assert.equal(await both.count(), 2);
        visitor.faults = visitor.faults.filter((fault) => !fault.includes("ERR_CONNECTION_RESET"));
    },
);
