// SPDX-License-Identifier: EUPL-1.2
// The survey: an interview in Arabic without a signal; a workbook with a fault, told by sheet and
// row; a plan for all Municipi and groups, drawn.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { THINGS } from "./pages.mjs";
import { play } from "./play.mjs";
import {
    ask,
    button,
    chooseInMenu,
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
} from "./visit.mjs";
import { workbook } from "./workbook.mjs";

const PIN = "271828";
const NEXT = "التالي";
const THANKS = "شكرًا. انتهت الأسئلة.";
const SCREENS_MOST = 120;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const MUNICIPI = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"].concat([
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
]);

async function prepare(visitor) {
    const { page } = visitor;
    await goTo(visitor, "/phone");
    await field(page, "PIN").fill(PIN);
    await field(page, "PIN, di nuovo").fill(PIN);
    await button(page, "Prepara questo telefono").click();
    await sees(page, "Questo telefono è pronto a lavorare senza segnale.");
    await page.evaluate(() => navigator.serviceWorker.ready);
    await settled(visitor);
}

const get = async (visitor, path) => JSON.parse((await ask(visitor, "GET", path)).text);

// What the program knows of migrants in the first Municipio.
async function cell(visitor) {
    const { cells } = await get(visitor, `/api/survey/waves/${THINGS.wave}/quotas`);
    return cells.find(
        ({ district, respondents }) => district === "RM-I" && respondents === "MIGRANT",
    );
}

// The first answer to everything on this page that has none, as somebody in a hurry would give it.
async function answerPage(page) {
    const questions = page.locator("main form fieldset");
    for (let at = 0; at < (await questions.count()); at++) {
        const question = questions.nth(at);
        if ((await question.locator("input:checked").count()) > 0) continue;
        await question.locator("input").first().tap();
    }
    for (const list of await page.locator("main form select").all()) {
        if ((await list.inputValue()) === "") await list.selectOption({ index: 1 });
    }
    // Numbers as an Arabic keyboard has them.
    for (const number of await page.locator("main form input[inputmode=numeric]").all()) {
        if ((await number.inputValue()) === "") await number.fill("٣");
    }
}

async function answerToTheEnd(page) {
    for (let screen = 0; screen < SCREENS_MOST; screen++) {
        if (await page.getByText(THANKS).first().isVisible()) return;
        await answerPage(page);
        await answerPage(page); // what counts only now stands on the same page
        await button(page, NEXT).tap();
    }
    throw new Error(`not at the end after ${SCREENS_MOST} pages`);
}

play("an interview in Arabic without a signal arrives once, and moves its quota",
    { as: "noemi@roma", on: PHONE },
    async (page, visitor) => {
        await heading(page, "Le mie interviste").waitFor(); // where her work begins
        await accessible(visitor);
        await prepare(visitor);
        const before = await cell(visitor);

        await visitor.context.setOffline(true);
        await goTo(visitor, "/survey");
        const earlier = lines(page, "Turni passati");
        await earlier.filter({ hasText: "Stazione Termini" }).first().waitFor();
        await goTo(visitor, `/survey/slots/${THINGS.slot}`);
        await heading(page, "Stazione Termini").waitFor();
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);

        // Sixty-four were counted that evening: with one more it is somebody's turn.
        await sees(page, "Ancora 1 persona, e poi chiedi.");
        await button(page, "Ne è passata una").tap();
        await sees(page, "Chiedi a questa persona.");
        await button(page, "Rifiuto").tap();
        const no = news(page, "Registrato: Rifiuto");
        await no.getByRole("button", { name: "Annulla" }).tap();
        await settled(visitor);

        await link(page, "Comincia l'intervista").tap();
        await heading(page, "Intervista").waitFor();
        await accessible(visitor);
        await button(page, "العربية").tap();
        const form = page.locator("div[lang=ar]").first();
        assert.equal(await form.getAttribute("dir"), "rtl");
        // Nobody is asked to go on without having said yes.
        await button(page, NEXT).tap();
        await page.locator("main form [aria-invalid=true]").first().waitFor();
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);
        await answerPage(page);
        await button(page, NEXT).tap();
        await answerPage(page);
        await button(page, NEXT).tap();

        // In another language for a moment: nothing is lost.
        await field(page, "اللغة").selectOption("it");
        await button(page, "Avanti").waitFor();
        await field(page, "Lingua").selectOption("ar");
        await answerToTheEnd(page);
        await accessible(visitor);
        await button(page, "Salva l'intervista").tap();
        await news(page, "Intervista salvata").waitFor();
        await heading(page, "Stazione Termini").waitFor();
        await page.getByText("4 registrazioni in attesa").first().waitFor();

        await visitor.context.setOffline(false);
        await goTo(visitor, "/phone/waiting");
        const sent = page.getByText("Tutto inviato").first();
        const now = button(page, "Invia ora");
        await now.or(sent).first().waitFor();
        // It may have gone by itself meanwhile.
        if (await now.isVisible()) await now.tap({ timeout: 2000 }).catch(() => {});
        await sent.waitFor();
        const after = await cell(visitor);
        assert.equal(after.complete, before.complete + 1);
        assert.equal(after.refused, before.refused);
        assert.equal(after.left, Math.max(0, after.target - after.complete - after.partial));

        // Among her own, with an hour and no minute, and without a name.
        await goTo(visitor, `/survey/waves/${THINGS.wave}/interviews`);
        const own = lines(page, "Interviste").filter({ hasText: "Arabo" });
        await own.filter({ hasText: /dalle \d\d:00/ }).first().waitFor();
        await accessible(visitor);
    },
);

play("what was answered is there when the page is opened anew, and who stops leaves it or not",
    { as: "noemi@roma", on: PHONE },
    async (page, visitor) => {
        const before = await cell(visitor);
        await goTo(visitor, `/survey/interview?slot=${THINGS.slot}`);
        await button(page, "العربية").tap();
        await answerPage(page);
        await button(page, NEXT).tap();
        await answerPage(page);
        const second = await page.locator("main form section").getAttribute("aria-label");
        await page.reload();
        await settled(visitor);
        await sees(page, "Abbiamo ritrovato l'intervista che stavi facendo.");
        const again = page.locator("main form section");
        assert.equal(await again.getAttribute("aria-label"), second);
        assert.ok((await again.locator("input:checked").count()) > 0);

        await button(page, "Interrompi l'intervista").tap();
        const dialog = page.getByRole("dialog", { name: "Interrompere l'intervista?" });
        await accessible(visitor);
        await button(dialog, "Non lasciare niente: interrotta subito").tap();
        await news(page, "Intervista salvata").waitFor();
        assert.equal((await cell(visitor)).refused, before.refused + 1);
        await news(page, "Intervista salvata").getByRole("button", { name: "Annulla" }).tap();
        await news(page, "Intervista ritirata").waitFor();
        assert.equal((await cell(visitor)).refused, before.refused);
    },
);

const FAULTY = {
    survey: [
        ["type", "name", "label", "relevant"],
        ["text", "first", "Prima", ""],
        ["text", "second", "Seconda", "pulldata('a', 'b', 'c', 'd') = '1'"],
    ],
    settings: [["form_title", "form_id", "version"], ["Prova", "try_it", "1"]],
};

play("a workbook is refused by sheet, row and column; mended, it is tried out and taken back",
    { as: "fulvia@roma" },
    async (page, visitor) => {
        await chooseInMenu(page, "Questionari");
        await heading(page, "Questionari").waitFor();
        await settled(visitor);
        await accessible(visitor);
        await button(page, "Importa un questionario").click();
        const dialog = page.getByRole("dialog", { name: "Importa un questionario" });
        const send = async (sheets) => {
            await field(dialog, "File XLSForm (.xlsx)").setInputFiles({
                name: "try_it.xlsx",
                mimeType: XLSX,
                buffer: workbook(sheets),
            });
            await button(dialog, "Importa un questionario").click();
        };
        await field(dialog, "Gruppo").selectOption("BODY");
        await send(FAULTY);
        const fault = dialog.getByRole("row").filter({ hasText: "relevant" });
        await fault.waitFor();
        assert.match(await fault.textContent(), /pulldata/); // refused by name
        assert.equal(await fault.getByRole("rowheader").textContent(), "survey");
        assert.equal(await fault.getByRole("cell").nth(0).textContent(), "3");
        assert.equal(await fault.getByRole("cell").nth(1).textContent(), "relevant");
        await accessible(visitor);

        const [head, first, second] = FAULTY.survey;
        const mended = [...second.slice(0, 3), "${first} != ''"];
        await send({ ...FAULTY, survey: [head, first, mended] });
        const done = news(page, "Questionario importato");
        await done.waitFor();
        const version = lines(page, "Versioni: Prova");
        await version.getByRole("link").click();
        await heading(page, "Prova il questionario").waitFor();
        await sees(page, "È una prova: non si registra e non si invia niente.");
        // In one language alone there is none to choose.
        await field(page, "Prima").fill("qualcosa");
        await button(page, "Avanti").click();
        await field(page, "Seconda").fill("ancora");
        await button(page, "Avanti").click();
        const row = page.getByRole("row").filter({ hasText: "/data/second" });
        await row.getByText("ancora").waitFor();
        await accessible(visitor);

        await goTo(visitor, "/survey/questionnaires");
        await version.getByRole("button", { name: /^Ritira/ }).click();
        await news(page, "Versione ritirata").getByRole("button", { name: "Annulla" }).click();
        await version.getByRole("button", { name: /^Ritira/ }).waitFor();
    },
);

// Which of the units are in the sample.
async function drawn(visitor) {
    const { units } = await get(visitor, `/api/survey/waves/${THINGS.wave_preparing}/plan`);
    return units.filter((unit) => unit.drawn).map(({ id }) => id);
}

play("a plan for 15 Municipi and three groups; the same seed draws the same sample",
    { as: "fulvia@roma" },
    async (page, visitor) => {
        await heading(page, "Rilevazioni").waitFor(); // where her work begins
        await link(page, "Bisogni di Roma, primavera").click();
        await heading(page, "Bisogni di Roma, primavera").waitFor();
        await settled(visitor);
        await accessible(visitor);

        await button(page, "Calcola per tutte le zone").click();
        const planning = page.getByRole("dialog", { name: "Calcola per tutte le zone" });
        await accessible(visitor);
        await button(planning, "Salva").click();
        await news(page, "Zone nel piano: 45").waitFor();
        await sees(page, /^\S+ interviste in 45 celle$/);
        const migrants = page.getByRole("table", { name: "Quante interviste: Migranti" });
        assert.equal(await migrants.getByRole("rowheader").count(), 15);

        // The size of the formula: 1.5 · 1.96² · 0.25 / 0.1² is 144.06, and one more.
        const third = migrants.getByRole("row").filter({ hasText: "Municipio III" });
        await third.getByRole("cell", { name: "145", exact: true }).first().waitFor();
        await migrants.getByRole("button", { name: "Modifica: Municipio III" }).click();
        const stratum = page.getByRole("dialog", { name: "Municipio III: Migranti" });
        await field(stratum, "Obiettivo scritto a mano").fill("30");
        await button(stratum, "Salva").click();
        await third.getByText("30, a mano").waitFor();
        const set = news(page, "Zona corretta");
        await set.getByRole("button", { name: "Annulla" }).click();
        await third.getByText("30, a mano").waitFor({ state: "detached" });

        await button(page, "Aggiungi alla lista").click();
        const list = page.getByRole("dialog", { name: /^Aggiungi alla lista/ });
        const each = MUNICIPI.flatMap((number) =>
            [1, 2, 3].map((at) => `Servizio ${at}; assistente sociale; Municipio ${number}`),
        );
        await field(list, "La lista, una riga per ciascuno").fill(`senza zona\n${each.join("\n")}`);
        await list.getByText(/righe: 1$/).waitFor();
        assert.ok(await button(list, "Salva").isDisabled());
        await field(list, "La lista, una riga per ciascuno").fill(each.join("\n"));
        await list.getByText("45 righe lette").waitFor();
        await button(list, "Salva").click();
        await news(page, "45 nominativi aggiunti").waitFor();

        const whose = page.getByRole("radiogroup", { name: "Di chi", exact: true });
        await whose.getByRole("radio", { name: "Operatori sociali e sanitari" }).click();
        await page.getByRole("radio", { name: "Casuale semplice" }).click();
        await field(page, "Quanti per zona").fill("2");
        await button(page, "Estrai").click();
        await news(page, "Campione estratto").waitFor();
        await sees(page, "30 estratti");
        const first = await drawn(visitor);
        assert.equal(first.length, 30);
        await settled(visitor);
        await accessible(visitor);

        await button(page, "Annulla l'estrazione").click();
        await news(page, "Estrazione annullata").waitFor();
        assert.deepEqual(await drawn(visitor), []);
        await field(page, "Quanti per zona").fill("2");
        await page.getByRole("radio", { name: "Casuale semplice" }).click();
        await button(page, "Estrai").click();
        await sees(page, "30 estratti");
        assert.deepEqual((await drawn(visitor)).toSorted(), first.toSorted());

        // One that was drawn is given to whoever asks.
        const interviewer = page.getByRole("combobox", { name: /^Chi intervista: Servizio/ });
        await interviewer.first().selectOption({ label: "Noemi Sartori" });
        await news(page, "Affidato").waitFor();
    },
);

play("quotas on the map, and rates with what they are made of", { as: "fulvia@roma" },
    async (page, visitor) => {
        await goTo(visitor, `/survey/waves/${THINGS.wave}/quotas`);
        const { complete, partial, target } = await cell(visitor);
        const tile = page.getByTitle(`Municipio I: ${complete + partial}/${target}`);
        await tile.waitFor();
        const rates = page.getByRole("table", { name: "Tassi di risposta" });
        const migrants = rates.getByRole("row").filter({ hasText: "Migranti" });
        assert.match(await migrants.textContent(), /Migranti\d+(,\d)?\s%/);
        await page.getByText("Come si calcolano").click();
        await sees(page, "RR1 = I / ((I+P) + (R+NC+O) + U)");
        await accessible(visitor);
        await page.setViewportSize(PHONE.viewport);
        assert.ok((await widthOf(page)) <= 360);
    },
);
