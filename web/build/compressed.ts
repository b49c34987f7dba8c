// SPDX-License-Identifier: EUPL-1.2
// Beside every text file of the build its .br and .gz, so that the server compresses nothing
// itself.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const TEXT = /\.(html|js|css|svg|json|txt|webmanifest)$/;

export function compressed(): Plugin {
    let folder = "";
    return {
        name: "lgnet:compressed",
        apply: "build",
        configResolved(config) {
            folder = config.build.outDir;
        },
        writeBundle() {
            const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
            for (const name of names.filter((name) => TEXT.test(name))) {
                const path = join(folder, name);
                const bytes = readFileSync(path);
                writeFileSync(
                    `${path}.br`,
                    brotliCompressSync(bytes, {
                        params: {
                            [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
                            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
                        },
                    }),
                );
                writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
            }
        },
    };
}
