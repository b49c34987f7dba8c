// SPDX-License-Identifier: EUPL-1.2
// sync.mjs PROGRAM: how long a whole shift needs from a phone to the server over a slow line: 300 ms
// there and back, 400 kbit/s each way, one segment in fifty lost. The phone is the app's own outbox. The floor
// beside it is what the line alone asks of one record after the other: a round trip and its bytes.
import { connect, createServer as createTcp } from "node:net";
import { createServer } from "vite";

const CONTACTS = Number(process.env.BENCH_CONTACTS ?? 200);
const ONE_WAY_MILLISECONDS = 150;
const BYTES_A_SECOND = 400_000 / 8;
const SEGMENT_BYTES = 1460;
const LOSS = 0.02;
// A lost segment of a short request is sent again when its timer ends, not sooner.
const RESEND_MILLISECONDS = 600;

const [program] = process.argv.slice(2);
const vite = await createServer({
    server: { middlewareMode: true, hmr: false, watch: null },
    appType: "custom",
    logLevel: "error",
    optimizeDeps: { noDiscovery: true },
});
const load = (path) => vite.ssrLoadModule(`/../${path}`);
const { Stage } = await load("tests/simulation/server.ts");
const { Chance } = await load("tests/simulation/chance.ts");
const { outboxOf } = await load("web/phone/file.ts");

// ---- the line

const chance = new Chance(1);
const moved = { up: 0, down: 0 };
let lost = 0;

// Bytes one after the other, each as late as the line makes it.
function slowly(from, to, direction) {
    let free_at = 0; // when the line has sent what is on it
    let last_at = 0; // nothing overtakes
    from.on("data", (bytes) => {
        moved[direction] += bytes.length;
        const now = performance.now();
        free_at = Math.max(free_at, now) + (bytes.length / BYTES_A_SECOND) * 1000;
        let arrives_at = free_at + ONE_WAY_MILLISECONDS;
        for (let at = 0; at < bytes.length; at += SEGMENT_BYTES) {
            if (!chance.happens(LOSS)) continue;
            ++lost;
            arrives_at += RESEND_MILLISECONDS;
        }
        last_at = Math.max(last_at, arrives_at);
        setTimeout(() => to.writable && to.write(bytes), last_at - now);
    });
    from.on("close", () => setTimeout(() => to.destroy(), ONE_WAY_MILLISECONDS));
    from.on("error", () => {});
}

async function slowLine(port) {
    const line = createTcp((phone) => {
        const server = connect(port, "127.0.0.1");
        slowly(phone, server, "up");
        slowly(server, phone, "down");
    });
    await new Promise((ready) => line.listen(0, "127.0.0.1", ready));
    return line;
}

// ---- the shift

const stage = await Stage.make(program, ["giulia"]);
const server = await stage.open();
const [account] = stage.accounts;
const at = new Date().toISOString();
const items = Array.from({ length: CONTACTS }, (_, order) => {
    const id = chance.id();
    return {
        order,
        key: id,
        act: "outreach.record_contact",
        thing: id,
        needs: [],
        purpose: "outreach",
        state: "waiting",
        queued_at: Date.now(),
        tries: 0,
        wish: {
            body: {
                id, at, setting: "STATION", district: "RM-I", outcome: "FOLLOW_UP_AGREED",
                languages: ["fr", "wo"], nickname: `Incontro ${order}`, apparent_gender: "M",
                apparent_age: "adult", circumstances: ["V17"], interventions: ["PIS.KIT", "ORI.SERV"],
                note: "Torna giovedì; chiede un posto per la notte e un medico.",
            },
        },
    };
});

const line = await slowLine(server.address);
const phone = server.through(line.address().port);
const outbox = await outboxOf(items, account.id, { send: (letter) => phone.send(letter, account) });
const begun = performance.now();
const outcome = await outbox.sendAll();
const seconds = (performance.now() - begun) / 1000;
const arrived = outbox.list("arrived").length;
line.close();
await stage.close(server);
stage.remove();
await vite.close();
if (outcome !== "sent" || arrived !== CONTACTS) throw new Error(`${outcome}: ${arrived} arrived`);

const floor =
    (CONTACTS * 2 * ONE_WAY_MILLISECONDS) / 1000 +
    (moved.up + moved.down) / BYTES_A_SECOND +
    (lost * RESEND_MILLISECONDS) / 1000;
console.log(
    `contacts=${CONTACTS} seconds=${seconds.toFixed(1)} floor=${floor.toFixed(1)} ` +
        `up=${moved.up} down=${moved.down} lost=${lost}`,
);
process.exit(0);
