// SPDX-License-Identifier: EUPL-1.2
// The program itself, serving a demonstration of its own on a free port.
import { spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PROGRAM = process.env.LGNET ?? "build/release/lgnet";
// Said when the program listens; on the first start that is after the demonstration has been made.
const LISTENS = /at (http:\/\/127\.0\.0\.1:\d+)/;
const LONGEST_START = 300_000;

export const PASSWORD = "lgnet-demo-2026";

// A folder in which a demonstration has been made, for `serve` to copy.
export async function fillDemonstration() {
    const folder = await mkdtemp(join(tmpdir(), "lgnet-browser-"));
    const made = await start(folder);
    await made.stop();
    return folder;
}

// What one file of tests changes, no other sees.
export async function serve() {
    const folder = await mkdtemp(join(tmpdir(), "lgnet-browser-"));
    const filled = process.env.DEMONSTRATION;
    if (filled) await cp(filled, folder, { recursive: true });
    let started = await start(folder);
    const { address } = started;
    return {
        address,
        // As when the power goes, or a phone has no signal; and back at the same address.
        cutOff: () => started.kill(),
        async comeBack() {
            started = await start(folder, new URL(address).port);
        },
        async stop() {
            await started.stop();
            await rm(folder, { recursive: true });
        },
    };
}

async function start(folder, port = 0) {
    const program = spawn(PROGRAM, ["demo", "--data", folder, "--listen", `127.0.0.1:${port}`], {
        stdio: ["ignore", "pipe", "pipe"],
    });
    process.once("exit", () => program.kill("SIGKILL")); // whatever happens, none is left behind
    const ended = new Promise((resolve) => program.once("close", resolve));
    let said = "";
    const address = await new Promise((resolve, reject) => {
        const tooLate = setTimeout(
            () => reject(new Error(`${PROGRAM} does not listen. It said:\n${said}`)),
            LONGEST_START,
        );
        const listen = (text) => {
            said += text;
            const found = LISTENS.exec(said);
            if (found) resolve(found[1]);
        };
        program.stdout.setEncoding("utf8").on("data", listen);
        program.stderr.setEncoding("utf8").on("data", listen);
        program.once("error", reject);
        void ended.then((code) => reject(new Error(`${PROGRAM} ended (${code}):\n${said}`)));
        void ended.finally(() => clearTimeout(tooLate));
    });
    return {
        address,
        async kill() {
            program.kill("SIGKILL");
            await ended;
        },
        async stop() {
            program.kill("SIGTERM");
            const code = await ended;
            if (code !== 0) throw new Error(`${PROGRAM} stopped with ${code}:\n${said}`);
        },
    };
}
