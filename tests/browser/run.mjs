// SPDX-License-Identifier: EUPL-1.2
// Every test of this folder, each file on a copy of one demonstration that is made once.
// LGNET names the program; see README.md.
import { readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fillDemonstration } from "./program.mjs";

const folder = import.meta.dirname;
const wanted = process.argv.slice(2);
const files = readdirSync(folder)
    .filter((name) => name.endsWith(".test.mjs"))
    .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
    .map((name) => join(folder, name));

const filled = await fillDemonstration();
process.env.DEMONSTRATION = filled;
const tests = run({ files, concurrency: 2 });
tests.on("test:fail", () => (process.exitCode = 1));
tests.compose(spec).pipe(process.stdout);
tests.once("end", () => void rm(filled, { recursive: true, force: true }));
