// SPDX-License-Identifier: EUPL-1.2
// Files in the diary of a case: a picture from a telephone, a PDF of 3 MB from the desk, what is
// not taken in, and the file that comes back.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { deflateSync } from "node:zlib";
import { accessible } from "./accessible.mjs";
import { THINGS } from "./pages.mjs";
import { play } from "./play.mjs";
import {
    button,
    choice,
    field,
    goTo,
    lines,
    news,
    PHONE,
    sees,
    settled,
    visit,
    widthOf,
} from "./visit.mjs";

// A page on which nothing is drawn; `more` stands in it as programs would write it.
function pdf(more = "") {
    const parts = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>",
        `<</Note(${more})>>`,
    ];
    let text = "%PDF-1.4\n";
    const places = parts.map((part, at) => {
        const place = text.length;
        text += `${at + 1} 0 obj\n${part}\nendobj\n`;
        return place;
    });
    const table = text.length;
    const line = (place) => `${String(place).padStart(10, "0")} 00000 n \n`;
    text += `xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${places.map(line).join("")}`;
    text += `trailer\n<</Size ${parts.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
    return Buffer.from(text, "latin1");
}

function crc(bytes) {
    let rest = 0xffffffff;
    for (const byte of bytes) {
        rest ^= byte;
        for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
    }
    return (rest ^ 0xffffffff) >>> 0;
}

// Grey, of that many points a side, with a word in it that no picture needs.
function png(side) {
    const chunk = (kind, bytes) => {
        const named = Buffer.concat([Buffer.from(kind), bytes]);
        const framed = Buffer.alloc(named.length + 8);
        framed.writeUInt32BE(bytes.length, 0);
        named.copy(framed, 4);
        framed.writeUInt32BE(crc(named), named.length + 4);
        return framed;
    };
    const head = Buffer.alloc(13);
    head.writeUInt32BE(side, 0);
    head.writeUInt32BE(side, 4);
    head.set([8, 0], 8); // eight bits of grey
    const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(side, 128)]);
    return Buffer.concat([
        Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
        chunk("IHDR", head),
        chunk("tEXt", Buffer.from("Comment\0via dei Sabelli 12")),
        chunk("IDAT", deflateSync(Buffer.concat(Array(side).fill(row)))),
        chunk("IEND", Buffer.alloc(0)),
    ]);
}

const file = (name, mimeType, buffer) => ({ name, mimeType, buffer });

// Attaches what has been filled in, and waits for its line.
async function save(page, dialog, title) {
    await button(dialog, "Salva").click();
    await news(page, "Allegato aggiunto").waitFor();
    const line = lines(page, "Diario").filter({ hasText: title });
    await line.waitFor();
    return line;
}

async function saved(page, line) {
    const answered = page.waitForResponse((answer) => answer.url().includes("/attachments/"));
    const [download] = await Promise.all([
        page.waitForEvent("download"),
        line.getByRole("button", { name: /^Scarica l'allegato/ }).click(),
    ]);
    const bytes = await readFile(await download.path());
    return { name: download.suggestedFilename(), bytes, headers: (await answered).headers() };
}

play("a picture from the telephone is drawn anew, and kept to a profession",
    { as: "sara@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, `/cases/${THINGS.case}`);
        await sees(page, "Ricevuta della questura");
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);

        await button(page, "Allega un file").tap();
        const dialog = page.getByRole("dialog", { name: "Allega un file" });
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);

        // Nothing chosen: each field that is wanted is named.
        await button(dialog, "Salva").tap();
        const alert = dialog.getByRole("alert");
        await alert.getByRole("button", { name: "File" }).waitFor();
        await alert.getByRole("button", { name: "Che cos'è" }).waitFor();

        await field(dialog, "File").setInputFiles(file("IMG_2034.png", "image/png", png(60)));
        await field(dialog, "Che cos'è").selectOption({ label: "Documento d'identità" });
        await field(dialog, "Titolo").fill("Passaporto, prima pagina");
        await choice(dialog, "Chi lo legge", "Solo la mia professione").tap();
        const line = await save(page, dialog, "Passaporto, prima pagina");
        await line.getByText("Riservata: assistente sociale").waitFor();
        await accessible(visitor);

        const { name, bytes } = await saved(page, line);
        assert.match(name, /^allegato-[0-9a-f]{8}\.jpg$/);
        assert.equal(bytes.subarray(0, 3).toString("hex"), "ffd8ff");
        assert.equal(bytes.includes("Sabelli"), false);

        const coordinator = await visit({ as: "marco@roma" });
        await goTo(coordinator, `/cases/${THINGS.case}`);
        await sees(coordinator.page, "Ricevuta della questura");
        assert.equal(await coordinator.page.getByText("Passaporto, prima pagina").count(), 0);
        assert.deepEqual(coordinator.faults, []);
        await coordinator.context.close();

        await line.getByRole("button", { name: /^Annulla l'allegato/ }).tap();
        await news(page, "Allegato annullato").waitFor();
        await line.getByText("annullato: lo vedi solo tu").waitFor();
        await line.getByRole("button", { name: /^Ripristina l'allegato/ }).tap();
        await line.getByRole("button", { name: /^Correggi l'allegato/ }).waitFor();
    },
);

play("a PDF comes back as it was, as a file, and what is no paper is refused",
    { as: "sara@roma" },
    async (page, visitor) => {
        await goTo(visitor, `/cases/${THINGS.case}`);
        await button(page, "Allega un file").click();
        const dialog = page.getByRole("dialog", { name: "Allega un file" });
        await field(dialog, "Che cos'è").selectOption({ label: "Atto di tribunale o questura" });
        await field(dialog, "Titolo").fill("Decreto");

        const refusals = [
            ["carta.pdf", Buffer.from("MZ a program"), "Non è un PDF né una foto"],
            ["modulo.pdf", pdf(") /AA<</O<</S/JavaScript/JS(1)>>>> (x"), "contiene un programma"],
            ["grande.pdf", Buffer.alloc(8 * 1024 * 1024 + 1, " "), "al massimo 8 MB"],
        ];
        for (const [name, bytes, words] of refusals) {
            await field(dialog, "File").setInputFiles(file(name, "application/pdf", bytes));
            await button(dialog, "Salva").click();
            await dialog.getByRole("alert").getByText(words).waitFor();
        }

        // Larger than anything else that this page may send.
        const paper = pdf("x".repeat(3 * 1024 * 1024));
        await field(dialog, "File").setInputFiles(file("Decreto.pdf", "application/pdf", paper));
        const line = await save(page, dialog, "Decreto.pdf");
        await line.getByText("3 MB").waitFor();
        await settled(visitor);

        const { name, bytes, headers } = await saved(page, line);
        assert.match(name, /^allegato-[0-9a-f]{8}\.pdf$/);
        assert.ok(bytes.equals(paper));
        assert.equal(headers["content-disposition"], `attachment; filename="${name}"`);
        assert.equal(headers["content-type"], "application/octet-stream");
        assert.equal(headers["x-content-type-options"], "nosniff");
        assert.equal(headers["cache-control"], "no-store");
        assert.match(headers["content-security-policy"], /sandbox; default-src 'none'/);

        await line.getByRole("button", { name: /^Correggi l'allegato/ }).click();
        const correcting = page.getByRole("dialog", { name: "Correggere un proprio allegato" });
        await field(correcting, "Titolo").fill("Decreto del tribunale");
        await accessible(visitor);
        await button(correcting, "Salva").click();
        await news(page, "Allegato corretto").waitFor();
        await lines(page, "Diario").filter({ hasText: "Decreto del tribunale" }).waitFor();
    },
);
