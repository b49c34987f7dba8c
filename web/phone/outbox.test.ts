// SPDX-License-Identifier: EUPL-1.2
// The rules of the outbox one by one; tests/simulation tries them all together against the program.
import { beforeEach, expect, test } from "vitest";
import { PhoneClock } from "./clock";
import { exportedFile, openFile, outboxOf, readFile, UnreadableFile } from "./file";
import type { NewItem } from "./items";
import { MemoryStorage } from "./memory";
import { type Letter, NoConnection, Outbox, type Reply } from "./outbox";
import { makeKeys, type Vault } from "./vault";

const SECRET = "c2EiKbRv39ArbMBMjIa7iug0wD7Mn1FSsWt2aYgqSWw";
const NOW = Date.parse("2026-11-23T21:15:00Z");
const DATE = "Mon, 23 Nov 2026 21:15:00 GMT";

let vault: Vault;
let storage: MemoryStorage;
let letters: Letter[];
let answer: (letter: Letter) => Reply | Promise<Reply>;
let now: number;

const done = (letter: Letter): Reply => ({
    status: 201,
    receipt: letter.once ?? null,
    date: DATE,
    json: { id: letter.once },
});
const refused = (status: number, code: string, more = {}): Reply => ({
    status,
    receipt: null,
    date: DATE,
    json: { code, title: `(${code})`, ...more },
});

function contact(id: string, more: Partial<NewItem> = {}): NewItem {
    return {
        key: id,
        act: "outreach.record_contact",
        wish: { body: { id, at: "2026-11-23T21:10:00.000Z" } },
        purpose: "outreach",
        thing: id,
        needs: [],
        ...more,
    };
}

function change(key: string, id: string, base: number): NewItem {
    return {
        key,
        act: "outreach.change_contact",
        wish: { path: { id }, body: { base } },
        purpose: "outreach",
        thing: id,
        needs: [],
        before: { id },
    };
}

async function opened(account = "giulia"): Promise<Outbox> {
    const outbox = new Outbox(
        {
            storage,
            vault,
            clock: new PhoneClock(() => now),
            network: {
                send: async (letter) => {
                    letters.push(letter);
                    return answer(letter);
                },
            },
            exclusively: (work) => work(),
            arrived: async () => {},
        },
        account,
    );
    await outbox.read();
    return outbox;
}

beforeEach(async () => {
    ({ vault } = await makeKeys("271828", SECRET, 10));
    storage = new MemoryStorage();
    letters = [];
    answer = done;
    now = NOW;
});

test("what was added is found again by another run, and by no other account", async () => {
    await (await opened()).add(contact("c1"));
    expect((await opened()).list().map(({ key }) => key)).toEqual(["c1"]);
    expect((await opened("omar")).list()).toEqual([]);
    const [row] = await storage.listItems("giulia");
    expect(JSON.stringify(row)).not.toContain("record_contact");
});

test("goes in order, and leaves proof without content", async () => {
    const outbox = await opened();
    for (const id of ["c1", "c2", "c3"]) await outbox.add(contact(id));
    expect(await outbox.sendAll()).toBe("sent");
    expect(letters.map(({ once }) => once)).toEqual(["c1", "c2", "c3"]);
    const [proof] = outbox.list("arrived");
    expect(proof).toMatchObject({ key: "c1", wish: {}, arrived_at: NOW });
    expect(outbox.answerTo("c2")).toEqual({ id: "c2" });
});

test("only the server's receipt for that very record counts", async () => {
    const outbox = await opened();
    await outbox.add(contact("c1"));
    answer = () => ({ status: 200, receipt: null, date: null, json: undefined }); // a hotel
    expect(await outbox.sendAll()).toBe("no_connection");
    answer = () => ({ status: 201, receipt: "c2", date: DATE, json: {} });
    expect(await outbox.sendAll()).toBe("no_connection");
    expect(outbox.find("c1")).toMatchObject({ state: "waiting", wish: contact("c1").wish });
    // What was done long ago has a receipt too, though its answer is forgotten.
    answer = ({ once }) => ({ ...refused(409, "core.done_before"), receipt: once! });
    expect(await outbox.sendAll()).toBe("sent");
    expect(outbox.find("c1")?.state).toBe("arrived");
});

test("without a connection it stops, and goes on with the same bodies", async () => {
    const outbox = await opened();
    await outbox.add(contact("c1"));
    await outbox.add(contact("c2"));
    answer = () => Promise.reject(new NoConnection());
    expect(await outbox.sendAll()).toBe("no_connection");
    expect(letters).toHaveLength(1);
    answer = done;
    await (await opened()).sendAll();
    expect(letters[1]).toEqual(letters[0]);
});

test("a session that is over stops everything and changes nothing", async () => {
    const outbox = await opened();
    await outbox.add(contact("c1"));
    for (const [status, code] of [[401, "core.log_in_first"], [403, "core.csrf"]] as const) {
        answer = () => refused(status, code);
        expect(await outbox.sendAll()).toBe("log_in");
    }
    answer = () => refused(503, "core.unavailable");
    expect(await outbox.sendAll()).toBe("busy");
    expect(outbox.list("waiting")).toHaveLength(1);
});

test("what is refused waits for a person; what needs it waits, the rest goes on", async () => {
    const outbox = await opened();
    await outbox.add(contact("c1"));
    await outbox.add(change("k1", "c1", 1));
    await outbox.add(contact("c2"));
    await outbox.add(contact("c3", { needs: ["c1"] }));
    answer = (letter) =>
        letter.once === "c1" ? refused(422, "core.input_invalid") : done(letter);
    expect(await outbox.sendAll()).toBe("sent");
    expect(letters.map(({ once }) => once)).toEqual(["c1", "c2"]);
    expect(outbox.find("c1")?.refusal).toMatchObject({ code: "core.input_invalid" });

    await outbox.mend("c1", { body: { id: "c1", district: "RM-I" } });
    answer = done;
    await outbox.sendAll();
    expect(letters.slice(2).map(({ once }) => once)).toEqual(["c1", "k1", "c3"]);
    expect(letters[2]!.body).toContain("RM-I");
    expect(outbox.list("waiting", "look")).toEqual([]);
});

test("a mistake of the server's with one item does not hold up the others", async () => {
    const outbox = await opened();
    await outbox.add(contact("c1"));
    await outbox.add(contact("c2"));
    answer = (letter) => (letter.once === "c1" ? refused(500, "core.broken") : done(letter));
    expect(await outbox.sendAll()).toBe("busy");
    expect(outbox.list("waiting").map(({ key }) => key)).toEqual(["c1"]);
    expect(outbox.list("arrived").map(({ key }) => key)).toEqual(["c2"]);
});

test("what was closed by a person keeps its content, and what was built on it is looked at", async () => {
    const outbox = await opened();
    await outbox.add(change("k1", "c1", 1));
    await outbox.add(change("k2", "c1", 2));
    await outbox.add(contact("c2"));
    const standing = { id: "c1", version: 2, note: "Omar" };
    answer = (letter) =>
        letter.once === "k1" ? refused(409, "core.changed_meanwhile", { standing }) : done(letter);
    await outbox.sendAll();
    await outbox.settle("k1");
    expect(outbox.find("k1")).toMatchObject({ state: "settled", wish: { body: { base: 1 } } });
    // It says that it changed version 2, but means the one that was never sent.
    expect(outbox.find("k2")).toMatchObject({ state: "look", refusal: { standing } });
    expect(await outbox.sendAll()).toBe("sent");
    expect(letters.map(({ once }) => once)).toEqual(["k1", "c2"]);
});

test("what was done to a thing that is not to be made falls with it", async () => {
    const outbox = await opened();
    await outbox.add(contact("c1"));
    await outbox.add(change("k2", "c1", 1));
    await outbox.add(contact("c2"));
    answer = (letter) => (letter.once === "c1" ? refused(409, "people.person_in_use") : done(letter));
    await outbox.sendAll();
    await outbox.settle("c1");
    expect(outbox.find("k2")).toMatchObject({ state: "settled", wish: { body: { base: 1 } } });
    expect(await outbox.sendAll()).toBe("sent");
    expect(letters.map(({ once }) => once)).toEqual(["c1", "c2"]);
});

test("a wrong clock is corrected once, and says what it had said", async () => {
    now = NOW - 3_600_000;
    const outbox = await opened();
    const said = new Date(now).toISOString();
    await outbox.add(contact("c1", { wish: { body: { id: "c1", at: said } }, by_clock: "at" }));
    // A correction of it says the same instant again.
    const body = { at: said, base: 1 };
    await outbox.add({ ...change("k1", "c1", 1), wish: { path: { id: "c1" }, body } });
    answer = (letter) => (letter.once ? Promise.reject(new NoConnection()) : done(letter));
    await outbox.sendAll();
    now += 5_000; // the next answer would make it another second
    answer = done;
    await outbox.sendAll();
    const bodies = letters.filter(({ once }) => once).map((letter) => JSON.parse(letter.body!));
    expect(bodies[0]).toEqual({ id: "c1", at: "2026-11-23T21:15:00.500Z", phone_said_at: said });
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual({ at: "2026-11-23T21:15:00.500Z", base: 1 });
});

test("from when to when is corrected together, and says nothing of before", async () => {
    now = NOW + 7_200_000; // two hours ahead: the server takes nothing of the future
    const outbox = await opened();
    const body = {
        id: "i1",
        from: new Date(now - 1_200_000).toISOString(),
        to: new Date(now).toISOString(),
    };
    const with_clock = ["from", "to"];
    await outbox.add(contact("i1", { wish: { body }, with_clock }));
    await outbox.sendAll();
    const sent = letters.filter(({ once }) => once).map((letter) => JSON.parse(letter.body!));
    expect(sent).toEqual([
        { id: "i1", from: "2026-11-23T20:55:00.500Z", to: "2026-11-23T21:15:00.500Z" },
    ]);
});

test("an instant that somebody typed is theirs", async () => {
    now = NOW - 3_600_000;
    const outbox = await opened();
    await outbox.add(contact("c1"));
    await outbox.sendAll();
    expect(JSON.parse(letters[0]!.body!)).toEqual(contact("c1").wish.body);
});

test("the same thing written down again takes its own place", async () => {
    const outbox = await opened();
    await outbox.add(contact("c1"));
    await outbox.add(contact("c1", { wish: { body: { id: "c1", note: "better" } } }));
    expect(outbox.list()).toHaveLength(1);
    answer = () => Promise.reject(new NoConnection());
    await outbox.sendAll();
    // It may be there already: now it stays as it went.
    await outbox.add(contact("c1", { wish: { body: { id: "c1", note: "too late" } } }));
    expect(outbox.find("c1")?.wish.body).toEqual({ id: "c1", note: "better" });
});

test("proofs go after a week, nothing else does", async () => {
    const outbox = await opened();
    await outbox.add(contact("c1"));
    await outbox.sendAll();
    await outbox.add(contact("c2"));
    now += 8 * 86_400_000;
    await outbox.prune();
    expect(outbox.list().map(({ key }) => key)).toEqual(["c2"]);
});

test("a file from the phone is sent from the desk, and then from the phone: once", async () => {
    now = NOW - 3_600_000;
    const outbox = await opened();
    const at = new Date(now).toISOString();
    await outbox.add(contact("c1", { wish: { body: { id: "c1", at } }, by_clock: "at" }));
    const file = await exportedFile(await outbox.fixed(), { login: "giulia@roma", account: "giulia" }, "0AB1");
    const text = JSON.stringify(file);
    expect(text).not.toContain("record_contact");
    expect(() => readFile("{}")).toThrow(UnreadableFile);
    await expect(openFile(readFile(text), "0AB2")).rejects.toThrow(UnreadableFile);

    const items = await openFile(readFile(text), "0ab1");
    const desk = await outboxOf(items, "giulia", {
        send: async (letter) => {
            letters.push(letter);
            return done(letter);
        },
    });
    await desk.sendAll();
    await outbox.sendAll();
    expect(letters.map(({ once, body }) => [once, body])).toEqual([
        ["c1", letters[0]!.body],
        ["c1", letters[0]!.body],
    ]);
});
