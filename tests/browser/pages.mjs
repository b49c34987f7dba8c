// SPDX-License-Identifier: EUPL-1.2
// All pages there are, as the modules tell them to the shell; what is not listed there cannot be opened.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROUTE = /path: "([^"]+)",\s*page: [^}]*?(?:needs: "([^"]+)"|\})/g;

// { module, path: "/people/:person", needs: "people.get_person" | undefined }
export function routes() {
    const modules = readdirSync("modules", { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => ({ module: name, file: join("modules", name, "web/module.ts") }));
    modules.push({ module: "about", file: "web/shell/about.ts" });
    return modules.flatMap(({ module, file }) =>
        [...read(file).matchAll(ROUTE)].map(([, path, needs]) => ({ module, path, needs })),
    );
}

function read(file) {
    try {
        return readFileSync(file, "utf8");
    } catch (failure) {
        if (failure.code === "ENOENT") return ""; // a module without pages
        throw failure;
    }
}

// Things of the cast in Roma (core/samples.h), to stand in addresses.
export const THINGS = {
    outing: "01900000-0000-7000-8000-0000000c0001",
    contact: "01900000-0000-7000-8000-0000000d0001",
    person: "01900000-0000-7000-8000-0000000b0001",
    other_person: "01900000-0000-7000-8000-0000000b0002",
    case: "01900000-0000-7000-8000-0000000f0001",
    statement: "01900000-0000-7000-8000-000000100001",
    account: "01900000-0000-7000-8000-0000000a0001",
    code: "NET-02",
    subject: "privacy",
};

// "/people/:person" names "person".
export function namesIn(path) {
    return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
}

export function filled(path, things = THINGS) {
    return path.replaceAll(/:(\w+)/g, (_, name) => {
        if (!things[name]) throw new Error(`${path}: nothing is known to stand for :${name}`);
        return things[name];
    });
}

// By which the people whom the cast meets are known.
export const MET = [
    "Amina",
    "Diallo",
    "Yusuf",
    "Haidari",
    "Ibrahim",
    "Fatou",
    "Ndiaye",
    "N'Diaye",
    "Mamadou",
    "Selam",
    "Tekle",
    "Il Professore",
    "Dudù",
];
