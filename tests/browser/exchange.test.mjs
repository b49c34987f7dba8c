// SPDX-License-Identifier: EUPL-1.2
// The map of services goes out as a package of tables and is looked at before it is taken in again;
// who only reads the map can take it along, and not write it.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { play } from "./play.mjs";
import { button, field, goTo, heading, PHONE, sees, settled, widthOf } from "./visit.mjs";

const FILE = "File HSDS (JSON o zip)";

async function saved(page, press) {
    const [download] = await Promise.all([page.waitForEvent("download"), press()]);
    assert.match(download.suggestedFilename(), /^servizi-\d{4}-\d\d-\d\d\.zip$/);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    return Buffer.concat(chunks);
}

play("a package of services comes back as it went", { as: "paola@roma" }, async (page, visitor) => {
    await goTo(visitor, "/services");
    await heading(page, "Mappa dei servizi").waitFor();
    const zip = await saved(page, () => button(page, "Esporta tabelle (zip)").click());
    assert.equal(zip.subarray(0, 2).toString(), "PK");
    for (const name of ["datapackage.json", "services.csv", "organizations.csv"])
        assert.ok(zip.includes(name), `${name} is not in the package`);

    await button(page, "Controlla prima").click();
    await sees(page, "Scegli prima il file.");
    const file = { name: "servizi.zip", mimeType: "application/zip", buffer: zip };
    await field(page, FILE).setInputFiles(file);
    await button(page, "Controlla prima").click();
    await sees(page, "Importando: 0 da aggiungere, 0 da correggere");
    await accessible(visitor);
    await button(page, "Importa").click();
    await sees(page, "0 aggiunti, 0 corretti");

    const broken = { ...file, buffer: zip.subarray(0, 200) };
    await field(page, FILE).setInputFiles(broken);
    await button(page, "Controlla prima").click();
    await sees(page, "Questo zip non si apre");
    await accessible(visitor);
});

play("who reads the map may take it along, on a phone", { as: "giulia@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, "/services");
        await settled(visitor);
        assert.ok((await widthOf(page)) <= 360);
        await button(page, "Esporta tabelle (zip)").waitFor();
        assert.equal(await button(page, "Importa").count(), 0);
        assert.equal(await button(page, "Controlla prima").count(), 0);
    },
);
