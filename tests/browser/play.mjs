// SPDX-License-Identifier: EUPL-1.2
// A test in which somebody of the cast uses the pages. Whatever happens in it, the pages may do
// nothing that a visit calls a fault.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { after, test } from "node:test";
import { close, DESK, visit } from "./visit.mjs";

const FAILURES = "build/browser";

after(close);

export function play(title, { as, on = DESK }, scene) {
    test(title, async () => {
        const visitor = await visit({ as, on });
        try {
            await scene(visitor.page, visitor);
            assert.deepEqual(visitor.faults, []);
        } catch (failure) {
            const seen = await keepPicture(visitor, title);
            // Where only the output of a run is left, it says what there was to see.
            console.error(`${title}: ${visitor.page.url()}\n${visitor.faults.join("\n")}\n${seen}`);
            throw failure;
        } finally {
            await visitor.context.close();
        }
    });
}

// What the visitor saw when it went wrong.
async function keepPicture({ page }, title) {
    const name = `${FAILURES}/${title.replaceAll(/[^a-z0-9]+/gi, "-")}`;
    await mkdir(FAILURES, { recursive: true });
    await page.screenshot({ path: `${name}.png`, fullPage: true }).catch(() => {});
    const seen = await page.locator("body").ariaSnapshot().catch(String);
    await writeFile(`${name}.txt`, seen);
    return seen.slice(0, 3000);
}
