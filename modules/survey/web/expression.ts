// SPDX-License-Identifier: EUPL-1.2
// The expressions of a questionnaire, in the browser. They come from the server already read, as
// trees; here they are only worked out: no text is ever run. The same worked examples
// (modules/survey/xlsform/expressions.json) hold for this and for the server's.
import { dayText, daysOf, formatted, momentOf } from "./moments";

// ["+", a, b], ["path", "../age"], ["call", "selected", a, b] …
export type Tree = readonly [string, ...unknown[]];

// A path is its one value: "" where nothing is answered or nothing is asked. A question for a
// number is a number; days are texts, and days since 1970 where a number is wanted.
export type Value = string | number | boolean;

// What an expression may ask of the questionnaire that it stands in.
export interface Scope {
    // The answer to the question that the expression belongs to.
    own(): Value;
    // Those of all the questions that a path means, as far as they count.
    nodes(path: string): Value[];
    // Which occurrence of a repeat, from 1.
    position(path: string): number;
    // A question in the occurrences of its repeats that are named.
    indexed(path: string, occurrences: { repeat: string; index: number }[]): Value;
    choiceName(value: string, question: string): string;
    // In a filter of choices, where a name without a slash is one of their columns.
    column?(name: string): string;
    // The clock on the wall: "2026-11-30T21:15:00.000+01:00".
    now: string;
}

export class WrongExpression extends Error {}

// ---- one kind of value as another

const NUMBER = /^[ \t\r\n]*-?(\d+\.?\d*|\.\d+)[ \t\r\n]*$/;

export function textOf(value: Value): string {
    if (typeof value === "boolean") return value ? "true" : "false";
    return typeof value === "string" ? value : numberText(value);
}

// All its digits, never "1e+21".
function numberText(value: number): string {
    if (value === 0) return "0"; // of -0 too
    const text = String(value);
    const found = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
    if (!found) return text;
    if (Math.abs(value) >= 1) return BigInt(value).toString();
    const [, sign, first, rest = "", exponent] = found;
    return `${sign}0.${"0".repeat(-Number(exponent) - 1)}${first}${rest}`;
}

export function numberOfText(text: string): number {
    return NUMBER.test(text) ? Number(text) : Number.NaN;
}

export function numberOf(value: Value): number {
    if (typeof value === "number") return value;
    if (typeof value === "boolean") return value ? 1 : 0;
    const moment = momentOf(value);
    return moment ? daysOf(moment) : numberOfText(value);
}

export function truthOf(value: Value): boolean {
    if (typeof value === "string") return value !== "";
    if (typeof value === "number") return value !== 0 && !Number.isNaN(value);
    return value;
}

// As truths if one is a truth, as numbers if one is a number, else as texts.
function isEqual(one: Value, other: Value): boolean {
    if (typeof one === "boolean" || typeof other === "boolean")
        return truthOf(one) === truthOf(other);
    if (typeof one === "number" || typeof other === "number")
        return numberOf(one) === numberOf(other);
    return one === other;
}

// ---- working out

const OPERATIONS: Record<string, (one: number, other: number) => Value> = {
    "+": (one, other) => one + other,
    "-": (one, other) => one - other,
    "*": (one, other) => one * other,
    div: (one, other) => one / other,
    mod: (one, other) => one % other,
    "<": (one, other) => one < other,
    "<=": (one, other) => one <= other,
    ">": (one, other) => one > other,
    ">=": (one, other) => one >= other,
};

export function evaluate(tree: Tree, scope: Scope): Value {
    const [kind, ...parts] = tree;
    const at = (index: number): Value => evaluate(parts[index] as Tree, scope);

    if (kind === "str") return String(parts[0]);
    if (kind === "num") return Number(parts[0]);
    if (kind === "path") return valueAt(String(parts[0]), scope);
    if (kind === "self") return scope.own();
    if (kind === "call") return called(String(parts[0]), parts.slice(1) as Tree[], scope);
    if (kind === "neg") return -numberOf(at(0));
    if (kind === "and") return truthOf(at(0)) && truthOf(at(1));
    if (kind === "or") return truthOf(at(0)) || truthOf(at(1));
    if (kind === "=") return isEqual(at(0), at(1));
    if (kind === "!=") return !isEqual(at(0), at(1));
    const operation = Object.hasOwn(OPERATIONS, kind) ? OPERATIONS[kind] : undefined;
    if (!operation) throw new WrongExpression(kind);
    return operation(numberOf(at(0)), numberOf(at(1)));
}

const isColumn = (path: string): boolean => !path.includes("/") && path !== "." && path !== "..";

function valueAt(path: string, scope: Scope): Value {
    if (scope.column && isColumn(path)) return scope.column(path);
    return scope.nodes(path)[0] ?? "";
}

export const isTrue = (tree: Tree, scope: Scope): boolean => truthOf(evaluate(tree, scope));
export const asText = (tree: Tree, scope: Scope): string => textOf(evaluate(tree, scope));

// ---- functions: each argument is worked out when it is wanted

class Call {
    constructor(
        private readonly args: readonly Tree[],
        readonly scope: Scope,
    ) {}

    get count(): number {
        return this.args.length;
    }

    tree(place: number): Tree {
        const tree = this.args[place];
        if (!tree) throw new WrongExpression(`argument ${place + 1}`);
        return tree;
    }

    value(place: number): Value {
        return evaluate(this.tree(place), this.scope);
    }

    text(place: number): string {
        return textOf(this.value(place));
    }

    number(place: number): number {
        return numberOf(this.value(place));
    }

    path(place: number): string {
        const [kind, path] = this.tree(place);
        if (kind === "self") return ".";
        if (kind !== "path") throw new WrongExpression("a path is needed");
        return String(path);
    }

    nodes(place: number): Value[] {
        return this.scope.nodes(this.path(place));
    }

    // Each value of the arguments from there on; of a path, those of all that it means.
    valuesFrom(first: number): Value[] {
        return this.args.slice(first).flatMap((tree, index) => {
            const isMany = tree[0] === "path" && !isColumn(String(tree[1]));
            return isMany ? this.nodes(first + index) : [evaluate(tree, this.scope)];
        });
    }
}

const codesIn = (text: string): string[] => text.split(/[ \t\r\n]+/).filter(Boolean);
const answered = (values: Value[]): Value[] => values.filter((value) => value !== "");

// The number that such a text is, with its point so many places further on: "2.675" and 2 are
// 267.5, which 2.675 * 100 is not.
const shifted = (value: number, places: number): number =>
    Number(`${numberText(value)}e${places}`);

// Halves go up, of the number as it is written: as Collect does.
function rounded(value: number, places: number): number {
    if (Number.isNaN(places)) return Number.NaN;
    if (!Number.isFinite(value)) return value;
    const whole = Math.trunc(Math.min(10, Math.max(-10, places)));
    return shifted(Math.floor(shifted(value, whole) + 0.5), -whole);
}

// What is not answered, or is no number, counts for nothing.
const numbersIn = (call: Call): number[] =>
    call
        .valuesFrom(0)
        .map(numberOf)
        .filter((number) => !Number.isNaN(number));

function extreme(call: Call, pick: (...numbers: number[]) => number): number {
    const numbers = numbersIn(call);
    return numbers.length > 0 ? pick(...numbers) : Number.NaN;
}

// From nought, the end left out; a negative place counts from the end.
function piece(call: Call): string {
    const letters = [...call.text(0)];
    const place = (number: number): number => {
        if (Number.isNaN(number)) return 0;
        const whole = Math.trunc(number);
        return Math.min(letters.length, Math.max(0, whole < 0 ? letters.length + whole : whole));
    };
    const end = call.count > 2 ? place(call.number(2)) : letters.length;
    return letters.slice(place(call.number(1)), end).join("");
}

function translated(text: string, from: string, to: string): string {
    const sources = [...from];
    const targets = [...to];
    return [...text]
        .map((letter) => {
            const at = sources.indexOf(letter);
            return at < 0 ? letter : (targets[at] ?? "");
        })
        .join("");
}

const patterns = new Map<string, RegExp | undefined>();

// The server lets only patterns through that both read alike; what this browser cannot read all the
// same matches nothing.
function patternOf(source: string): RegExp | undefined {
    if (patterns.has(source)) return patterns.get(source);
    let found: RegExp | undefined;
    for (const flags of ["u", ""]) {
        try {
            found = new RegExp(`^(?:${source})$`, flags);
            break;
        } catch {
            // Unicode mode is stricter about what is escaped.
        }
    }
    patterns.set(source, found);
    return found;
}

const NUMBERED_DAYS_MOST = 2_900_000;
const NUMBERED_DAYS_LEAST = -700_000;

function dayOf(value: Value): string {
    if (value === "") return "";
    const moment = momentOf(textOf(value));
    if (moment) return dayText(moment.days);
    const days = Math.floor(numberOf(value));
    return days > NUMBERED_DAYS_LEAST && days < NUMBERED_DAYS_MOST ? dayText(days) : "";
}

function formattedDay(value: Value, format: string): string {
    if (typeof value === "number")
        return Math.abs(value) < -NUMBERED_DAYS_LEAST
            ? formatted({ days: Math.floor(value) }, format)
            : "";
    const moment = momentOf(textOf(value));
    return moment ? formatted(moment, format) : "";
}

function indexedRepeat(call: Call): Value {
    const occurrences = [];
    for (let place = 1; place + 1 < call.count; place += 2) {
        // There is none before the first.
        const index = Math.max(1, Math.trunc(call.number(place + 1)));
        occurrences.push({ repeat: call.path(place), index });
    }
    return call.scope.indexed(call.path(0), occurrences);
}

function isSelected(call: Call): boolean {
    const [wanted, ...others] = codesIn(call.text(1));
    return wanted !== undefined && others.length === 0 && codesIn(call.text(0)).includes(wanted);
}

const DOINGS: Record<string, (call: Call) => Value> = {
    // yes and no
    true: () => true,
    false: () => false,
    not: (call) => !truthOf(call.value(0)),
    boolean: (call) => truthOf(call.value(0)),
    "boolean-from-string": (call) => ["true", "1"].includes(call.text(0).toLowerCase()),
    if: (call) => call.value(truthOf(call.value(0)) ? 1 : 2),
    coalesce: (call) => {
        const first = call.value(0);
        return first === "" ? call.value(1) : first;
    },
    // Its own answer, once it has one.
    once: (call) => {
        const own = call.scope.own();
        return own === "" ? call.value(0) : own;
    },

    // choices
    selected: isSelected,
    "selected-at": (call) => codesIn(call.text(0))[Math.trunc(call.number(1))] ?? "",
    "count-selected": (call) => codesIn(call.text(0)).length,
    "jr:choice-name": (call) => call.scope.choiceName(call.text(0), textAt(call.tree(1))),

    // many, and repeats
    count: (call) => call.nodes(0).length,
    "count-non-empty": (call) => answered(call.nodes(0)).length,
    sum: (call) => numbersIn(call).reduce((sum, each) => sum + each, 0),
    min: (call) => extreme(call, Math.min),
    max: (call) => extreme(call, Math.max),
    position: (call) => call.scope.position(call.path(0)),
    "indexed-repeat": indexedRepeat,

    // numbers
    number: (call) => call.number(0),
    int: (call) => Math.trunc(call.number(0)),
    round: (call) => rounded(call.number(0), call.count > 1 ? call.number(1) : 0),
    abs: (call) => Math.abs(call.number(0)),
    pow: (call) => call.number(0) ** call.number(1),

    // text
    string: (call) => call.text(0),
    concat: (call) => call.valuesFrom(0).map(textOf).join(""),
    join: (call) => call.valuesFrom(1).map(textOf).join(call.text(0)),
    substr: piece,
    "string-length": (call) => [...call.text(0)].length,
    contains: (call) => call.text(0).includes(call.text(1)),
    "starts-with": (call) => call.text(0).startsWith(call.text(1)),
    "ends-with": (call) => call.text(0).endsWith(call.text(1)),
    "normalize-space": (call) => codesIn(call.text(0)).join(" "),
    translate: (call) => translated(call.text(0), call.text(1), call.text(2)),
    regex: (call) => patternOf(textAt(call.tree(1)))?.test(call.text(0)) ?? false,

    // days
    today: (call) => call.scope.now.slice(0, 10),
    now: (call) => call.scope.now,
    date: (call) => dayOf(call.value(0)),
    "format-date": (call) => formattedDay(call.value(0), textAt(call.tree(1))),
    "decimal-date-time": (call) => call.number(0),
};

// An argument that is a text as it stands: a pattern, a format, the path of a question.
function textAt([kind, text]: Tree): string {
    if (kind !== "str" && kind !== "path") throw new WrongExpression("a text is needed");
    return String(text);
}

export const FUNCTIONS: readonly string[] = Object.keys(DOINGS).toSorted();

function called(name: string, args: readonly Tree[], scope: Scope): Value {
    const doing = Object.hasOwn(DOINGS, name) ? DOINGS[name] : undefined;
    if (!doing) throw new WrongExpression(name);
    return doing(new Call(args, scope));
}
