// SPDX-License-Identifier: EUPL-1.2
// The direction of the network: sixteen cities and their figures, and nobody behind them.
import assert from "node:assert/strict";
import { accessible } from "./accessible.mjs";
import { filled, MET, routes, THINGS } from "./pages.mjs";
import { play } from "./play.mjs";
import {
    ask,
    chooseInMenu,
    DESK,
    field,
    goTo,
    heading,
    link,
    PHONE,
    sees,
    settled,
    visit,
} from "./visit.mjs";

const OF_PERSONS = new Set(["people", "outreach", "cases"]);

const cities = (page) =>
    page
        .getByRole("table", { name: /^Tutte le città/ })
        .getByRole("row")
        .filter({ has: page.getByRole("rowheader") });

play("the board: sixteen cities beside their targets", { as: "direzione@rete" },
    async (page, visitor) => {
        await heading(page, "Quadro della rete").waitFor();
        await settled(visitor);
        assert.equal(await cities(page).count(), 16);
        const roma = cities(page).filter({ hasText: "Roma" });
        assert.match(await roma.textContent(), /[▲✓▼] \d+\s?% di [\d.]+/);
        await accessible(visitor);

        // The sum over the cities is what the cities have stated.
        await field(page, "Indicatore").selectOption("Persone raggiunte");
        await settled(visitor);
        const chart = page.getByRole("figure").filter({ hasText: "I dati in tabella" });
        await chart.getByText("I dati in tabella").click();
        const rows = chart.getByRole("row").filter({ has: page.getByRole("rowheader") });
        assert.equal(await rows.count(), 16);
        const figures = await rows.getByRole("cell").allTextContents();
        const sum = figures
            .map((text) => Number.parseInt(text.replaceAll(/[^\d]/g, "") || "0", 10))
            .reduce((one, other) => one + other);
        await sees(page, sum.toLocaleString("it"));
    },
);

// Circles are measured as circles: a name may well stand in the corner of the square around one.
function namesThatTouch() {
    const names = [...document.querySelectorAll(".italy-name span")].map((name) => ({
        text: name.textContent,
        box: name.getBoundingClientRect(),
    }));
    const circles = [...document.querySelectorAll(".italy-drawing circle")].map((circle) => {
        const { left, top, width } = circle.getBoundingClientRect();
        return { x: left + width / 2, y: top + width / 2, radius: width / 2, of: circle.textContent };
    });
    const gap = (one, other) =>
        Math.max(
            Math.max(one.left, other.left) - Math.min(one.right, other.right),
            Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom),
        );
    const gapToCircle = (box, { x, y, radius }) =>
        Math.hypot(
            Math.max(box.left - x, 0, x - box.right),
            Math.max(box.top - y, 0, y - box.bottom),
        ) - radius;
    return names.flatMap(({ text, box }, index) => [
        ...names
            .slice(index + 1)
            .filter((other) => gap(box, other.box) < 0)
            .map((other) => `${text} touches ${other.text}`),
        ...circles
            .filter((circle) => gapToCircle(box, circle) < 0)
            .map(({ of }) => `${text} touches the circle of ${of}`),
    ]);
}

play("the map: every name apart from all circles and all other names", { as: "direzione@rete" },
    async (page, visitor) => {
        await settled(visitor);
        const indicators = await field(page, "Indicatore").locator("option").all();
        const codes = await Promise.all(indicators.map((each) => each.getAttribute("value")));
        assert.ok(codes.length >= 10);
        const faults = [];
        for (const { viewport } of [DESK, PHONE]) {
            await page.setViewportSize(viewport);
            for (const code of codes) {
                for (const window of ["period", "year_to_date"]) {
                    await goTo(visitor, `/monitoring/network?indicator=${code}&window=${window}`);
                    assert.equal(await page.locator(".italy-name span").count(), 16);
                    const found = await page.evaluate(namesThatTouch);
                    const where = `${code}, ${window}, at ${viewport.width}`;
                    faults.push(...found.map((fault) => `${where}: ${fault}`));
                }
            }
        }
        assert.deepEqual(faults, []);
    },
);

play("any figure says how it is counted, with a worked example", { as: "direzione@rete" },
    async (page, visitor) => {
        await chooseInMenu(page, "Indicatori");
        await link(page, "Persone raggiunte").click();
        await heading(page, "Persone raggiunte").waitFor();
        await sees(page, "Persone, ciascuna una volta");
        await page.getByRole("heading", { name: "Che cosa resta fuori, e perché" }).waitFor();
        await page.getByRole("heading", { name: /^Esempio svolto/ }).waitFor();
        const result = page.getByRole("table", { name: "Risultato" });
        await result.getByRole("rowheader", { name: "Totale" }).first().waitFor();
        // In words, as everything else: neither names of columns nor codes.
        const contacts = page.getByRole("table", { name: "I contatti" });
        await contacts.getByRole("columnheader", { name: "Com'è finito" }).waitFor();
        await contacts.getByRole("cell", { name: "Persona non trovata" }).waitFor();
        assert.ok(!/_|RM-|NOT_FOUND/.test(await page.getByRole("main").textContent()));
        await sees(page, "1 persona soltanto cercata e mai trovata nel periodo");
        await accessible(visitor);
    },
);

// Whatever the server says from here on.
function hear({ context }) {
    const heard = [];
    context.on("response", (response) => heard.push(response.text().catch(() => "")));
    return heard;
}

function named(text) {
    return MET.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
}

play("no page of a person exists for the network", { as: "direzione@rete" },
    async (page, visitor) => {
        const heard = hear(visitor);
        for (const { module, path } of routes()) {
            await goTo(visitor, filled(path, { ...THINGS, city: "roma" }));
            if (OF_PERSONS.has(module)) await heading(page, "Questa pagina non c'è").waitFor();
            heard.push(page.content());
        }
        // Neither the pages nor anything the server has said names anybody.
        const all = (await Promise.all(heard)).join("\n");
        assert.ok(all.includes("Milano")); // it does hear what is said
        assert.deepEqual(named(all), []);
    },
);

// The description of the acts has an example of each that succeeds for one of Roma.
play("no act on a person exists for the network", { as: "direzione@rete" },
    async (_, visitor) => {
        const { paths } = JSON.parse((await ask(visitor, "GET", "/api/openapi.json")).text);
        const answers = [];
        for (const [path, operations] of Object.entries(paths)) {
            if (!OF_PERSONS.has(path.split("/")[2])) continue;
            for (const [method, act] of Object.entries(operations)) {
                const body = { ...act["x-example"] };
                const address = path.replace(/\{(\w+)\}/g, (_whole, name) => body[name]);
                for (const [, name] of path.matchAll(/\{(\w+)\}/g)) delete body[name];
                const answer = await ask(
                    visitor,
                    method.toUpperCase(),
                    address,
                    act.requestBody && body,
                );
                answers.push({ act: act.operationId, ...answer });
            }
        }
        assert.ok(answers.length > 30, `${answers.length} acts`);
        assert.deepEqual(answers.filter(({ status }) => status !== 404), []);
        assert.deepEqual(named(answers.map(({ text }) => text).join("\n")), []);

        const sara = await visit({ as: "sara@roma" });
        const found = await ask(sara, "GET", `/api/people/persons/${THINGS.person}`);
        assert.deepEqual(named(found.text), ["Amina", "Diallo"]);
        await sara.context.close();
    },
);

play("outings and persons of Roma are not found from Milano", { as: "elena@milano" },
    async (page, visitor) => {
        const heard = hear(visitor);
        for (const path of ["/outreach/outings/:outing", "/people/:person", "/cases/:case"]) {
            await goTo(visitor, filled(path));
            await sees(page, /non (c'è|esiste|trovat)/i);
            heard.push(page.content());
        }
        assert.deepEqual(named((await Promise.all(heard)).join("\n")), []);
    },
);
