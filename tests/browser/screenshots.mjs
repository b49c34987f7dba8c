// SPDX-License-Identifier: EUPL-1.2
// Pictures for docs/screenshots/, of the demonstration as it is today.
// node tests/browser/screenshots.mjs PROGRAM
import assert from "node:assert/strict";
import { mkdir, stat } from "node:fs/promises";

process.env.LGNET = process.argv[2] ?? process.env.LGNET ?? "build/release/lgnet";
const { filled } = await import("./pages.mjs");
const { choice, close, DESK, field, goTo, PHONE, visit } = await import("./visit.mjs");

const FOLDER = "docs/screenshots";
const BYTES_MAX = 150_000; // they are in the repository for good
const SHARP_PHONE = { ...PHONE, deviceScaleFactor: 2 };

await mkdir(FOLDER, { recursive: true });
await takeOf({ as: "giulia@roma", on: SHARP_PHONE }, {
    "phone-tonight": "/outreach",
    "phone-outing": filled("/outreach/outings/:outing"),
    "phone-contact": [filled("/outreach/contacts/new?outing=:outing"), contact],
    "phone-person": filled("/people/:person"),
    "phone-identify": [filled("/outreach/contacts/:contact/person"), somebodyKnown],
});
await takeOf({ as: "elvira@roma", on: SHARP_PHONE }, {
    "phone-register": filled("/workshops/sessions/:session"),
});
await takeOf({ on: SHARP_PHONE }, {
    "phone-public-report": ["/segnala/roma", inArabic],
});
await takeOf({ as: "paola@roma", on: DESK }, {
    "desk-reception": filled("/desk?site=:site"),
    "desk-reports": "/reports",
    "desk-report": filled("/reports/:report"),
});
await takeOf({ as: "sara@roma", on: DESK }, {
    "desk-cases": "/cases",
    "desk-case": filled("/cases/:case"),
    "desk-beds": "/housing",
    "desk-warnings": "/screening/warnings",
});
await takeOf({ as: "ines@roma", on: DESK }, {
    "desk-minor": filled("/minors/files/:file"),
});
await takeOf({ as: "marco@roma", on: DESK }, {
    "desk-city-board": "/monitoring",
    "desk-where-and-when": "/shifts/hotspots",
    "desk-story": filled("/stories/:story"),
    "desk-city-board-parts": ["/monitoring?indicator=NET-02", parts],
});
await takeOf({ as: "direzione@rete", on: DESK }, {
    "desk-network-board": "/monitoring/network",
    "desk-network-map": ["/monitoring/network", parts],
    "desk-indicator": filled("/monitoring/indicators/:code"),
});
await close();

// Each page by its address, and what is done on it before the picture is taken.
async function takeOf(somebody, pages) {
    const visitor = await visit(somebody);
    for (const [name, page] of Object.entries(pages)) {
        const [path, before] = [page].flat();
        await goTo(visitor, path);
        await before?.(visitor.page);
        await visitor.page.mouse.move(0, 0); // nothing is pointed at
        const file = `${FOLDER}/${name}.png`;
        await visitor.page.screenshot({ path: file });
        const { size } = await stat(file);
        assert.ok(size < BYTES_MAX, `${file}: ${size} bytes`);
        console.log(`${file}: ${Math.round(size / 1000)} kB`);
    }
    assert.deepEqual(visitor.faults, []);
    await visitor.context.close();
}

async function inArabic(page) {
    await page.getByRole("combobox", { name: "Lingua", exact: true }).selectOption("ar");
    await page.locator("html[dir=rtl]").waitFor();
}

async function contact(page) {
    await choice(page, "Genere", "Uomo").tap();
    await choice(page, "Età apparente", "Adulto (18-60 anni)").tap();
    await choice(page, "Lingue", "Arabo").tap();
    await page.evaluate(() => scrollTo(0, 0));
}

async function somebodyKnown(page) {
    await field(page, "Cerca la persona").fill("ibrahim");
    await page.getByText("Ibrahima Sow").first().waitFor();
    await page.evaluate(() => scrollTo(0, 0));
}

async function parts(page) {
    await page.getByRole("figure").first().evaluate((figure) => figure.scrollIntoView());
}
