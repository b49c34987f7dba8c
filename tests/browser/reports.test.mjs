// SPDX-License-Identifier: EUPL-1.2
// Reports, from the street to the answer: by who has no account and reads Arabic, the desk, the unit.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { accessible } from "./accessible.mjs";
import { play } from "./play.mjs";
import {
    button,
    choice,
    DESK,
    field,
    goTo,
    heading,
    lines,
    link,
    news,
    PHONE,
    sees,
    settled,
    widthOf,
    visit,
} from "./visit.mjs";

const words = (language) =>
    JSON.parse(readFileSync(`modules/reports/public_words/${language}.json`, "utf8"));
const arabic = words("ar");
const UNIT = "Unità mobile 1 – Termini";
const TOLD = "امرأة حامل تجلس على الأرض قرب المخرج";

const labelled = (page, label) => page.getByLabel(label);

async function inArabic(page) {
    await page.getByRole("combobox", { name: "Lingua", exact: true }).selectOption("ar");
    await heading(page, arabic.title).waitFor();
    const written = await page.evaluate(() => {
        const { lang, dir } = document.documentElement;
        return { lang, dir };
    });
    assert.deepEqual(written, { lang: "ar", dir: "rtl" });
}

// Answers the code.
async function report(page, visitor) {
    await goTo(visitor, "/segnala/roma");
    await inArabic(page);
    assert.equal(await widthOf(page), PHONE.viewport.width);
    await accessible(visitor);

    // Sent too early, it says what is missing, in the same language.
    await button(page, arabic.send).tap();
    await sees(page, arabic.problem_fields);
    assert.equal(await page.getByText(arabic.required).count(), 3);
    await accessible(visitor);

    await labelled(page, arabic.category).selectOption({ label: arabic["category.HEALTH"] });
    await labelled(page, arabic.description).fill(TOLD);
    await labelled(page, arabic.district).selectOption("RM-I");
    await labelled(page, arabic.place).fill("محطة تيرميني، شارع مارسالا");
    await labelled(page, arabic.people).fill("1");
    await labelled(page, arabic.their_language).selectOption("ar");
    await page.locator("input[type=file]").setInputFiles("tests/fuzz/corpus/photo/drawing.png");
    await sees(page, arabic.photo_added);
    await button(page, arabic.send).tap();

    await heading(page, arabic.sent).waitFor();
    const code = await page.locator(".public-code").innerText();
    assert.match(code, /^\d{4}( \d{4}){3}$/);
    assert.equal(await widthOf(page), PHONE.viewport.width);
    await accessible(visitor);
    return code;
}

async function triage({ page }, visitor) {
    await goTo(visitor, "/reports");
    await accessible(visitor);
    const fresh = lines(page, "Segnalazioni").filter({ hasText: "Problema di salute" })
        .filter({ hasText: "Da valutare" });
    await fresh.getByRole("link").click();
    await sees(page, TOLD);
    await settled(visitor);
    await button(page, "Guarda la foto").click();
    await page.getByRole("img", { name: "Foto mandata dal segnalante" }).waitFor();
    await accessible(visitor);

    await choice(page, "Priorità", "Immediata, entro 2 ore").click();
    await button(page, "Salva la valutazione").click();
    await news(page, "Valutata").waitFor();

    const unit = lines(page, "Chi può andare").filter({ hasText: UNIT });
    await unit.getByText("È in strada adesso").waitFor();
    await unit.getByText("Parla la lingua che serve").waitFor();
    await unit.getByRole("button", { name: `Attiva ${UNIT}` }).click();
    await news(page, `Proposta a ${UNIT}`).waitFor();
    await settled(visitor);
    await accessible(visitor);
}

async function goAndLook({ page }, visitor) {
    await heading(page, "Stasera").waitFor();
    const asked = lines(page, "Vi chiedono di andare").filter({ hasText: "Proposta" })
        .filter({ hasText: "Con foto" });
    await asked.getByRole("link").tap();
    await sees(page, TOLD);
    await settled(visitor);
    await accessible(visitor);
    assert.equal(await widthOf(page), PHONE.viewport.width);

    await button(page, "Accettiamo").tap();
    await news(page, "Accettata: lo sportello lo vede").waitFor();
    await button(page, "Siamo sul posto").tap();
    await choice(page, "Che cosa avete trovato?", "Confermata").tap();
    await button(page, "Registra la verifica").tap();
    await news(page, "Verifica registrata").waitFor();
    await settled(visitor);
    await lines(page, "Verifica sul posto").filter({ hasText: "Confermata" }).waitFor();
    await accessible(visitor);
}

async function answerAndClose({ page }, visitor) {
    await page.reload();
    await sees(page, TOLD);
    await settled(visitor);
    await choice(page, "Risposta", "Una squadra è andata sul posto").click();
    await button(page, "Rispondi").click();
    await news(page, "Risposta inviata").waitFor();
    await settled(visitor);
    await button(page, "Concludi").click();
    const dialog = page.getByRole("dialog", { name: "Concludi" });
    await field(dialog, "Com'è finita").selectOption("CONTACT_MADE");
    await accessible(visitor);
    await button(dialog, "Salva").click();
    await news(page, "Segnalazione conclusa").waitFor();
    // When it is over the desk no longer reads where it was.
    await sees(page, "Luogo e testo li vede chi lavora su questa segnalazione.");
    assert.equal(await page.getByText(TOLD).count(), 0);
}

async function readTheAnswer(page, visitor, code) {
    await link(page, arabic.follow_title).tap();
    await heading(page, arabic.follow_title).waitFor();
    await settled(visitor);
    await labelled(page, arabic.code).fill(code.replace(/\d$/, (digit) => String(9 - digit)));
    await button(page, arabic.show).tap();
    await sees(page, arabic.wrong_digit);
    const inArabicDigits = [...code].map((c) =>
        /\d/.test(c) ? String.fromCodePoint(0x0660 + Number(c)) : c);
    await labelled(page, arabic.code).fill(inArabicDigits.join(""));
    await button(page, arabic.show).tap();
    await sees(page, arabic["status.closed"]);
    await sees(page, arabic["answer.VISITED"]);
    assert.equal(await page.getByText(TOLD).count(), 0);
    assert.equal(await widthOf(page), PHONE.viewport.width);
    await accessible(visitor);

    await labelled(page, arabic.remark).fill("شكرًا لكم");
    await button(page, arabic.remark_send).tap();
    await sees(page, arabic.remark_sent);
}

play("a report in Arabic from the public page goes through the desk and a unit to its answer",
    { on: PHONE },
    async (page, guest) => {
        const code = await report(page, guest);
        const paola = await visit({ as: "paola@roma", on: DESK });
        await triage(paola, paola);
        const omar = await visit({ as: "omar@roma", on: PHONE });
        await goAndLook(omar, omar);
        await answerAndClose(paola, paola);
        await readTheAnswer(page, guest, code);
        for (const visitor of [paola, omar]) {
            assert.deepEqual(visitor.faults, []);
            await visitor.context.close();
        }
    },
);

play("two reports of one event side by side, joined and separated", { as: "paola@roma" },
    async (page, visitor) => {
        await goTo(visitor, "/reports/new");
        await choice(page, "Di che cosa si tratta", "Problema di salute non da 118").click();
        await field(page, "Descrizione").fill("Uomo seduto a terra con la febbre, non si alza");
        await field(page, "Zona").selectOption("RM-I");
        await field(page, "Luogo preciso").fill("Termini, binario 24");
        await field(page, "Chi segnala (tipo)").selectOption("14");
        await button(page, "Salva").click();
        await sees(page, "Codice per il segnalante:");
        await accessible(visitor);
        await link(page, "Vai alla segnalazione").click();
        await settled(visitor);

        const alike = lines(page, "Forse è lo stesso fatto").filter({ hasText: "Stesso luogo" });
        await alike.first().getByText("Descrizione simile").waitFor();
        await alike.first().getByRole("button", { name: "Confronta" }).click();
        const side = page.getByRole("region", { name: /^Confronto con/ });
        await side.getByText("binario 24", { exact: false }).first().waitFor();
        await accessible(visitor);
        await alike.first().getByRole("button", { name: /^Unisci a/ }).click();
        await sees(page, "Questa segnalazione è unita a un'altra: si lavora su quella");
        await button(page, "Separa").click();
        await news(page, "Separate di nuovo").waitFor();
        await button(page, "Salva la valutazione").waitFor();
    },
);

play("an e-mail fills in the form, and the unit says why it does not go", { as: "giulia@roma", on: PHONE },
    async (page, visitor) => {
        const asked = lines(page, "Vi chiedono di andare").filter({ hasText: "Proposta" });
        await asked.first().getByRole("link").tap();
        await settled(visitor);
        await button(page, "Non possiamo").tap();
        const dialog = page.getByRole("dialog", { name: "Perché non andate?" });
        await choice(dialog, "Motivo", "Impegnata altrove").tap();
        await accessible(visitor);
        await button(dialog, "Salva").tap();
        // Who does not go need not know where.
        await sees(page, "Luogo e testo li vede chi lavora su questa segnalazione.");
        await news(page, "Non accettata").getByRole("button", { name: "Annulla" }).tap();
        await button(page, "Siamo sul posto").waitFor();

        const paola = await visit({ as: "paola@roma", on: DESK });
        await goTo(paola, "/reports/new");
        await button(paola.page, "Incolla un'e-mail").click();
        const paste = paola.page.getByRole("dialog", { name: "Incolla un'e-mail" });
        await field(paste, "Testo dell'e-mail").fill(
            "From: Anna Bruni <anna@example.org>\nSubject: Aiuto\n\nUn ragazzo dorme nel portone",
        );
        await button(paste, "Riempi il modulo").click();
        await news(paola.page, "Riempito quello che c'è scritto").waitFor();
        assert.equal(await field(paola.page, "Nome del segnalante").inputValue(), "Anna Bruni");
        assert.match(await field(paola.page, "Descrizione").inputValue(), /dorme nel portone/);
        await accessible(paola);
        assert.deepEqual(paola.faults, []);
        await paola.context.close();
    },
);
