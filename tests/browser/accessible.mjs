// SPDX-License-Identifier: EUPL-1.2
// What a machine can tell of accessibility: axe objects to nothing on the page as it stands.
import assert from "node:assert/strict";
import axe from "axe-core";
import { settled } from "./visit.mjs";

export async function accessible(visitor) {
    await settled(visitor);
    // What the mouse happens to lie on looks otherwise.
    await visitor.page.mouse.move(0, 0);
    assert.deepEqual(await objections(visitor.page), []);
}

// Each as one line: what is wrong, and where. `within`, a part of the page, is for what lies over
// the rest of it: of text that is covered nobody can say how well it is read.
export async function objections(page, within = "html") {
    if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
    // A screen as long as the page and what is open over it, so that what sticks to its edge covers nothing.
    const screen = page.viewportSize();
    const height = Math.max(screen.height, await page.evaluate(heightOfAll));
    await page.setViewportSize({ width: screen.width, height });
    await page.evaluate(untilDrawn, height);
    const found = await page.evaluate(askAxe, within);
    await page.setViewportSize(screen);
    return found;
}

// In the page. A dialog keeps some room above and below itself.
function heightOfAll() {
    const inDialogs = [...document.querySelectorAll("dialog[open], dialog[open] *")];
    const heights = inDialogs.map(({ scrollHeight }) => scrollHeight + 200);
    return Math.max(document.documentElement.scrollHeight, ...heights);
}

// In the page: a telephone takes a new size some frames after it was told.
async function untilDrawn(height) {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const isTold = () => innerHeight === height;
    for (let left = 100; left > 0 && !isTold(); left--) await frame();
    await frame();
    await frame();
}

// In the page.
async function askAxe(within) {
    const { violations, incomplete } = await window.axe.run(within, {
        resultTypes: ["violations", "incomplete"],
        elementRef: true,
    });
    const isEmptyField = ({ any }) => any.some(({ data }) => data?.messageKey === "emptyValue");
    // The columns of a table that one has to scroll to; on a wide screen they are in sight.
    const isScrolledOut = ({ element }) => {
        const box = element.closest("[role=region]")?.getBoundingClientRect();
        return box !== undefined && element.getBoundingClientRect().right > box.right;
    };
    // Contrast that cannot be computed is to be made so that it can.
    const doubtful = incomplete
        .filter(({ id }) => id === "color-contrast")
        .map(({ id, nodes }) => ({
            id,
            nodes: nodes.filter((node) => !isEmptyField(node) && !isScrolledOut(node)),
        }));
    return [...violations, ...doubtful].flatMap(({ id, nodes }) =>
        nodes.map(({ html, any, all, none }) => {
            const why = [...any, ...all, ...none].map(({ message }) => message).join("; ");
            return `${id}: ${html.slice(0, 160)} (${why})`;
        }),
    );
}
