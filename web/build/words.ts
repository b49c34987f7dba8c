// SPDX-License-Identifier: EUPL-1.2
// The words of the web are those of web/words and of every module, one file a language. Italian is
// part of the first load; every other language is a file of its own, loaded when it is chosen.
// Sentences of problems and of wrong fields stay out: the server words them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Plugin } from "vite";

const FIRST = "it";
const VIRTUAL = "virtual:words";

export function words(root: string): Plugin {
    const own = join(root, "web/words");

    function files(language: string): string[] {
        const modules = readdirSync(join(root, "modules"), { withFileTypes: true })
            .filter((entry) => entry.isDirectory())
            .map((entry) => join(root, "modules", entry.name, "words", `${language}.json`));
        return [join(own, `${language}.json`), ...modules].filter((file) => existsSync(file));
    }

    function merged(language: string): Record<string, string> {
        const all: Record<string, string> = {};
        for (const file of files(language)) {
            const words = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
            for (const [key, sentence] of Object.entries(words)) {
                if (key.startsWith("problem.") || key.startsWith("error.")) continue;
                if (key in all) throw new Error(`${file}: "${key}" is already worded elsewhere`);
                all[key] = sentence;
            }
        }
        return all;
    }

    function languages(): string[] {
        return readdirSync(own)
            .filter((name) => name.endsWith(".json"))
            .map((name) => basename(name, ".json"));
    }

    return {
        name: "lgnet:words",
        resolveId: (id) => (id.startsWith(VIRTUAL) ? `\0${id}` : undefined),
        load(id) {
            if (!id.startsWith(`\0${VIRTUAL}`)) return undefined;
            const language = id.slice(`\0${VIRTUAL}`.length + 1);
            if (language) {
                for (const file of files(language)) this.addWatchFile(file);
                return `export default ${JSON.stringify(merged(language))};`;
            }
            const others = languages()
                .filter((other) => other !== FIRST)
                .map((other) => `${JSON.stringify(other)}: () => import("${VIRTUAL}/${other}")`);
            return [
                `export { default as first } from "${VIRTUAL}/${FIRST}";`,
                `export const others = { ${others.join(", ")} };`,
            ].join("\n");
        },
    };
}
