// SPDX-License-Identifier: EUPL-1.2
// Phones with ODK Collect: how one is set up, and what came from them and waits.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { play } from "./play.mjs";
import {
    button,
    chooseInMenu,
    field,
    heading,
    lines,
    link,
    news,
    PHONE,
    sees,
    settled,
} from "./visit.mjs";

const WAITING = "Da controllare";

// As Collect sends it: with the password of the cast, and without the browser's cookies.
async function send({ page }, login, xml) {
    const boundary = "phone";
    const body = [
        `--${boundary}`,
        'Content-Disposition: form-data; name="xml_submission_file"; filename="form.xml"',
        "Content-Type: text/xml",
        "",
        xml,
        `--${boundary}--`,
        "",
    ].join("\r\n");
    const { origin } = new URL(page.url());
    const answer = await fetch(`${origin}/openrosa/roma/submission`, {
        method: "POST",
        headers: {
            "X-OpenRosa-Version": "1.0",
            Authorization: `Basic ${Buffer.from(`${login}:lgnet-demo-2026`).toString("base64")}`,
            "Content-Type": `multipart/form-data; boundary=${boundary}`,
        },
        body,
    });
    return answer.status;
}

const contact = (name, district) => `<data id="contact"><meta><instanceID>uuid:${name}</instanceID></meta>
    <at>${new Date(Date.now() - 3_600_000).toISOString()}</at><setting>PARK</setting>
    <district>${district}</district><languages>bn</languages><outcome>INFO_ONLY</outcome>
    <note>Vicino alla fontana</note></data>`;

play("an operator finds the code for her phone", { as: "giulia@roma", on: PHONE },
    async (page, visitor) => {
        await chooseInMenu(page, "Moduli ODK");
        await heading(page, "Moduli ODK").waitFor();
        await settled(visitor);
        const code = page.getByRole("img", { name: "Codice QR con l'indirizzo del server" });
        const { width, height } = await code.boundingBox();
        assert.ok(width >= 200 && Math.abs(width - height) < 2, `${width} by ${height}`);
        await sees(page, /\/openrosa\/roma$/);
        await sees(page, "Contatto in strada");
        assert.equal(await page.getByRole("heading", { name: WAITING }).count(), 0);
        await accessible(visitor);
    },
);

play("what waits is corrected, recorded, and is a contact", { as: "marco@roma" },
    async (page, visitor) => {
        const name = crypto.randomUUID();
        const xml = contact(name, "RM-XXX");
        assert.equal(await send(visitor, "giulia@roma", xml), 201);
        await chooseInMenu(page, "Moduli ODK");
        await settled(visitor);
        await accessible(visitor);
        const before = await lines(page, WAITING).count();
        await lines(page, WAITING).first().getByRole("link").click();
        await heading(page, "Invio da controllare").waitFor();
        await settled(visitor);
        await accessible(visitor);
        await sees(page, "«RM-XXX» non è un codice della lista.");
        await field(page, "Zona").selectOption({ label: "Municipio II" });
        await button(page, "Registra").click();
        await news(page, "Registrato").waitFor();
        await settled(visitor);
        assert.equal(await lines(page, WAITING).count(), before - 1);

        await link(page, "Arrivati dai telefoni").click();
        await settled(visitor);
        await accessible(visitor);
        await lines(page, "Arrivati dai telefoni").first().getByRole("link").click();
        await sees(page, "Vicino alla fontana");
        // The phone never heard the answer: it sends again, and there is still one.
        assert.equal(await send(visitor, "giulia@roma", xml), 201);
    },
);

play("what is dismissed comes back with one tap", { as: "marco@roma" }, async (page, visitor) => {
    const name = crypto.randomUUID();
    assert.equal(await send(visitor, "giulia@roma", contact(name, "RM-YYY").slice(0, -9)), 400);
    await chooseInMenu(page, "Moduli ODK");
    await settled(visitor);
    const before = await lines(page, WAITING).count();
    await lines(page, WAITING).first().getByRole("link").click();
    await sees(page, "Il modulo è arrivato rovinato");
    await settled(visitor);
    await accessible(visitor);
    await button(page, "Scarta").click();
    await news(page, "Scartato").waitFor();
    await settled(visitor);
    assert.equal(await lines(page, WAITING).count(), before - 1);
    await button(page, "Annulla").click();
    await settled(visitor);
    await page.reload();
    await settled(visitor);
    assert.equal(await lines(page, WAITING).count(), before);
});
