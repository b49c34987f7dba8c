// SPDX-License-Identifier: EUPL-1.2
// The real program on this machine, with a store of its own: started, killed, started again.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Letter, Reply } from "web/phone/outbox";

const PASSWORD = "lgnet-demo-2026";
const PORT_LINE = /http:\/\/127\.0\.0\.1:(\d+)/;
export const TEAM = "um1";

export interface Account {
    id: string;
    name: string;
    cookie: string;
    csrf: string;
}

// Whatever happens, none is left behind.
const running = new Set<ChildProcess>();
process.once("exit", () => {
    for (const one of running) one.kill("SIGKILL");
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

const ENVIRONMENT = { ...process.env, LGNET_CITIES: "roma", LGNET_LOG_LEVEL: "error" };

export class Server {
    private process: ChildProcess | undefined;
    private port = 0;
    private agent = new Agent({ keepAlive: true });

    constructor(
        private readonly program: string,
        readonly data: string,
    ) {}

    get address(): number {
        return this.port;
    }

    // The same program, by way of another port.
    through(port: number): Server {
        const other = new Server(this.program, this.data);
        other.port = port;
        other.process = this.process;
        return other;
    }

    get isUp(): boolean {
        return this.process !== undefined;
    }

    async start(): Promise<void> {
        const started = spawn(this.program, ["serve", "--data", this.data, "--listen", "127.0.0.1:0"], {
            stdio: ["ignore", "pipe", "inherit"],
            env: ENVIRONMENT,
        });
        running.add(started);
        this.port = await new Promise((resolve, reject) => {
            started.stdout!.on("data", (text: Buffer) => {
                const found = PORT_LINE.exec(String(text));
                if (found) resolve(Number(found[1]));
            });
            started.once("exit", (code) => reject(new Error(`the program ended (${code})`)));
        });
        this.process = started;
    }

    // As when the power goes.
    async kill(): Promise<void> {
        const killed = this.process;
        this.process = undefined;
        if (!killed) return;
        const ended = new Promise((resolve) => killed.once("close", resolve));
        killed.kill("SIGKILL");
        await ended;
        running.delete(killed);
        this.agent.destroy();
        this.agent = new Agent({ keepAlive: true });
    }

    // Throws where nobody answers.
    send(letter: Letter, account?: Pick<Account, "cookie" | "csrf">): Promise<Reply> {
        return new Promise((resolve, reject) => {
            const asked = request(
                {
                    agent: this.agent,
                    port: this.port,
                    host: "127.0.0.1",
                    method: letter.method,
                    path: letter.address,
                    headers: headersOf(letter, account),
                },
                (response) => {
                    let text = "";
                    response.setEncoding("utf8").on("data", (part: string) => (text += part));
                    response.on("end", () =>
                        resolve({
                            status: response.statusCode ?? 0,
                            receipt: (response.headers["lgnet-receipt"] as string) ?? null,
                            date: response.headers.date ?? null,
                            json: text ? JSON.parse(text) : undefined,
                        }),
                    );
                },
            );
            asked.on("error", (failure) => {
                // A connection that the server had closed while it was idle: nothing was sent.
                if (asked.reusedSocket && this.isUp) resolve(this.send(letter, account));
                else reject(failure);
            });
            asked.end(letter.body);
        });
    }

    async ask<Answer>(account: Account, method: string, address: string, body?: object) {
        const reply = await this.send(
            { method, address, purpose: "outreach", body: body && JSON.stringify(body) },
            account,
        );
        if (reply.status >= 400) {
            throw new Error(`${method} ${address}: ${reply.status} ${JSON.stringify(reply.json)}`);
        }
        return reply.json as Answer;
    }

    async logIn(login: string): Promise<Account> {
        const body = JSON.stringify({ login, password: PASSWORD });
        const cookie = await new Promise<{ cookie: string; json: Record<string, string> }>(
            (resolve, reject) => {
                const asked = request(
                    {
                        port: this.port,
                        host: "127.0.0.1",
                        method: "POST",
                        path: "/api/access/session",
                        headers: { "Content-Type": "application/json" },
                    },
                    (response) => {
                        let text = "";
                        response.on("data", (part: Buffer) => (text += String(part)));
                        response.on("end", () =>
                            resolve({
                                cookie: response.headers["set-cookie"]?.[0]?.split(";")[0] ?? "",
                                json: JSON.parse(text) as Record<string, string>,
                            }),
                        );
                    },
                );
                asked.on("error", reject);
                asked.end(body);
            },
        );
        const { account = "", name = "", csrf = "" } = cookie.json;
        return { id: account, name, csrf, cookie: cookie.cookie };
    }
}

function headersOf(letter: Letter, account?: Pick<Account, "cookie" | "csrf">) {
    return {
        ...(account && { Cookie: account.cookie, "Lgnet-Csrf": account.csrf }),
        ...(letter.body && { "Content-Type": "application/json" }),
        ...(letter.purpose && { "Lgnet-Purpose": letter.purpose }),
        ...(letter.once && { "Lgnet-Once": letter.once }),
    };
}

// Where files cost least: what is killed is the program, never the machine.
function emptyFolder(): string {
    for (const place of ["/dev/shm", tmpdir()]) {
        try {
            return mkdtempSync(join(place, "lgnet-simulation-"));
        } catch {
            // not there, or not ours to write to
        }
    }
    throw new Error("there is nowhere to write");
}

// A team and its operators, logged in, in a folder that is then copied for every start from new.
export class Stage {
    private constructor(
        private readonly program: string,
        private readonly filled: string,
        readonly accounts: Account[],
    ) {}

    static async make(program: string, logins: string[]): Promise<Stage> {
        const data = emptyFolder();
        const addAccount = (login: string, role: string, ...more: string[]) =>
            execFileSync(
                program,
                ["account", "add", "--data", data, "--login", `${login}@roma`, "--name", login,
                    "--role", role, "--password-file", "-", ...more],
                { input: `${PASSWORD}\n`, env: ENVIRONMENT, stdio: ["pipe", "ignore", "inherit"] },
            );
        addAccount("admin", "administrator");
        const server = new Server(program, data);
        await server.start();
        const admin = await server.logIn("admin@roma");
        await server.ask(admin, "POST", "/api/access/teams", {
            id: "01940000-0000-7000-8000-000000000001",
            code: TEAM,
            name: "Unità mobile 1",
            kind: "mobile_unit",
        });
        await server.kill();
        for (const login of logins) addAccount(login, "mobile_unit_operator", "--team", TEAM);
        await server.start();
        const accounts: Account[] = [];
        for (const login of logins) accounts.push(await server.logIn(`${login}@roma`));
        await server.kill();
        return new Stage(program, data, accounts);
    }

    async open(): Promise<Server> {
        const data = emptyFolder();
        cpSync(this.filled, data, { recursive: true });
        const server = new Server(this.program, data);
        await server.start();
        return server;
    }

    async close(server: Server): Promise<void> {
        await server.kill();
        rmSync(server.data, { recursive: true, force: true });
    }

    remove(): void {
        rmSync(this.filled, { recursive: true, force: true });
    }
}
