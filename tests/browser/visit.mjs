// SPDX-License-Identifier: EUPL-1.2
// Somebody at a screen, who uses the pages as people do: by what things are called and what they
// are, never by how they are made.
import { chromium } from "playwright-core";
import { PASSWORD, serve } from "./program.mjs";

export const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
export const DESK = { viewport: { width: 1280, height: 800 } };

export const FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];
const PATIENCE = 30_000;

let stage;

// One program and one browser for all visitors of a process.
async function open() {
    const program = await serve();
    const browser = await chromium.launch({
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        headless: true,
        args: FLAGS,
    });
    return { program, browser };
}

export async function close() {
    const opened = await stage?.catch(() => undefined); // the tests have said why
    stage = undefined;
    await opened?.browser.close();
    await opened?.program.stop();
}

// `as` is a log-in of docs/cast.md; without it, a guest. Each visitor has a browser profile of
// their own. What no page may do is written down in `faults`: ask another host, break the security
// policy, throw, have the program fail.
export async function visit({ as, on = DESK }) {
    stage ??= open();
    const { browser, program } = await stage;
    const context = await browser.newContext({
        ...on,
        baseURL: program.address,
        locale: "it-IT",
        timezoneId: "Europe/Rome",
        reducedMotion: "reduce",
    });
    context.setDefaultTimeout(PATIENCE);
    const visitor = { context, page: await context.newPage(), faults: [], asking: new Set() };
    watch(visitor, program.address);
    await visitor.page.goto("/");
    if (as) await logIn(visitor.page, as);
    return visitor;
}

function watch({ context, faults, asking }, address) {
    const isOurs = (url) => new URL(url).origin === address;
    // A refusal that the page expects and words is no fault, though the browser writes it down.
    const isRefusal = (message) =>
        message.text().startsWith("Failed to load resource") &&
        message.location().url.startsWith(`${address}/api/`);

    context.on("request", (request) => {
        asking.add(request);
        if (!isOurs(request.url())) faults.push(`asks another host: ${request.url()}`);
    });
    context.on("requestfinished", (request) => asking.delete(request));
    context.on("requestfailed", (request) => asking.delete(request));
    context.on("response", (response) => {
        if (response.status() >= 500) faults.push(`${response.status()} of ${response.url()}`);
    });
    // What breaks the content-security policy is written to the console too.
    context.on("console", (message) => {
        if (message.type() === "error" && !isRefusal(message)) faults.push(message.text());
    });
    context.on("weberror", (error) => faults.push(String(error.error())));
}

export async function logIn(page, login) {
    await page.getByLabel("Nome utente").fill(login);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Entra" }).click();
    await page.getByRole("button", { name: "Esci" }).waitFor();
}

// Asks the program itself with the visitor's cookie, past the pages.
export async function ask({ context }, method, path, body) {
    const session = await context.request.get("/api/access/session");
    const { csrf } = await session.json();
    const answer = await context.request.fetch(path, {
        method,
        headers: { "Lgnet-Csrf": csrf, "Lgnet-Purpose": "care" },
        ...(body && { data: body }),
    });
    return { status: answer.status(), text: await answer.text() };
}

// ---- how a page is spoken of

export const heading = (page, name) => page.getByRole("heading", { level: 1, name });
export const link = (page, name) => page.getByRole("link", { name, exact: true });
export const button = (page, name) => page.getByRole("button", { name, exact: true });
export const list = (page, name) => page.getByRole("list", { name, exact: true });
export const lines = (page, name) => list(page, name).getByRole("listitem");
// News at the foot of the screen, with its "Annulla".
export const news = (page, text) => page.getByRole("status").filter({ hasText: text });

// What one writes in, or picks from, under its label.
export function field(page, name) {
    const escaped = name.replaceAll(/[?()]/g, "\\$&");
    const label = new RegExp(`^${escaped}( \\(obbligatorio\\))?$`);
    const isWrittenIn = "input:not([type=radio], [type=checkbox]), textarea, select";
    return page.getByLabel(label).and(page.locator(isWrittenIn));
}

// One of several choices: `choice(page, "Genere", "Donna")`.
export function choice(page, group, name) {
    const choices = page
        .getByRole("radiogroup", { name: group })
        .or(page.getByRole("group", { name: group }));
    return choices
        .getByRole("radio", { name, exact: true })
        .or(choices.getByRole("checkbox", { name, exact: true }));
}

// Somewhere on the page, however often it stands in tables that are closed.
export async function sees(page, text) {
    await page.getByText(text).filter({ visible: true }).first().waitFor();
}

// To a page by what it is called in the menu, whichever group it stands in; on a phone all of the
// menu is behind one button.
export async function chooseInMenu(page, name) {
    const whole = button(page, "Menu");
    if (await whole.isVisible()) await whole.click();
    const menu = page.getByRole("navigation", { name: "Menu", exact: true });
    await menu.waitFor();
    const entry = link(menu, name);
    for (const group of await menu.getByRole("button").all()) {
        if (await entry.isVisible()) break;
        await group.click();
        await menu.getByRole("button", { expanded: true }).waitFor();
    }
    await entry.click();
}

// Waits until the page shows what it was going to show: its heading, nothing on its way.
export async function settled({ page, asking }) {
    const main = page.getByRole("main");
    await main.getByRole("heading", { level: 1 }).first().waitFor();
    const until = Date.now() + PATIENCE;
    for (let quiet = 0; quiet < 3; ) {
        if (Date.now() > until) throw new Error(`${page.url()} does not come to rest`);
        const isBusy = asking.size > 0 || (await main.getByText("Attendi…").count()) > 0;
        quiet = isBusy ? 0 : quiet + 1;
        await page.waitForTimeout(20);
    }
}

// How wide the page is: more than the screen, and it scrolls sideways.
export const widthOf = (page) => page.evaluate(() => document.documentElement.scrollWidth);

// To another page of the app, as a link would lead there.
export async function goTo(visitor, path) {
    await visitor.page.evaluate(
        (hash) =>
            new Promise((resolve) => {
                if (location.hash === hash) return resolve();
                addEventListener("hashchange", () => setTimeout(resolve), { once: true });
                location.hash = hash;
            }),
        `#${path}`,
    );
    await settled(visitor);
}
