// SPDX-License-Identifier: EUPL-1.2
// The tests of this folder watch every page they open: here, that they would see.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { objections } from "./accessible.mjs";
import { faultsOfText } from "./texts.mjs";
import { close, field, settled, visit } from "./visit.mjs";

after(close);

async function faultsAfter(happening) {
    const visitor = await visit({});
    await settled(visitor);
    await visitor.page.evaluate(happening);
    await visitor.page.waitForTimeout(200);
    await visitor.context.close();
    return visitor.faults.join("\n");
}

test("a page that asks another host is seen", async () => {
    const ask = () => void (new Image().src = "http://elsewhere.invalid/pixel.png");
    assert.match(await faultsAfter(ask), /elsewhere\.invalid/);
});

test("a page that breaks the security policy is seen", async () => {
    const inject = () => {
        const script = document.createElement("script");
        script.textContent = "document.title = 'broken in'";
        document.body.append(script);
    };
    assert.match(await faultsAfter(inject), /Content Security Policy/);
});

test("a page that throws is seen", async () => {
    const fail = () => void setTimeout(() => undefined.length);
    assert.match(await faultsAfter(fail), /TypeError/);
});

test("a field without a label and a sentence without words are seen", async () => {
    const visitor = await visit({});
    await settled(visitor);
    assert.deepEqual(await objections(visitor.page), []);
    assert.deepEqual(await faultsOfText(visitor.page), []);
    await field(visitor.page, "Password").evaluate((input) => {
        document.querySelector(`label[for="${input.id}"]`).remove();
        input.after("page.access.password");
    });
    assert.match((await objections(visitor.page)).join(), /label/);
    assert.deepEqual(await faultsOfText(visitor.page), ["page.access.password"]);
    await visitor.context.close();
});
