// SPDX-License-Identifier: EUPL-1.2
// Asked of a real server on this machine, which answers as slowly as a test wants.
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ask, setCsrf, setPurpose, setServer, whenLoggedOut } from "web/api/client";
import { NO_CONNECTION, Problem } from "web/api/problem";
import { Query, type QueryState } from "./query";

interface Seen {
    method: string;
    url: string;
    headers: Record<string, string | string[] | undefined>;
    body: string;
}

let server: Server;
let seen: Seen[] = [];
let answer: (response: ServerResponse, request: Seen) => void;

beforeAll(async () => {
    server = createServer((request, response) => {
        let body = "";
        request.on("data", (part) => (body += part));
        request.on("end", () => {
            const { method = "", url = "", headers } = request;
            seen.push({ method, url, headers, body });
            answer(response, seen.at(-1)!);
        });
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    setServer(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

afterAll(() => {
    server.closeAllConnections();
    server.close();
});

beforeEach(() => {
    seen = [];
    setCsrf("");
    setPurpose(undefined);
    answer = (response) => json(response, 200, { items: [] });
});

function json(response: ServerResponse, status: number, body: unknown, problem = false): void {
    const type = problem ? "application/problem+json" : "application/json";
    response.writeHead(status, { "Content-Type": type }).end(JSON.stringify(body));
}

describe("ask", () => {
    test("fills the address, leaves out what has no value, says the purpose", async () => {
        setPurpose("outreach");
        await ask("outreach.list_history", {
            path: { person: "a/b" },
            query: { limit: 5, after: undefined },
        });
        expect(seen[0]).toMatchObject({
            method: "GET",
            url: "/api/outreach/persons/a%2Fb/history?limit=5",
        });
        expect(seen[0]!.headers).toMatchObject({
            "lgnet-purpose": "outreach",
            "accept-language": "it",
        });
        expect(seen[0]!.headers["lgnet-csrf"]).toBeUndefined();
    });

    test("a change carries its body and the token of the session", async () => {
        setCsrf("token");
        await ask("people.search_persons", { body: { text: "Diatta" } }, { purpose: "care" });
        expect(seen[0]).toMatchObject({ method: "POST", body: '{"text":"Diatta"}' });
        expect(seen[0]!.headers).toMatchObject({
            "lgnet-csrf": "token",
            "lgnet-purpose": "care",
            "content-type": "application/json",
        });
    });

    test("an address with a part missing is a mistake of ours, not a request", async () => {
        await expect(ask("people.get_person", { path: { id: "" } })).rejects.toThrow("needs");
        expect(seen).toEqual([]);
    });

    test("204 answers nothing", async () => {
        answer = (response) => response.writeHead(204).end();
        await expect(ask("access.log_out", {})).resolves.toBeUndefined();
    });

    test("a problem comes with its sentence, facts and fields", async () => {
        answer = (response) =>
            json(
                response,
                422,
                {
                    code: "core.input_invalid",
                    title: "Qualche campo va corretto",
                    facts: { count: "1" },
                    errors: [{ field: "languages[1]", code: "unknown_code", title: "Non c'è" }],
                },
                true,
            );
        const problem = await ask("people.get_person", { path: { id: "1" } }).catch((it) => it);
        expect(problem).toBeInstanceOf(Problem);
        expect(problem).toMatchObject({
            status: 422,
            code: "core.input_invalid",
            isPassing: false,
        });
        expect(problem.errors[0].field).toBe("languages[1]");
    });

    test("an answer that is not ours is a problem too", async () => {
        answer = (response) => response.writeHead(502).end("<html>gateway</html>");
        const problem = await ask("access.show_session", {}).catch((it) => it);
        expect(problem).toMatchObject({ status: 502, code: "web.unreadable" });
    });

    test("without a connection the problem says so, and is passing", async () => {
        answer = (response) => response.destroy();
        const problem = await ask("access.show_session", {}).catch((it) => it);
        expect(problem).toMatchObject({ status: 0, code: NO_CONNECTION, isPassing: true });
    });

    test("a session that is over is told to the shell", async () => {
        let told = 0;
        whenLoggedOut(() => ++told);
        answer = (response) => json(response, 401, { code: "core.log_in_first" }, true);
        await ask("cases.list_cases", { query: {} }).catch(() => {});
        expect(told).toBe(1);
        whenLoggedOut(() => {});
    });
});

describe("Query", () => {
    const load = (signal: AbortSignal) => ask("network.list_cities", {}, { signal });

    function watched(): { query: Query<unknown>; states: QueryState<unknown>[] } {
        const states: QueryState<unknown>[] = [];
        const query: Query<unknown> = new Query<unknown>(() => states.push(query.state));
        return { query, states };
    }

    test("is loading, then has its answer", async () => {
        const { query, states } = watched();
        await query.start(load);
        expect(states).toEqual([
            { data: undefined, problem: null, loading: true },
            { data: { items: [] }, problem: null, loading: false },
        ]);
    });

    test("a problem keeps what was shown; the next answer takes it away", async () => {
        const { query } = watched();
        await query.start(load);
        answer = (response) =>
            json(response, 503, { code: "core.unavailable", title: "Occupato" }, true);
        await query.start(load);
        expect(query.state).toMatchObject({ data: { items: [] }, loading: false });
        expect(query.state.problem).toMatchObject({ code: "core.unavailable", isPassing: true });

        answer = (response) => json(response, 200, { items: [1] });
        await query.start(load);
        expect(query.state).toEqual({ data: { items: [1] }, problem: null, loading: false });
    });

    test("another question forgets the answer to the one before", async () => {
        const { query, states } = watched();
        await query.start(load);
        await query.start(load, true);
        expect(states[2]).toEqual({ data: undefined, problem: null, loading: true });
    });

    test("only the last question is answered, however late the first one comes", async () => {
        const { query, states } = watched();
        const waiting: ServerResponse[] = [];
        answer = (response) => waiting.push(response);
        const first = query.start(load);
        await until(() => waiting.length === 1);
        const second = query.start(load);
        await until(() => waiting.length === 2);

        json(waiting[1]!, 200, { items: ["second"] });
        await second;
        json(waiting[0]!, 200, { items: ["first"] });
        await first;
        expect(query.state.data).toEqual({ items: ["second"] });
        expect(states.filter(({ loading }) => !loading)).toHaveLength(1);
    });

    test("stopped, it says nothing more", async () => {
        const { query, states } = watched();
        const waiting: ServerResponse[] = [];
        answer = (response) => waiting.push(response);
        const started = query.start(load);
        await until(() => waiting.length === 1);
        query.stop();
        await started;
        expect(states).toHaveLength(1);
    });

    test("a mistake of ours is not hidden as a problem", async () => {
        const { query } = watched();
        const broken = query.start(() => Promise.reject(new TypeError("ours")));
        await expect(broken).rejects.toThrow("ours");
    });
});

async function until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise((turn) => setTimeout(turn, 5));
}
