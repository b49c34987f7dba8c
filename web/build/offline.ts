// SPDX-License-Identifier: EUPL-1.2
// What makes the pages an app that a phone can install: its icons, drawn here, the manifest that names
// them, and the service worker with the list of every file of this very build.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { drawnIcon } from "./icon.ts";

const LEFT_OUT = /\.(br|gz|map)$|^sw\.js$/;

const MANIFEST = {
    id: "./",
    name: "lgnet",
    short_name: "lgnet",
    description: "I servizi sociali delle città della rete LgNet",
    lang: "it",
    start_url: "./",
    scope: "./",
    display: "standalone",
    background_color: "#ffffff",
    theme_color: "#0059b3",
    icons: [
        { src: "icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
        { src: "icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
        { src: "icon-mask.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
};

export function offline(root: string): Plugin {
    let folder = "";
    return {
        name: "lgnet:offline",
        apply: "build",
        configResolved(config) {
            folder = config.build.outDir;
        },
        writeBundle() {
            writeFileSync(join(folder, "icon-192.png"), drawnIcon(192, "rounded"));
            writeFileSync(join(folder, "icon-512.png"), drawnIcon(512, "rounded"));
            writeFileSync(join(folder, "icon-mask.png"), drawnIcon(512, "whole"));
            writeFileSync(join(folder, "manifest.webmanifest"), JSON.stringify(MANIFEST));
            const names = filesIn(folder);
            const files = JSON.stringify(names.map((name) => `./${name}`));
            const worker = readFileSync(join(root, "web/build/worker.js"), "utf8");
            const head = `const VERSION = "${versionOf(folder, names)}";\nconst FILES = ${files};\n`;
            writeFileSync(join(folder, "sw.js"), head + worker);
        },
    };
}

function filesIn(folder: string): string[] {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .filter((name) => !LEFT_OUT.test(name))
        .toSorted();
}

// Another one as soon as any file is another one.
function versionOf(folder: string, names: string[]): string {
    const hash = createHash("sha256");
    for (const name of names) hash.update(name).update(readFileSync(join(folder, name)));
    return hash.digest("hex").slice(0, 16);
}
