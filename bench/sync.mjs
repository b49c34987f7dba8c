// SPDX-License-Identifier: EUPL-1.2
// sync.mjs PROGRAM: how long a whole shift needs from a phone to the server over a slow line: 300 ms
// there and back, 400 kbit/s each way, one segment in fifty lost. First from the app's own outbox, then as ODK
// Collect sends it, a photo of the place with every fifth contact. The floor beside each is what the line alone
// asks of one record after the other: a round trip and its bytes.
import { Agent, request } from "node:http";
import { connect, createServer as createTcp } from "node:net";
import { crc32, deflateSync } from "node:zlib";
import { createServer } from "vite";

const CONTACTS = Number(process.env.BENCH_CONTACTS ?? 200);
const PHOTOS = CONTACTS / 5;
const LOG_IN = "giulia@roma:lgnet-demo-2026";
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
const moment = new Date().toISOString();
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
                id, at: moment, setting: "STATION", district: "RM-I", outcome: "FOLLOW_UP_AGREED",
                languages: ["fr", "wo"], nickname: `Incontro ${order}`, apparent_gender: "M",
                apparent_age: "adult", circumstances: ["V17"], interventions: ["PIS.KIT", "ORI.SERV"],
                note: "Torna giovedì; chiede un posto per la notte e un medico.",
            },
        },
    };
});

async function sendFromApp(port) {
    const phone = server.through(port);
    const send = (letter) => phone.send(letter, account);
    const outbox = await outboxOf(items, account.id, { send });
    const outcome = await outbox.sendAll();
    const arrived = outbox.list("arrived").length;
    if (outcome !== "sent" || arrived !== CONTACTS) throw new Error(`${outcome}: ${arrived} arrived`);
}

// ---- the same shift as ODK Collect sends it

function chunk(type, content) {
    const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
    const head = Buffer.alloc(4);
    head.writeUInt32BE(content.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([head, body, check]);
}

// Some 60 kB, as a phone's photo made small: of chance, which nothing packs.
function photo() {
    const [width, height] = [160, 125];
    const head = Buffer.alloc(13);
    head.writeUInt32BE(width, 0);
    head.writeUInt32BE(height, 4);
    head.set([8, 2], 8); // bits, colours
    const pixels = Buffer.alloc(height * (1 + 3 * width));
    for (let at = 0; at < pixels.length; ++at)
        pixels[at] = at % (1 + 3 * width) === 0 ? 0 : chance.below(256);
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    return Buffer.concat([
        signature,
        chunk("IHDR", head),
        chunk("IDAT", deflateSync(pixels)),
        chunk("IEND", Buffer.alloc(0)),
    ]);
}

function submission(order) {
    const file = order % (CONTACTS / PHOTOS) === 0 ? `${order}.png` : undefined;
    const part = (name, named, type, content) => [
        `--shift\r\nContent-Disposition: form-data; name="${name}"; filename="${named}"\r\n`,
        `Content-Type: ${type}\r\n\r\n`,
        content,
        "\r\n",
    ];
    const xml =
        `<?xml version='1.0' ?><data id="contact"><meta><instanceID>uuid:${chance.id()}</instanceID></meta>` +
        `<at>${moment}</at><setting>STATION</setting><district>RM-I</district><languages>fr wo</languages>` +
        `<outcome>FOLLOW_UP_AGREED</outcome><nickname>Incontro ${order}</nickname>` +
        `<apparent_gender>M</apparent_gender><apparent_age>adult</apparent_age>` +
        (file ? `<place_photo>${file}</place_photo>` : "") +
        `<note>Torna giovedì; chiede un posto per la notte e un medico.</note></data>`;
    const parts = [
        ...part("xml_submission_file", "form.xml", "text/xml", xml),
        ...(file ? part(file, file, "image/png", photo()) : []),
        "--shift--\r\n",
    ];
    return Buffer.concat(parts.map((each) => Buffer.from(each)));
}

async function sendAsCollect(port) {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const send = (body) =>
        new Promise((resolve, reject) => {
            const asked = request(
                {
                    agent,
                    port,
                    host: "127.0.0.1",
                    method: "POST",
                    path: "/openrosa/roma/submission",
                    headers: {
                        "X-OpenRosa-Version": "1.0",
                        Authorization: `Basic ${Buffer.from(LOG_IN).toString("base64")}`,
                        "Content-Type": "multipart/form-data; boundary=shift",
                        "Content-Length": body.length,
                    },
                },
                (response) => response.resume().once("end", () => resolve(response.statusCode)),
            );
            asked.once("error", reject);
            asked.end(body);
        });
    for (let order = 0; order < CONTACTS; ++order) {
        const status = await send(submission(order));
        if (status !== 201) throw new Error(`submission ${order}: ${status}`);
    }
    agent.destroy();
}

// ---- both, one after the other

async function measure(way, sendAll) {
    Object.assign(moved, { up: 0, down: 0 });
    lost = 0;
    const line = await slowLine(server.address);
    const begun = performance.now();
    await sendAll(line.address().port);
    const seconds = (performance.now() - begun) / 1000;
    line.close();
    const floor =
        (CONTACTS * 2 * ONE_WAY_MILLISECONDS) / 1000 +
        (moved.up + moved.down) / BYTES_A_SECOND +
        (lost * RESEND_MILLISECONDS) / 1000;
    console.log(
        `sync way=${way} contacts=${CONTACTS} photos=${way === "collect" ? PHOTOS : 0} ` +
            `seconds=${seconds.toFixed(1)} floor=${floor.toFixed(1)} ` +
            `up=${moved.up} down=${moved.down} lost=${lost}`,
    );
}

await measure("app", sendFromApp);
await measure("collect", sendAsCollect);
await stage.close(server);
stage.remove();
await vite.close();
process.exit(0);
