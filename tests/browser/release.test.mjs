// SPDX-License-Identifier: EUPL-1.2
// A release with a new indicator, written and published by the direction, reaches three cities and
// its figures come back the same day; what Roma calls by a name of its own is counted with theirs.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { play } from "./play.mjs";
import {
    ask,
    button,
    choice,
    chooseInMenu,
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
    visit,
    widthOf,
} from "./visit.mjs";

const CODE = "NET-90";
const NAME = "Orientamenti in strada";
const GUIDANCE = "Orientamento personalizzato (lavoro, formazione)";
const OWN_NAME = "Sportello lavoro sul camper";

const DEFINITION = `code = "${CODE}"
version = 1
unit = "events"
framework = "LgNet"
breakdowns = ["month"]

[name]
it = "${NAME}"
en = "Guidance in the street"

[definition]
it = "Quanti contatti del periodo sono stati anche un orientamento personalizzato."
en = "How many contacts of the period were personal guidance too."

[counts]
it = "I contatti con ORI.PERS, una volta ciascuno."
en = "Contacts with ORI.PERS, each once."

[source]
it = "Chiesto dalla cabina di regia."
en = "Asked for by the steering group."

[example]
period = "2026-Q3"
as_of = "2026-10-10"
it = "Tre contatti: due con un orientamento, uno dei quali a giugno."
en = "Three contacts: two with guidance, one of them in June."
expected = [
    { breakdown = "total", value = 1 },
    { window = "year_to_date", breakdown = "total", value = 2 },
    { breakdown = "month", cell = "2026-07", value = 1 },
    { breakdown = "month", cell = "2026-08", value = 0 },
    { breakdown = "month", cell = "2026-09", value = 0 },
]

[[example.facts]]
view = "outreach_fact_intervention"
columns = ["contact_key", "day", "code", "district"]
rows = [
    ["c1", "2026-07-03", "ORI.PERS", "RM-I"],
    ["c2", "2026-06-30", "ORI.PERS", "RM-I"],
    ["c3", "2026-07-03", "ORI.SERV", "RM-I"],
]
`;

const OF_PERSONS = "select p.first_name as key, p.day from people_person p\n";
const QUERY = `-- Every contact that was personal guidance too.
select i.contact_key as key, i.day, i.district
from outreach_fact_intervention i
where i.code = 'ORI.PERS' and i.day >= $1 and i.day < $2
`;

// ---- the last quarter that is over, and a day in the middle of it

function lastQuarter() {
    const today = new Intl.DateTimeFormat("sv", { timeZone: "Europe/Rome" }).format(new Date());
    const [year, month] = today.split("-").map(Number);
    const running = Math.ceil(month / 3);
    return running > 1 ? { year, number: running - 1 } : { year: year - 1, number: 4 };
}

const { year: YEAR, number: NUMBER } = lastQuarter();
const PERIOD = `${YEAR}-Q${NUMBER}`;
const IN_WORDS = `${NUMBER}° trimestre ${YEAR}`;
const DAY = `${YEAR}-${String(NUMBER * 3 - 1).padStart(2, "0")}-15`;

// ---- the direction

const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

async function holds(box, wanted) {
    const end = Date.now() + 10_000;
    while ((await box.inputValue()) !== wanted) {
        if (Date.now() > end) assert.equal(await box.inputValue(), wanted);
        await box.page().waitForTimeout(20);
    }
}

// By its name the file says where it belongs; then all is ready for the next, which goes elsewhere.
async function putFile(page, name, text) {
    const path = field(page, "Percorso del file");
    await field(page, "Il file cambiato").setInputFiles(file(name, text));
    await holds(path, `catalogue/indicators/${name}`);
    await button(page, "Metti nella prossima versione").click();
    await holds(path, "");
    assert.equal(await field(page, "Il file cambiato").inputValue(), "");
    await lines(page, "File cambiati").filter({ hasText: name }).waitFor();
}

async function writeTheRelease(page, anna) {
    await chooseInMenu(page, "Versioni del catalogo");
    await link(page, "La prossima versione").click();
    await heading(page, "La prossima versione").waitFor();
    await settled(anna);

    await putFile(page, `${CODE}.toml`, DEFINITION);
    await sees(page, "Così non si può usare");
    await putFile(page, `${CODE}.sql`, OF_PERSONS);
    await accessible(anna);
    // A query of persons goes nowhere, and the page says which word it stumbles over.
    await sees(page, /^catalogue.indicators.NET-90.sql: people_person is not allowed/);
    assert.equal(await page.getByText("Non cambia niente").count(), 0);
    await field(page, "Note").fill("Un indicatore nuovo: gli orientamenti in strada.");
    await button(page, "Pubblica").click();
    await sees(page, /Questa versione non si può usare: .*people_person/);
    await accessible(anna);

    await putFile(page, `${CODE}.sql`, QUERY);
    const added = lines(page, "Indicatori").filter({ hasText: NAME });
    await added.getByText("Nuova", { exact: true }).waitFor();
    await accessible(anna);
    assert.equal(await page.getByText(/people_person/).count(), 0);
    await button(page, "Pubblica").click();
    await news(page, "è pubblicata").waitFor();
    await heading(page, "Versione del catalogo").waitFor();
    await sees(page, "Un indicatore nuovo: gli orientamenti in strada.");
    await accessible(anna);
    return page.url().split("/").at(-1);
}

const cities = (page) => page.getByRole("table", { name: /^Tutte le città/ }).getByRole("row");

// The figures of the new indicator by city, as the board of the network has them in its table.
async function figuresOf(page) {
    const rows = await cities(page).evaluateAll((all) =>
        all.map(({ cells }) => [...cells].map(({ textContent }) => textContent)),
    );
    const [heads, ...others] = rows;
    const place = heads.indexOf(NAME);
    assert.ok(place > 0, `no column ${NAME}: ${heads}`);
    return Object.fromEntries(others.map((cells) => [cells[0], cells[place]]));
}

// ---- a city

const number = (text) => Number.parseInt(text.replaceAll(".", ""), 10);

// What the board of a city says of the quarter to who comes to it from another page.
async function counted(city) {
    await goTo(city, "/monitoring/returns");
    await goTo(city, `/monitoring?period=${PERIOD}&indicator=${CODE}`);
    const said = city.page.getByRole("heading", { level: 2, name: new RegExp(`^${NAME}: `) });
    const text = await said.textContent();
    assert.match(text, /: [\d.]+$/);
    return number(text.split(": ")[1]);
}

async function takeTheRelease(city) {
    const { page } = city;
    await chooseInMenu(page, "Versioni del catalogo");
    await link(page, "Versione 2").tap();
    await sees(page, "Un indicatore nuovo: gli orientamenti in strada.");
    const added = lines(page, "Indicatori").filter({ hasText: NAME });
    await added.getByText("Nuova", { exact: true }).waitFor();
    await accessible(city);
    assert.ok((await widthOf(page)) <= 360);
    await button(page, "Adotta questa versione").tap();
    await news(page, "La versione 2 è in uso").waitFor();
}

async function addOwn(marco) {
    const { page } = marco;
    await chooseInMenu(page, "Voci proprie della città");
    await heading(page, "Voci proprie della città").waitFor();
    await settled(marco);
    await field(page, "Nome in italiano").fill(OWN_NAME);
    await field(page, "Sigla").fill("camper lavoro");
    // Another own code is not offered: what counts as what counts as… ends nowhere.
    const offered = await field(page, "Conta come").locator("option").allTextContents();
    assert.ok(offered.includes(GUIDANCE));
    assert.ok(!offered.includes("Orto di quartiere"));
    await field(page, "Conta come").selectOption(GUIDANCE);
    await button(page, "Aggiungi").tap();
    await sees(page, "Solo lettere maiuscole, cifre e _");
    await accessible(marco);
    assert.ok((await widthOf(page)) <= 360);
    await field(page, "Sigla").fill("CAMPER");
    await button(page, "Aggiungi").tap();
    await news(page, `${OWN_NAME} si può usare da subito`).waitFor();
    const line = lines(page, "Voci proprie della città").filter({ hasText: OWN_NAME });
    await line.getByText(`Conta come: ${GUIDANCE}`).waitFor();
    await line.getByText("OWN_CAMPER").waitFor();
}

const INTERVENTIONS = "Che cosa si è fatto";

// A contact of the quarter that had stayed on paper. Answers which interventions the form offers.
async function record(unit, done) {
    const { page } = unit;
    await goTo(unit, "/outreach/contacts/new");
    await choice(page, "Dove", "Strada, piazza").tap();
    await field(page, "Zona").selectOption({ index: 1 });
    await field(page, "Giorno").fill(DAY);
    await field(page, "Ora").fill("18:30");
    const group = page.getByRole("group", { name: INTERVENTIONS });
    await group.getByRole("button", { name: /^Mostra tutte/ }).tap();
    const offered = await group.getByRole("checkbox").evaluateAll((all) =>
        all.map((one) => one.parentElement.textContent),
    );
    await choice(page, INTERVENTIONS, done).tap();
    await choice(page, "Com'è finita", "Solo informazioni").tap();
    await accessible(unit);
    assert.ok((await widthOf(page)) <= 360);
    await button(page, "Salva").tap();
    await news(page, "Contatto registrato").waitFor();
    return offered;
}

// The statement of the quarter: opened again where the city has sent it already.
async function state(city) {
    const { page } = city;
    await goTo(city, "/monitoring/returns");
    const line = lines(page, "Consegne").filter({ hasText: IN_WORDS });
    const prepare = line.getByRole("link", { name: /^Prepara la dichiarazione/ });
    if (await prepare.count()) {
        await prepare.tap();
    } else {
        await link(line, IN_WORDS).tap();
        await button(page, "Riapri per correggere").tap();
        await field(page, "Perché va corretta").fill("La versione 2 ha un indicatore in più.");
        await button(page.getByRole("dialog"), "Riapri per correggere").tap();
        await news(page, "Dichiarazione riaperta").waitFor();
        await link(page, "Prepara la nuova versione").tap();
    }
    await heading(page, "Prepara la dichiarazione").waitFor();
    const totals = page.getByRole("table", { name: "Totali" });
    const shown = await totals
        .getByRole("row")
        .filter({ hasText: NAME })
        .getByRole("cell")
        .first()
        .textContent();
    await page.getByRole("button", { name: /^Invia alla rete/ }).tap();
    await news(page, "Dichiarazione inviata").waitFor();
    await settled(city);
    assert.ok((await widthOf(page)) <= 360);
    return number(shown);
}

// With the next round at the latest.
async function until(visitor, look) {
    const end = Date.now() + 90_000;
    while (!(await look())) {
        if (Date.now() > end) throw new Error("it has not arrived");
        await visitor.page.waitForTimeout(500);
        await visitor.page.reload();
        await settled(visitor);
    }
}

const THREE = [
    { name: "Roma", coordinator: "marco@roma", unit: "giulia@roma", records: [OWN_NAME, GUIDANCE] },
    { name: "Milano", coordinator: "carlo@milano", unit: "elena@milano", records: [GUIDANCE] },
    {
        name: "Bolzano",
        coordinator: "coordinamento@bolzano",
        unit: "strada@bolzano",
        records: [GUIDANCE, GUIDANCE, GUIDANCE],
    },
];

play("a new indicator reaches three cities and its figures come back the same day",
    { as: "direzione@rete", on: DESK },
    async (page, anna) => {
        const release = await writeTheRelease(page, anna);

        // In force in the network at once; no city has counted it, which is not zero.
        await goTo(anna, `/monitoring/network?period=${PERIOD}&indicator=${CODE}`);
        const before = await figuresOf(page);
        assert.equal(Object.keys(before).length, 16);
        assert.equal(before.Roma, "non contato");
        assert.deepEqual(Object.values(before).filter((text) => /\d/.test(text)), []);

        for (const one of THREE) {
            const city = await visit({ as: one.coordinator, on: PHONE });
            one.city = city;
            await until(city, async () => {
                const known = await ask(city, "GET", "/api/network/releases");
                return known.text.includes(release);
            });
            if (one.name === "Roma") await addOwn(city);
            await takeTheRelease(city);
            one.stood = await counted(city);
            assert.ok(one.stood > 0, `${one.name} had nothing to count`);
        }

        for (const one of THREE) {
            const unit = await visit({ as: one.unit, on: PHONE });
            for (const done of one.records) {
                const offered = await record(unit, done);
                assert.equal(offered.includes(OWN_NAME), one.name === "Roma");
            }
            assert.deepEqual(unit.faults, []);
            await unit.context.close();
        }

        // The same day: counted in the city, stated, on the board of the network.
        for (const one of THREE) {
            const { city, stood, records } = one;
            one.figure = await counted(city);
            assert.equal(one.figure, stood + records.length, one.name);
            assert.equal(await state(city), one.figure, one.name);
            assert.deepEqual(city.faults, []);
            await city.context.close();
        }

        await goTo(anna, `/monitoring/network?period=${PERIOD}&indicator=${CODE}`);
        const shown = async () => {
            const figures = await figuresOf(page);
            return Object.entries(figures).filter(([, text]) => /\d/.test(text));
        };
        await until(anna, async () => (await shown()).length === 3);
        assert.deepEqual(
            Object.fromEntries((await shown()).map(([name, text]) => [name, number(text)])),
            Object.fromEntries(THREE.map(({ name, figure }) => [name, figure])),
        );
        const sum = THREE.reduce((all, { figure }) => all + figure, 0);
        const how = page.getByRole("link", { name: new RegExp(`^Come si conta ?: ${NAME}$`) });
        const figure = how.locator("..");
        await figure.getByText(sum.toLocaleString("it"), { exact: true }).waitFor();
        await figure.getByText("3 città").waitFor();
        await accessible(anna);

        // How it is counted, with the example that somebody wrote for it.
        await how.click();
        await heading(page, NAME).waitFor();
        await sees(page, "Tre contatti: due con un orientamento, uno dei quali a giugno.");
        await accessible(anna);

        // Roma's statement says by which release it was counted.
        await goTo(anna, `/monitoring/network?period=${PERIOD}`);
        const roma = page.getByRole("rowheader", { name: "Roma", exact: true });
        await cities(page).filter({ has: roma }).getByRole("link").click();
        await heading(page, /^Dichiarazione, /).waitFor();
        await page.getByText("versione 2", { exact: true }).waitFor();
        await settled(anna);
    },
);
