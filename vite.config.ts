// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { compressed } from "./web/build/compressed.ts";
import { offline } from "./web/build/offline.ts";
import { words } from "./web/build/words.ts";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
    root: `${root}web`,
    // The pages are served from the root of the program, and also work below any other path.
    base: "./",
    resolve: { alias: { web: `${root}web`, modules: `${root}modules` } },
    plugins: [words(root), offline(root), compressed()],
    css: {
        preprocessorOptions: {
            scss: {
                loadPaths: [`${root}node_modules/bootstrap-italia/src/scss`],
                // bootstrap-italia is still written with @import; its warnings are not ours to
                // mend.
                quietDeps: true,
                silenceDeprecations: ["import", "global-builtin", "color-functions", "if-function"],
            },
        },
    },
    build: {
        outDir: `${root}web/dist`,
        emptyOutDir: true,
        target: "es2022",
        // A file of its own, always: the content-security policy allows no data: address.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        reportCompressedSize: false,
        rolldownOptions: {
            output: {
                // One file for the common ground and one for each module: on a slow line many small
                // files cost more than a few larger ones.
                codeSplitting: {
                    groups: [
                        {
                            name: "ground",
                            test: /\/web\/(words\/\w+\.ts|api|kit|shell)|node_modules\/preact/,
                            priority: 2,
                        },
                        {
                            // Not module.ts, which says what there is before anything is loaded. The
                            // pages for those who do not work here come without the others.
                            name: (id) =>
                                /modules\/(\w+)\/web\/(public\/)?(?!module\.ts)/
                                    .exec(id)
                                    ?.slice(1)
                                    .filter(Boolean)
                                    .join("_")
                                    .replace("/", "") ?? null,
                            debugName: "modules",
                            priority: 1,
                        },
                    ],
                },
            },
        },
    },
    server: {
        fs: { allow: [root] },
        proxy: {
            "/api": process.env["LGNET_SERVER"] ?? "http://127.0.0.1:8080",
            "/rete": process.env["LGNET_SERVER"] ?? "http://127.0.0.1:8080",
        },
    },
});
