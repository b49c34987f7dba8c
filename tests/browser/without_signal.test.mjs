// SPDX-License-Identifier: EUPL-1.2
// An outing without a signal: recorded on the phone, the browser killed, the network back, everything
// there once. The program itself is switched off, so that nothing at all answers.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { objections } from "./accessible.mjs";
import { PASSWORD, serve } from "./program.mjs";
import {
    button,
    choice,
    field,
    FLAGS,
    heading,
    lines,
    link,
    list,
    news,
    PHONE,
    sees,
} from "./visit.mjs";

const PIN = "271828";
const OUTING = "Unità mobile 1 – Termini";
const CONTACTS = 10;
const TALLIES = 2;
// Two reports to see to: one yes, two arrivals, two verifications.
const SAID_OF_REPORTS = 5;
// A contact with somebody known, a screening of them, and where the unit went.
const BESIDES = 3;
const WAITING = CONTACTS + TALLIES + SAID_OF_REPORTS + BESIDES;
const IBRAHIMA = "01900000-0000-7000-8000-0000000b0002";
const SLEEPS = "Dorme in strada o in un riparo di fortuna";
const PATIENCE = 30_000;

const program = await serve();
const profile = await mkdtemp(join(tmpdir(), "lgnet-phone-"));
let phone;

after(async () => {
    await phone?.kill();
    await program.stop();
    await rm(profile, { recursive: true, force: true });
});

// A browser of its own process, which can be killed as a phone goes dark. On a busy machine a new
// one may not answer whom it has let in; then it is taken anew, for that is not what is tested.
async function takePhone(triesLeft = 3) {
    const { address, kill } = await startBrowser();
    const timeout = PATIENCE / 2;
    const connection = await chromium.connectOverCDP(address, { timeout }).catch(async (failure) => {
        await kill();
        if (triesLeft === 1) throw failure;
    });
    if (!connection) return takePhone(triesLeft - 1);
    const [context] = connection.contexts();
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    await page.setViewportSize(PHONE.viewport);
    const faults = [];
    page.on("pageerror", (failure) => faults.push(String(failure)));
    return { page, faults, kill };
}

async function startBrowser() {
    const flags = [...FLAGS, "--headless=new", "--remote-debugging-port=0"];
    const browser = spawn("/usr/bin/chromium", [...flags, `--user-data-dir=${profile}`], {
        detached: true,
        stdio: ["ignore", "ignore", "pipe"],
        env: { ...process.env, LANG: "it_IT.UTF-8", TZ: "Europe/Rome" },
    });
    const ended = new Promise((resolve) => browser.once("close", resolve));
    const address = await new Promise((resolve, reject) => {
        let said = "";
        browser.stderr.on("data", (text) => {
            said += text;
            const found = /DevTools listening on (ws:\S+)/.exec(said);
            if (found) resolve(found[1]);
        });
        browser.once("close", () => reject(new Error(`the browser ended: ${said}`)));
    });
    const kill = async () => {
        process.kill(-browser.pid, "SIGKILL");
        await ended;
    };
    return { address, kill };
}

async function logIn(page) {
    await field(page, "Nome utente").fill("giulia@roma");
    await field(page, "Password").fill(PASSWORD);
    await button(page, "Entra").click();
}

async function unlock(page) {
    await field(page, "PIN").fill(PIN);
    await button(page, "Sblocca").click();
}

async function prepare(page) {
    await page.goto(`${program.address}/#/phone`);
    await logIn(page);
    await heading(page, "Questo telefono").waitFor();
    await field(page, "PIN").fill(PIN);
    await field(page, "PIN, di nuovo").fill(PIN);
    await button(page, "Prepara questo telefono").click();
    await page.getByText("Questo telefono è pronto a lavorare senza segnale.").waitFor();
    await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
        for (;;) {
            const names = await caches.keys();
            const cache = names[0] && (await caches.open(names[0]));
            if (cache && (await cache.match("./index.html"))) return;
            await new Promise((turn) => setTimeout(turn, 100));
        }
    });
}

async function openOuting(page) {
    await page.goto(`${program.address}/#/outreach`);
    await heading(page, "Stasera").waitFor();
    await list(page, OUTING).getByRole("link").click();
    await heading(page, OUTING).waitFor();
}

async function recordContact(page, nickname) {
    await link(page, "Registra un contatto").first().click();
    await choice(page, "Chi è", "Soprannome").click();
    await field(page, "Soprannome").fill(nickname);
    await choice(page, "Com'è finita", "Solo informazioni").click();
    await button(page, "Salva").click();
    await heading(page, OUTING).waitFor();
    await link(page, `“${nickname}”`).waitFor();
}

async function recordTally(page, seen) {
    await link(page, "Conta un gruppo").first().click();
    await field(page, "Persone viste").fill(String(seen));
    await button(page, "Salva").click();
    await lines(page, "Gruppi visti").filter({ hasText: `${seen} persone viste` }).waitFor();
}

// Where the unit is asked to go: seen on the first page of its evening, opened, verified.
async function verify(page, { state, finding }) {
    await page.goto(`${program.address}/#/outreach`);
    await heading(page, "Stasera").waitFor();
    await lines(page, "Vi chiedono di andare").filter({ hasText: state }).getByRole("link").click();
    await sees(page, "Dove e che cosa");
    const yes = button(page, "Accettiamo");
    const there = button(page, "Siamo sul posto");
    await yes.or(there).waitFor();
    if (await yes.isVisible()) await yes.click();
    await there.click();
    await choice(page, "Che cosa avete trovato?", finding).click();
    assert.deepEqual(await objections(page), []);
    await button(page, "Registra la verifica").click();
    await lines(page, "Verifica sul posto").filter({ hasText: finding }).waitFor();
}

// Somebody known, found among the persons that the phone has taken along, and how they are.
async function lookAtSomebodyKnown(page) {
    await link(page, "Registra un contatto").first().click();
    await choice(page, "Chi è", "Persona nota").click();
    await field(page, "Cerca la persona").fill("Ibrahima");
    const found = lines(page, "Persone trovate").filter({ hasText: "Ibrahima Sow" });
    await found.getByRole("button", { name: "È questa" }).click();
    await choice(page, "Com'è finita", "Solo informazioni").click();
    await button(page, "Salva").click();
    await heading(page, OUTING).waitFor();
    await link(page, /Ibrahima/).first().click();
    await link(page, "Fai uno screening").click();
    await choice(page, "Che cosa c'è", SLEEPS).click();
    await choice(page, `${SLEEPS}: quanto pesa adesso`, "Seria").click();
    await choice(page, `${SLEEPS}: da dove lo sai`, "L'abbiamo visto").click();
    assert.deepEqual(await objections(page), []);
    await button(page, "Salva").click();
    await news(page, "Screening registrato").waitFor();
}

async function markStop(page) {
    await openOuting(page);
    await link(page, "Tappe, materiale e foglio di chiusura").click();
    const stop = lines(page, "Tappe").filter({ hasText: "Via Marsala" });
    await button(stop, "Fatta, nessuno").click();
    await stop.getByText("Fatta, nessuno incontrato").waitFor();
    assert.deepEqual(await objections(page), []);
}

// What the server knows of today's screenings of the person of tonight's contact, and of the stop.
async function besides(page) {
    return page.evaluate(async (person) => {
        const headers = { "Lgnet-Purpose": "outreach" };
        const get = async (path) => (await fetch(`/api/${path}`, { headers })).json();
        const screenings = (await get(`screening/persons/${person}/screenings`)).items;
        const outing = (await get("outreach/outings?limit=30")).items.find(
            ({ team, state }) => team === "um1" && state === "open",
        );
        const { stops } = await get(`shifts/outings/${outing.id}/sheet`);
        return {
            screenings: screenings.length,
            stop: stops.find(({ place }) => place?.includes("Via Marsala")).state,
        };
    }, IBRAHIMA);
}

// What the server knows of where the unit was sent tonight: each finding, as often as it is there.
async function findings(page) {
    return page.evaluate(async () => {
        const headers = { "Lgnet-Purpose": "outreach" };
        const get = async (path) => (await fetch(`/api/reports/${path}`, { headers })).json();
        const { items } = await get("dispatches");
        const sheets = items.map(({ report }) => get(`reports/${report.id}/sheet`));
        return (await Promise.all(sheets)).flatMap(({ verifications }) =>
            (verifications ?? []).map(({ finding }) => finding),
        );
    });
}

// What the server knows of tonight's outing.
async function known(page) {
    return page.evaluate(async () => {
        const headers = { "Lgnet-Purpose": "outreach" };
        const get = async (path) => (await fetch(`/api/outreach/${path}`, { headers })).json();
        const { items } = await get("outings?limit=30");
        const { id, seen } = items.find(({ team, state }) => team === "um1" && state === "open");
        const contacts = (await get(`contacts?outing=${id}&limit=200`)).items;
        return { nicknames: contacts.map(({ nickname }) => nickname), seen };
    });
}

test("an evening without a signal arrives whole, and once", async () => {
    phone = await takePhone();
    let { page } = phone;
    await prepare(page);
    const before = await known(page);
    const found = await findings(page);
    const beside = await besides(page);
    assert.equal(beside.stop, "planned");
    assert.deepEqual(await objections(page), []);

    // ---- no signal; the app is opened anew all the same
    await program.cutOff();
    await page.reload();
    await unlock(page);
    await page.goto(`${program.address}/#/outreach`);
    await page.getByText("Senza connessione").first().waitFor();
    await openOuting(page);
    const names = Array.from({ length: CONTACTS }, (_, index) => `Senza segnale ${index + 1}`);
    for (const name of names.slice(0, 6)) await recordContact(page, name);
    await recordTally(page, 211);
    for (const name of names.slice(6)) await recordContact(page, name);
    await recordTally(page, 307);
    await lookAtSomebodyKnown(page);
    await markStop(page);
    await verify(page, { state: "Proposta", finding: "Non trovata" });
    await verify(page, { state: "Accettata", finding: "Confermata" });
    await page.getByText(`${WAITING} registrazioni in attesa`).first().waitFor();
    assert.deepEqual(await objections(page), []);

    // Something is half typed when the phone goes dark.
    await openOuting(page);
    await link(page, "Registra un contatto").first().click();
    await choice(page, "Chi è", "Soprannome").click();
    await field(page, "Soprannome").fill("Mezza parola");
    await page.waitForTimeout(500);
    assert.deepEqual(phone.faults, []);
    await phone.kill();

    // ---- the same phone again, still without a signal
    phone = await takePhone();
    ({ page } = phone);
    await page.goto(`${program.address}/#/phone/waiting`);
    await heading(page, "Questo telefono").waitFor();
    assert.deepEqual(await objections(page), []);
    await unlock(page);
    await heading(page, "In attesa di partire").waitFor();
    assert.equal(await lines(page, "In attesa").count(), WAITING);
    assert.deepEqual(await objections(page), []);
    const stored = await page.evaluate(storedText);
    assert.ok(stored.length > 1000);
    assert.ok(!/Senza segnale|Mezza parola|Il Professore|Binario 24|Ibrahima/.test(stored), "something is in the clear");

    await openOuting(page);
    await link(page, "Registra un contatto").first().click();
    await page.getByText("Abbiamo ritrovato quello che stavi scrivendo.").waitFor();
    assert.equal(await field(page, "Soprannome").inputValue(), "Mezza parola");

    // ---- the network comes back
    await program.comeBack();
    await page.goto(`${program.address}/#/phone/waiting`);
    await button(page, "Invia ora").click();
    const sessionOver = link(page, "La sessione è scaduta: entra per inviare quello che aspetta.");
    const allSent = page.getByText("Tutto inviato");
    await sessionOver.or(allSent).first().waitFor();
    if (await sessionOver.isVisible()) {
        await sessionOver.click();
        await logIn(page);
    }
    await allSent.waitFor();
    await page.goto(`${program.address}/#/phone/waiting`);
    assert.equal(await lines(page, "Arrivate").count(), WAITING);
    assert.deepEqual(await objections(page), []);

    const later = await known(page);
    for (const name of names) {
        assert.equal(later.nicknames.filter((one) => one === name).length, 1, name);
    }
    assert.equal(later.nicknames.length, before.nicknames.length + CONTACTS + 1);
    assert.deepEqual(await besides(page), { screenings: beside.screenings + 1, stop: "nobody" });
    assert.equal(later.seen, before.seen + 211 + 307);
    const verified = (await findings(page)).toSorted();
    assert.deepEqual(verified, [...found, "not_found", "confirmed"].toSorted());
    assert.deepEqual(phone.faults, []);
});

// All that this browser keeps on its disk, as text.
async function storedText() {
    const database = await new Promise((resolve) => {
        const opening = indexedDB.open("lgnet");
        opening.onsuccess = () => resolve(opening.result);
    });
    const tables = [...database.objectStoreNames];
    const rows = await Promise.all(
        tables.map(
            (name) =>
                new Promise((resolve) => {
                    const asking = database.transaction(name).objectStore(name).getAll();
                    asking.onsuccess = () => resolve(asking.result);
                }),
        ),
    );
    database.close();
    const readable = (_, value) =>
        value instanceof Uint8Array ? new TextDecoder("latin1").decode(value) : value;
    const kept = [rows, { ...localStorage }, { ...sessionStorage }, document.cookie];
    return JSON.stringify(kept, readable);
}
