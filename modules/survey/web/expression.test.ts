// SPDX-License-Identifier: EUPL-1.2
// The server and the browser come to the same: the worked examples that both read.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { evaluate, FUNCTIONS, type Tree, type Value, WrongExpression } from "./expression";
import { type FormJson, type Place, Questionnaire } from "./form";
import { keyOf, Sheet } from "./sheet";

interface Example {
    expression: string;
    tree: Tree;
    values: Record<string, string>;
    counts?: Record<string, number>;
    context: string;
    now: string;
    language?: string;
    // A list and the choice of it that is being filtered.
    choice?: [string, string];
    result: Value | { number: string };
}

const read = <Content>(name: string): Content =>
    JSON.parse(readFileSync(new URL(`../xlsform/${name}`, import.meta.url), "utf8")) as Content;

const examples = read<Example[]>("expressions.json");
const form = read<FormJson>("expressions_form.json");
const questionnaire = new Questionnaire(form);

function placeOf(text: string): Place {
    const [path = "", occurrence = ""] = text.split(" ");
    return { path, occurrence };
}

function workedOut(example: Example): Value {
    const { values, counts = {}, now, language = form.default_language } = example;
    const sheet = new Sheet(questionnaire, { values, counts }, now, language);
    const place = placeOf(example.context);
    if (!example.choice) return evaluate(example.tree, sheet.scope(place));
    const [list, name] = example.choice;
    const choice = form.choices[list]!.find((each) => each.name === name)!;
    return evaluate(example.tree, sheet.scopeOf(choice, place));
}

// JSON has no word for what is no number.
function resultOf({ result }: Example): Value {
    return typeof result === "object" ? Number(result.number) : result;
}

test("there are examples, and none of them is left out", () => {
    expect(examples.length).toBeGreaterThanOrEqual(120);
    for (const { context } of examples) {
        expect(questionnaire.node(placeOf(context).path)?.path).toBe(context.split(" ")[0]);
        expect(keyOf(placeOf(context))).toBe(context);
    }
});

for (const [index, example] of examples.entries()) {
    test(`${index}: ${example.expression}`, () => {
        expect(workedOut(example)).toBe(resultOf(example));
    });
}

test("every function is spoken of, and no other is known", () => {
    const spoken = new Set<string>();
    const look = (tree: Tree): void => {
        if (tree[0] === "call") spoken.add(String(tree[1]));
        for (const part of tree.slice(1)) if (Array.isArray(part)) look(part as unknown as Tree);
    };
    for (const { tree } of examples) look(tree);
    expect([...spoken].toSorted()).toEqual([...FUNCTIONS]);
});

test("a tree is never run as text", () => {
    const sheet = new Sheet(questionnaire, { values: {}, counts: {} }, "", "it");
    const scope = sheet.scope({ path: "/data/out", occurrence: "" });
    const sly: Tree[] = [
        ["call", "constructor", ["str", "alert(1)"]],
        ["call", "__proto__"],
        ["constructor", ["num", 1], ["num", 2]],
        ["eval", ["str", "1"]],
    ];
    for (const tree of sly) expect(() => evaluate(tree, scope)).toThrow(WrongExpression);
});
