// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import words from "modules/monitoring/words/it.json";
import { cellInWords } from "./ExampleTable";

const FOLDER = "catalogue/indicators";
const definitions = readdirSync(FOLDER)
    .filter((name) => name.endsWith(".toml"))
    .map((name) => readFileSync(`${FOLDER}/${name}`, "utf8"))
    .join("\n");

test("the tables and columns of all worked examples have words", () => {
    const views = [...definitions.matchAll(/^view = "(\w+)"/gm)].map(([, view]) => view);
    const columns = [...definitions.matchAll(/^columns = \[(.+)\]/gm)].flatMap(([, list]) =>
        [...list!.matchAll(/"(\w+)"/g)].map(([, column]) => column),
    );
    expect(views.length).toBeGreaterThan(10);
    const wanted = [
        ...views.map((view) => `page.monitoring.facts.${view}`),
        ...columns.map((column) => `page.monitoring.column.${column}`),
    ];
    expect(wanted.filter((key) => !(key in words))).toEqual([]);
});

test("a cell says what its code means", () => {
    const say = (column: string, value: string) => cellInWords(column, value, () => "Municipio I");
    expect(say("person_key", "p1")).toBe("p1");
    expect(say("night", "1")).toBe("Sì");
    expect(say("late", "0")).toBe("No");
    expect(say("birth_month", "")).toBe("–");
    expect(say("day", "2026-07-03")).toBe("3 lug 2026");
    expect(say("district", "RM-I")).toBe("Municipio I");
    expect(say("birth_year", "1990")).toBe("1990");
});
