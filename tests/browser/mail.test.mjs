// SPDX-License-Identifier: EUPL-1.2
// A coordinator is written to when a report is late, by way of a mail server that is a real one;
// whoever has cases chooses whether to be written to in the evening.
import assert from "node:assert/strict";
import { once } from "node:events";
import { after } from "node:test";
import { SMTPServer } from "smtp-server";
import { play } from "./play.mjs";
import { button, choice, field, goTo, lines, news, sees, settled } from "./visit.mjs";

const MAIL_IN_TIME = 20_000;
const ADDRESS = "marco.valli@comune.example";

const mails = [];
let arrived = () => {};
const server = new SMTPServer({
    authOptional: true,
    onData(stream, session, done) {
        let text = "";
        stream.setEncoding("utf8").on("data", (part) => (text += part));
        stream.once("end", () => {
            const { mailFrom, rcptTo } = session.envelope;
            mails.push({ from: mailFrom.address, to: rcptTo.map((to) => to.address), text });
            done();
            arrived();
        });
    },
});
server.listen(0, "127.0.0.1");
await once(server.server, "listening");
after(() => server.close());

process.env.LGNET_MAIL_SERVER = `smtp://127.0.0.1:${server.server.address().port}`;
process.env.LGNET_MAIL_FROM = "lgnet@comune.example";
process.env.LGNET_SITE = "https://lgnet.comune.example";
process.env.LGNET_CHORES_SECONDS = "1";

async function mailArrives() {
    const tooLate = AbortSignal.timeout(MAIL_IN_TIME);
    while (mails.length === 0) {
        tooLate.throwIfAborted();
        await new Promise((resolve) => {
            arrived = resolve;
            setTimeout(resolve, 200);
        });
    }
    return mails[0];
}

// What stands in a mail, whichever way it was packed (RFC 2045, RFC 2047).
function opened(text) {
    const bytes = (packed) =>
        Buffer.from(packed.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(`0x${hex}`)), "latin1");
    const [head, ...body] = text.split("\r\n\r\n");
    const words = head.replace(/\r\n /g, "").replace(/=\?utf-8\?Q\?(.*?)\?=/g, (_, word) => bytes(word).toString());
    return { head: words, body: bytes(body.join("\n\n").replace(/=\r\n/g, "")).toString() };
}

play("a late report is told to who coordinates", { as: "marco@roma" }, async (page, visitor) => {
    await goTo(visitor, "/account");
    await field(page, "E-mail di lavoro").fill("marco");
    await button(page, "Salva l'e-mail").click();
    await sees(page, "Non è un indirizzo e-mail");
    assert.equal(mails.length, 0); // nobody has an address yet

    await field(page, "E-mail di lavoro").fill(ADDRESS);
    await button(page, "Salva l'e-mail").click();
    await sees(page, "E-mail salvata");

    const { from, to, text } = await mailArrives();
    assert.equal(from, "lgnet@comune.example");
    assert.deepEqual(to, [ADDRESS]);
    const { head, body } = opened(text);
    assert.match(head, /Subject: lgnet Roma: segnalazioni in ritardo: \d+, in scadenza: \d+/);
    assert.match(head, /Auto-Submitted: auto-generated/);
    assert.match(body, /https:\/\/lgnet\.comune\.example\/#\/reports/);
    const number = /RM-S\d{5}/.exec(body)[0];

    // The history says that it was said; the next rounds say nothing more.
    await goTo(visitor, "/reports");
    await lines(page, "Segnalazioni").filter({ hasText: number }).getByRole("link").click();
    await settled(visitor);
    await sees(page, "Avvisato chi coordina");
    await new Promise((resolve) => setTimeout(resolve, 2500));
    assert.equal(mails.length, 1);
});

// Whether the evening has come is the machine's business: the tests of the server move the clock.
play("who has cases chooses whether to be told in the evening", { as: "sara@roma" },
    async (page, visitor) => {
        const asked = "Questi numeri anche per e-mail, la sera alle 17";
        const before = mails.length;
        await goTo(visitor, "/cases/calendar");
        await sees(page, "Nel tuo account non c'è un'e-mail");
        assert.ok(await choice(page, asked, "Sì").isChecked());
        await choice(page, asked, "No").click();
        await news(page, "Non arriva più nessuna e-mail la sera").waitFor();

        await goTo(visitor, "/account");
        await field(page, "E-mail di lavoro").fill("sara.marchetti@comune.example");
        await button(page, "Salva l'e-mail").click();
        await sees(page, "E-mail salvata");
        await goTo(visitor, "/cases/calendar");
        await sees(page, "Arriva all'indirizzo del tuo account.");
        assert.ok(await choice(page, asked, "No").isChecked());
        await new Promise((resolve) => setTimeout(resolve, 2500));
        assert.equal(mails.length, before); // whatever the hour

        await choice(page, asked, "Sì").click();
        await news(page, "Ogni sera in cui c'è qualcosa arriva un'e-mail").waitFor();
        await page.reload();
        await settled(visitor);
        assert.ok(await choice(page, asked, "Sì").isChecked());
    },
);
