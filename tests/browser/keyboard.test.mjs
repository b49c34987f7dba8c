// SPDX-License-Identifier: EUPL-1.2
// From the log-in to a saved contact and back without a mouse.
import assert from "node:assert/strict";
import { play } from "./play.mjs";
import { PASSWORD } from "./program.mjs";
import { button, choice, field, heading, link, news, sees, settled } from "./visit.mjs";

const FARTHEST = 60;

// Presses Tab until that has the focus, and shows it.
async function tabTo(page, target) {
    for (let turn = 0; turn < FARTHEST; turn++) {
        await page.keyboard.press("Tab");
        if ((await target.count()) === 0 || !(await target.evaluate(hasFocus))) continue;
        assert.ok(await target.evaluate(showsFocus), `${target} does not show the focus`);
        return;
    }
    throw new Error(`${target} is not reached in ${FARTHEST} steps`);
}

const hasFocus = (element) => element === document.activeElement;

// A line around it, or around the chip that it is a part of.
function showsFocus(element) {
    const marked = [element, element.nextElementSibling].filter(Boolean).map(getComputedStyle);
    return marked.some(
        ({ outlineStyle, outlineWidth, boxShadow }) =>
            (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) ||
            boxShadow !== "none",
    );
}

play("a contact, without a mouse", {}, async (page, visitor) => {
    const { keyboard } = page;
    await tabTo(page, field(page, "Nome utente"));
    await keyboard.type("giulia@roma");
    await keyboard.press("Tab");
    await keyboard.type(PASSWORD);
    await keyboard.press("Enter");
    await heading(page, "Stasera").waitFor();
    await settled(visitor);
    assert.ok(await heading(page, "Stasera").evaluate(hasFocus));

    // The first stop of a page leads past its head.
    await page.reload();
    await settled(visitor);
    await keyboard.press("Tab");
    assert.ok(await link(page, "Vai al contenuto").evaluate(hasFocus));
    await keyboard.press("Enter");
    assert.ok(await page.getByRole("main").evaluate(hasFocus));

    await tabTo(page, link(page, "Registra un contatto").first());
    await keyboard.press("Enter");
    await heading(page, "Registra un contatto").waitFor();
    await settled(visitor);
    await tabTo(page, choice(page, "Chi è", "Senza nome"));
    await keyboard.press("ArrowRight");
    assert.ok(await choice(page, "Chi è", "Soprannome").isChecked());
    await tabTo(page, field(page, "Soprannome"));
    await keyboard.type("Occhiali blu");
    await tabTo(page, choice(page, "Lingue", "Arabo"));
    await keyboard.press("Space");
    assert.ok(await choice(page, "Lingue", "Arabo").isChecked());
    await tabTo(page, choice(page, "Com'è finita", "Solo informazioni"));
    await keyboard.press("Space");
    await keyboard.press("ArrowDown");
    assert.ok(await choice(page, "Com'è finita", "Relazione avviata").isChecked());
    await tabTo(page, button(page, "Salva"));
    await keyboard.press("Enter");
    await link(page, "“Occhiali blu”").first().waitFor();

    await tabTo(page, news(page, "Contatto registrato").getByRole("button", { name: "Annulla" }));
    await keyboard.press("Enter");
    await sees(page, "Registrazione annullata");
});

play("a dialog keeps the focus and gives it back", { as: "sara@roma" }, async (page, visitor) => {
    await choice(page, "Quali", "Le mie").click();
    await page.getByRole("link", { name: "Amina Diallo" }).first().click();
    await settled(visitor);
    const opener = button(page, "Aggiungi intervento");
    await opener.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    for (let turn = 0; turn < 20; turn++) {
        await page.keyboard.press("Tab");
        const outside = await page.evaluate(
            () =>
                document.activeElement !== document.body &&
                !document.activeElement.closest("dialog"),
        );
        assert.ok(!outside, "the focus left the dialog");
    }
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    assert.ok(await opener.evaluate(hasFocus));
});
