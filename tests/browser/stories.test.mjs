// SPDX-License-Identifier: EUPL-1.2
// A story: its file sent in pieces over a line that is cut, published, read by everybody without a
// script, taken back, and gone from the public page with the next look.
import assert from "node:assert/strict";
import { accessible, objections } from "./accessible.mjs";
import { THINGS } from "./pages.mjs";
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

const CITY = "/rete/citta/roma";
const PUBLISHED = `/rete/storie/roma/${THINGS.story}`;

// Sound of a little more than two pieces; no two of them alike.
function sound() {
    const bytes = Buffer.alloc(2 * 512 * 1024 + 1000);
    for (let at = 0; at < bytes.length; at++) bytes[at] = 48 + ((at * 31 + (at >> 9)) % 10);
    // Whole frames of MP3, the first of them a byte longer so that they end with the file.
    const longer = bytes.length % 24;
    for (let at = 0, frame = 0; at < bytes.length; at += frame++ < longer ? 25 : 24)
        Buffer.from([0xff, 0xf3, frame < longer ? 0x16 : 0x14, 0x64]).copy(bytes, at);
    return bytes;
}

const look = async (visitor, path) => {
    const answer = await visitor.context.request.get(path);
    return { status: answer.status(), text: await answer.text(), headers: answer.headers() };
};

play("the pages for everybody, on a telephone and without JavaScript",
    { on: { ...PHONE, javaScriptEnabled: false } },
    async (page) => {
        await page.goto("/rete");
        await heading(page, "Rete delle città per le persone migranti").waitFor();
        await link(page, "Roma").tap();
        await heading(page, "Roma").waitFor();
        await link(page, "Il primo giorno").tap();
        await heading(page, "Il primo giorno").waitFor();
        await sees(page, "Il primo giorno ho contato le scale della metropolitana.");
        await sees(page, "La racconta Luce (nome di fantasia).");
        const photo = page.getByRole("img", { name: "Due mani che impastano il pane" });
        await photo.waitFor();
        assert.equal(await page.getByText("Okafor").count(), 0);
        await link(page, "In English").tap();
        await sees(page, "Told by Luce (invented name).");
        assert.equal(await page.locator("html").getAttribute("lang"), "en");
        await link(page, "Figures").tap();
        await heading(page, "Figures").waitFor();
        assert.deepEqual(await page.context().cookies(), []);
    },
);

play("the pages for everybody are for everybody", { on: PHONE }, async (page) => {
    for (const path of ["/rete", CITY, PUBLISHED, "/rete/cifre", "/rete/cifre?lang=en"]) {
        await page.goto(path);
        await page.getByRole("heading", { level: 1 }).waitFor();
        assert.deepEqual(await objections(page), [], path);
        assert.ok((await widthOf(page)) <= 360, path);
        assert.equal(await page.locator("script").count(), 0, path);
    }
});

play("a story with a file over a line that is cut, published, and taken back",
    { as: "sara@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, "/stories/new");
        await accessible(visitor);
        await field(page, "Titolo").fill("La voce del laboratorio");
        await field(page, "Testo").fill("Ho imparato a misurare due volte e tagliare una.");
        await field(page, "Nome di fantasia").fill("Ago");
        await button(page, "Salva").tap();
        await news(page, "Storia proposta").waitFor();
        await sees(page, "consenso: non chiesto");
        const id = page.url().split("/").at(-1);
        await accessible(visitor);

        // The second piece does not get through: what has come stays.
        const pieces = [];
        await page.route("**/chunks", async (route) => {
            const { number } = route.request().postDataJSON();
            pieces.push(number);
            if (number === 1 && pieces.filter((each) => each === 1).length === 1)
                return route.abort("connectionreset");
            return route.continue();
        });
        await button(page, "Aggiungi un file").tap();
        const adding = page.getByRole("dialog", { name: "Aggiungi un file" });
        await choice(adding, "Che file è", "Audio").tap();
        await field(adding, "File").setInputFiles({
            name: "voce.mp3",
            mimeType: "audio/mpeg",
            buffer: sound(),
        });
        await field(adding, "Che cosa si vede o si sente").fill("Una macchina da cucire");
        await accessible(visitor);
        await button(adding, "Salva").tap();
        await news(page, "File aggiunto").waitFor();
        assert.deepEqual(pieces, [0, 1, 1, 2]);
        const files = lines(page, "File");
        await files.filter({ hasText: "Una macchina da cucire" }).waitFor();

        await button(page, "Registra la risposta").tap();
        const asking = page.getByRole("dialog", { name: "Registra la risposta" });
        await choice(asking, "Risposta", "Ha detto sì").tap();
        await choice(asking, "In che forma", "Testo").tap();
        await choice(asking, "In che forma", "Audio").tap();
        await choice(asking, "Dove si può pubblicare", "Il sito della rete").tap();
        await choice(asking, "Fin dove", "Ovunque").tap();
        await accessible(visitor);
        await button(asking, "Salva").tap();
        await news(page, "Risposta registrata").waitFor();
        await sees(page, "consenso: dato");
        await settled(visitor);
        assert.ok((await widthOf(page)) <= 360);
        // She does not publish by herself.
        assert.equal(await button(page, "Pubblica").count(), 0);

        const coordinator = await visit({ as: "marco@roma" });
        await goTo(coordinator, `/stories/${id}`);
        await button(coordinator.page, "Pubblica").click();
        const publishing = coordinator.page.getByRole("dialog", { name: "Pubblica" });
        await accessible(coordinator);
        await button(publishing, "Salva").click();
        await news(coordinator.page, "Pubblicazione registrata").waitFor();
        await sees(coordinator.page, "si legge");

        const address = `/rete/storie/roma/${id}`;
        const shown = await look(visitor, address);
        assert.equal(shown.status, 200);
        assert.match(shown.text, /misurare due volte/);
        assert.match(shown.text, /<audio/);
        assert.equal(shown.headers["cache-control"], "no-store");
        const [, source] = /<audio src="([^"]+)"/.exec(shown.text);
        const part = await visitor.context.request.get(source, {
            headers: { Range: "bytes=524280-524295" },
        });
        assert.equal(part.status(), 206);
        assert.deepEqual(await part.body(), sound().subarray(524_280, 524_296));

        // Whoever is told takes it back, and it is gone within the second.
        await goTo(visitor, "/stories");
        await button(page, "Ritira il consenso: La voce del laboratorio").tap();
        await news(page, "Consenso ritirato: dal nostro sito è già sparita").waitFor();
        const before = Date.now();
        const gone = await look(visitor, address);
        assert.equal(gone.status, 404);
        assert.doesNotMatch(gone.text, /misurare due volte/);
        assert.doesNotMatch((await look(visitor, CITY)).text, /La voce del laboratorio/);
        assert.equal((await visitor.context.request.get(source)).status(), 404);
        assert.ok(Date.now() - before < 1000);
        await coordinator.page.reload();
        await settled(coordinator);
        await sees(coordinator.page, "consenso: ritirato");
        await sees(coordinator.page, "Consenso ritirato");
        assert.deepEqual(coordinator.faults, []);
        await coordinator.context.close();
    },
);

play("what must be taken down outside", { as: "marco@roma" }, async (page, visitor) => {
    await goTo(visitor, "/stories");
    await accessible(visitor);
    await link(page, "Da togliere").click();
    await heading(page, "Da togliere").waitFor();
    await settled(visitor);
    await accessible(visitor);
    const task = lines(page, "Da togliere").filter({ hasText: "La traversata" });
    await task.getByText("https://example.org/la-traversata").waitFor();
    await task.getByRole("button", { name: /^È stata tolta/ }).click();
    await news(page, "Segnata come tolta").waitFor();
    await sees(page, "Niente da togliere");
    await button(page, "Annulla").click();
    await task.waitFor();
});
