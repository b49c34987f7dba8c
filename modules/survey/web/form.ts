// SPDX-License-Identifier: EUPL-1.2
// A questionnaire as the server gives it (modules/survey/xlsform/form_json.h), and where things
// stand in it.
import type { Tree } from "./expression";

// A language's code ("it", "ar") → text.
export type Texts = Record<string, string>;

export type Kind =
    | "group"
    | "repeat"
    | "text"
    | "integer"
    | "decimal"
    | "date"
    | "time"
    | "date_time"
    | "one"
    | "many"
    | "note"
    | "calculate"
    | "range"
    | "acknowledge"
    | "meta";

export interface Choice {
    name: string;
    label?: Texts;
    columns?: Record<string, string>;
}

export interface FormNode {
    name: string;
    path: string;
    kind: Kind;
    label?: Texts;
    hint?: Texts;
    choices?: string;
    appearance?: string;
    parameters?: string;
    required?: Tree;
    relevant?: Tree;
    constraint?: Tree;
    calculation?: Tree;
    choice_filter?: Tree;
    default?: Tree;
    repeat_count?: Tree;
    constraint_message?: Texts;
    required_message?: Texts;
    read_only?: boolean;
    need?: string;
    aspect?: string;
    role?: string;
    children?: FormNode[];
}

export interface FormJson {
    id: string;
    version: string;
    title: Texts;
    default_language: string;
    languages: string[];
    nodes: FormNode[];
    choices: Record<string, Choice[]>;
}

// A node in one of its occurrences: "" outside of repeats, "2", "2.1" within two.
export interface Place {
    path: string;
    occurrence: string;
}

export const isContainer = ({ kind }: FormNode): boolean => kind === "group" || kind === "repeat";

// What somebody is asked, or told.
export const isShown = ({ kind, appearance }: FormNode): boolean =>
    kind !== "calculate" && kind !== "meta" && !wordIn(appearance, "hidden");

export const isAnswered = ({ kind, read_only: readOnly, calculation }: FormNode): boolean =>
    kind !== "note" && !readOnly && !calculation;

export function wordIn(words: string | undefined, word: string): boolean {
    return (words ?? "").split(/\s+/).includes(word);
}

// "start=0 end=10 step=1" of a range.
export function parametersOf({ parameters = "" }: FormNode): Record<string, string> {
    return Object.fromEntries(
        parameters
            .split(/[\s;,]+/)
            .map((each) => each.split("=", 2))
            .filter((pair): pair is [string, string] => pair.length === 2),
    );
}

export interface RangeBounds {
    start: number;
    end: number;
    step: number;
}

export function boundsOf(node: FormNode): RangeBounds {
    const { start, end, step } = parametersOf(node);
    return { start: Number(start ?? 1), end: Number(end ?? 10), step: Number(step ?? 1) || 1 };
}

// What is written in the language of the respondent, else in that of the form, else in any.
export function textIn(texts: Texts | undefined, language: string, form: FormJson): string {
    if (!texts) return "";
    return texts[language] || texts[form.default_language] || Object.values(texts)[0] || "";
}

// Where a path leads, and up to where the way is that of the node it starts from.
export interface Way {
    path: string;
    kept: string;
}

function wayOf(path: string, from: string): Way {
    if (path.startsWith("/")) return { path, kept: "" };
    const steps = from.split("/").slice(1);
    const words = path.split("/");
    let at = 0;
    for (; words[at] === ".." || words[at] === "."; at++) if (words[at] === "..") steps.pop();
    const kept = steps.length > 0 ? `/${steps.join("/")}` : "";
    return { path: [kept, ...words.slice(at)].join("/"), kept };
}

// Reads its own answer, and so has to be kept.
function asksOnce([kind, ...parts]: Tree): boolean {
    if (kind === "call" && parts[0] === "once") return true;
    return parts.some((part) => Array.isArray(part) && asksOnce(part as unknown as Tree));
}

export class Questionnaire {
    // Of which something follows from other answers, or from nothing, that has to be kept.
    readonly settling: FormNode[] = [];
    private readonly byPath = new Map<string, FormNode>();
    private readonly ways = new Map<string, Map<string, Way>>();
    private readonly repeats = new Map<string, string[]>();
    private readonly parents = new Map<string, string>();

    constructor(readonly form: FormJson) {
        this.add(form.nodes, [], "");
        for (const node of this.all) {
            const { kind, calculation, default: first, choice_filter: filter } = node;
            const isKept = calculation ? asksOnce(calculation) : Boolean(first ?? filter);
            const isRepeat = kind === "repeat" && !node.repeat_count;
            if (isKept || isRepeat || kind === "meta") this.settling.push(node);
        }
    }

    // Asked again with each answer: each way is worked out once.
    resolved(path: string, from: string): Way {
        let known = this.ways.get(from);
        if (!known) this.ways.set(from, (known = new Map()));
        const found = known.get(path) ?? wayOf(path, from);
        known.set(path, found);
        return found;
    }

    private add(nodes: FormNode[], above: string[], parent: string): void {
        for (const node of nodes) {
            const own = node.kind === "repeat" ? [...above, node.path] : above;
            this.byPath.set(node.path, node);
            this.repeats.set(node.path, own);
            this.parents.set(node.path, parent);
            this.add(node.children ?? [], own, node.path);
        }
    }

    get all(): Iterable<FormNode> {
        return this.byPath.values();
    }

    node(path: string): FormNode | undefined {
        return this.byPath.get(path);
    }

    // Of a question by its name, as labels call it; "" where there is none.
    pathOf(name: string): string {
        for (const [path, node] of this.byPath) if (node.name === name) return path;
        return "";
    }

    withRole(role: string): FormNode[] {
        return [...this.byPath.values()].filter((node) => node.role === role);
    }

    // The repeats within which a node stands, the outermost first, itself among them.
    repeatsOf(path: string): string[] {
        return this.repeats.get(path) ?? [];
    }

    // Of something that is in no form, such as "/data", nothing stands above.
    parentOf(path: string): string | undefined {
        return this.parents.get(path) || undefined;
    }

    choicesOf({ choices }: FormNode): Choice[] {
        return (choices && this.form.choices[choices]) || [];
    }
}
