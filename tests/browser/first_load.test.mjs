// SPDX-License-Identifier: EUPL-1.2
// A phone in the street waits for what comes over the air: little of it, and once.
import assert from "node:assert/strict";
import { play } from "./play.mjs";
import { heading, logIn, PHONE, settled } from "./visit.mjs";

const FIRST_LOAD_MAX = 250_000;

play("the pages weigh little, and come once", { on: PHONE }, async (page, visitor) => {
    const network = await visitor.context.newCDPSession(page);
    await network.send("Network.enable");
    await network.send("Network.clearBrowserCache");
    const addresses = new Map();
    const came = new Map();
    network.on("Network.requestWillBeSent", ({ requestId, request }) =>
        addresses.set(requestId, new URL(request.url).pathname),
    );
    network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
        came.set(requestId, encodedDataLength),
    );
    // Bytes over the air of the pages themselves; the data are not among them.
    const weight = () =>
        [...came]
            .filter(([id]) => !addresses.get(id)?.startsWith("/api/"))
            .reduce((sum, [, bytes]) => sum + bytes, 0);

    await page.goto("about:blank");
    await page.goto("/");
    await heading(page, "Entra").waitFor();
    await logIn(page, "giulia@roma");
    await heading(page, "Stasera").waitFor();
    await settled(visitor);
    const first = weight();
    assert.ok(first > 10_000, `${first} bytes: something is not measured`);
    assert.ok(first < FIRST_LOAD_MAX, `${first} bytes`);

    await page.reload();
    await heading(page, "Stasera").waitFor();
    await settled(visitor);
    const again = weight() - first;
    assert.ok(again < 5_000, `${again} bytes come again`);
});
