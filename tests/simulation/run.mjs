// SPDX-License-Identifier: EUPL-1.2
// Evenings of phones without a signal against the real program; see README.md.
//
//     node run.mjs PROGRAM [--seeds 300] [--from 1]      so many evenings
//     node run.mjs PROGRAM --seed 4711                   one of them again
//     node run.mjs PROGRAM --broken                      phones broken on purpose: each must be seen
import { parseArgs } from "node:util";
import { createServer } from "vite";

const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
        seeds: { type: "string", default: "300" },
        from: { type: "string", default: "1" },
        seed: { type: "string" },
        broken: { type: "boolean", default: false },
    },
});
const [program] = positionals;
if (!program) throw new Error("Which program? node run.mjs build/release/lgnet");

// The app's own code, as Vite gives it to browsers, loaded into Node.js.
const vite = await createServer({
    server: { middlewareMode: true, hmr: false, watch: null },
    appType: "custom",
    logLevel: "error",
    optimizeDeps: { noDiscovery: true },
});
const { simulate, brokenPhones, happened } = await vite.ssrLoadModule("/../tests/simulation/simulate.ts");

const isTerminal = process.stdout.isTTY;
let told = 0;
function progress(total) {
    return (done, failures) => {
        if (done < total && Date.now() - told < (isTerminal ? 500 : 30_000)) return;
        told = Date.now();
        const text = `${done} of ${total} evenings, ${failures} failed`;
        process.stdout.write(isTerminal && done < total ? `\r${text}` : `${text}\n`);
    };
}

async function runSeeds(from, to) {
    const failures = await simulate({ program, from, to, progress: progress(to - from + 1) });
    for (const { seed, faults } of failures) {
        console.log(`seed ${seed}:\n  ${faults.join("\n  ")}`);
    }
    const counts = [...happened].toSorted(([one], [other]) => one.localeCompare(other));
    console.log(counts.map(([what, count]) => `  ${count} × ${what}`).join("\n"));
    if (failures.length > 0) {
        console.log(`again: node tests/simulation/run.mjs ${program} --seed ${failures[0].seed}`);
    }
    return failures.length === 0;
}

async function seesBroken() {
    let all = true;
    for (const phone of brokenPhones) {
        const seeds = { program, from: 1, to: Number(values.seeds), phone, stopAtFirst: true };
        const [failure] = await simulate(seeds);
        console.log(failure
            ? `a phone that ${phone}: seen in seed ${failure.seed} (${failure.faults[0].split("\n")[0]})`
            : `a phone that ${phone}: NOT SEEN`);
        all &&= failure !== undefined;
    }
    return all;
}

const from = Number(values.seed ?? values.from);
const ok = values.broken
    ? await seesBroken()
    : await runSeeds(from, values.seed ? from : from + Number(values.seeds) - 1);
await vite.close();
process.exit(ok ? 0 : 1);
