// SPDX-License-Identifier: EUPL-1.2
// A quarter is handed in: the pack that was closed, a late expense, the reason why it is reopened;
// who is missing in the file of recipients; and the columns that an administrator changes.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { accessible } from "./accessible.mjs";
import { THINGS } from "./pages.mjs";
import { play } from "./play.mjs";
import { button, field, goTo, heading, news, PHONE, sees, settled, widthOf } from "./visit.mjs";

const project = `/reporting/projects/${THINGS.funded}`;

// The quarter before this one, which the cast has closed.
function lastQuarter() {
    const now = new Date();
    const at = now.getFullYear() * 4 + Math.floor(now.getMonth() / 3) - 1;
    return `${Math.floor(at / 4)}-Q${(at % 4) + 1}`;
}

async function fetched(page, name, place) {
    const [download] = await Promise.all([
        page.waitForEvent("download"),
        button(page, name).click(),
    ]);
    const path = join(place, download.suggestedFilename());
    await download.saveAs(path);
    return path;
}

const MINUTES = 60_000;
const run = promisify(execFile);

// The pack, as a reader of PDF and LibreOffice open it: the same words, the same money.
async function opens(page) {
    const place = await mkdtemp(join(tmpdir(), "lgnet-pack-"));
    try {
        const paper = await fetched(page, "Scarica la scheda (PDF)", place);
        assert.match(paper, /scheda-\d{4}-Q\d\.pdf$/);
        const { stdout: words } = await run("pdftotext", ["-layout", paper, "-"]);
        assert.match(words, /Tre uscite a settimana, anche in agosto\./);
        assert.match(words, /188\.400,50/);

        const book = await fetched(page, "Scarica il foglio di calcolo", place);
        const as = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
        await run(
            "soffice",
            ["--headless", "--norestore", "--convert-to", as, "--outdir", place, book],
            // Settings of its own, which are thrown away.
            { timeout: 3 * MINUTES, env: { ...process.env, HOME: place, XDG_CONFIG_HOME: place } },
        );
        const sheet = (name) => readFile(book.replace(".xlsx", `-${name}.csv`), "utf8");
        assert.match(await sheet("Procedurale"), /Tre uscite a settimana, anche in agosto\./);
        assert.match(await sheet("Finanze"), /188400\.5/);
    } finally {
        await rm(place, { recursive: true, force: true });
    }
}

play("a quarter is reopened with a reason, closed, and its pack opens", { as: "marco@roma" },
    async (page, visitor) => {
        await goTo(visitor, "/reporting");
        await heading(page, "Progetti e rendiconti").waitFor();
        await page.getByRole("link", { name: "LgNet Roma - esempio" }).click();
        await heading(page, "LgNet Roma - esempio").waitFor();
        await sees(page, "Chiuso");
        await settled(visitor);
        await accessible(visitor);

        await button(page, "Scrivi una spesa: D2 Coperte, kit, biglietti").click();
        const spending = page.getByRole("dialog", { name: "Scrivi una spesa" });
        await field(spending, "Importo in euro").fill("12,30");
        await field(spending, "Per che cosa").fill("Coperte");
        await accessible(visitor);
        await button(spending, "Salva").click();
        await news(page, "Spesa scritta").waitFor();
        await sees(page, "12,30");

        await goTo(visitor, `${project}/quarters/${lastQuarter()}`);
        await sees(page, "Il trimestre è chiuso");
        await settled(visitor);
        await accessible(visitor);
        await button(page, "Riapri il trimestre").click();
        const reopening = page.getByRole("dialog", { name: "Riapri il trimestre" });
        await button(reopening, "Riapri il trimestre").click();
        await reopening.getByRole("alert").first().waitFor();
        await field(reopening, "Perché si riapre").fill("La relazione era incompleta");
        await button(reopening, "Riapri il trimestre").click();
        await sees(page, "Il trimestre è aperto");
        await field(page, "Andamento").fill("Tre uscite a settimana, anche in agosto.");
        await button(page, "Salva la relazione").click();
        await news(page, "Relazione salvata").waitFor();

        await button(page, "Chiudi il trimestre").click();
        await sees(page, "Il trimestre è chiuso");
        await sees(page, "La relazione era incompleta");

        await opens(page);
    });

play("who is missing in the file of recipients is found on a telephone",
    { as: "marco@roma", on: PHONE },
    async (page, visitor) => {
        await goTo(visitor, `${project}/quarters/${lastQuarter()}`);
        await page.getByRole("link", { name: "Chi manca e perché" }).tap();
        await heading(page, `Destinatari del trimestre ${lastQuarter()}`).waitFor();
        await settled(visitor);
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);
        assert.equal(await page.getByText("Samuel").count(), 0);
        await goTo(visitor, "/reporting/siuss");
        await sees(page, "Interventi senza codice ufficiale");
        await accessible(visitor);
        assert.ok((await widthOf(page)) <= 360);
    });

play("an administrator changes a column and takes it back", { as: "admin@roma" },
    async (page, visitor) => {
        await goTo(visitor, "/reporting/mapping");
        await heading(page, "Colonne del file dei destinatari").waitFor();
        await button(page, "Modifica: genere").click();
        const column = page.getByRole("dialog", { name: "Colonna" });
        await field(column, "Come si chiamano là i nostri codici").fill("F = 2\nM = 1");
        await accessible(visitor);
        await button(column, "Va bene").click();
        await sees(page, "2 codici tradotti");
        await button(page, "Salva le colonne").click();
        const saved = news(page, "Colonne salvate");
        await saved.waitFor();
        await saved.getByRole("button", { name: "Annulla" }).click();
        await page.getByText("2 codici tradotti").waitFor({ state: "detached" });
    });
