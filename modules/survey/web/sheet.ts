// SPDX-License-Identifier: EUPL-1.2
// A questionnaire as far as it has been answered: which questions count, what may be chosen, what
// is wrong, what is asked next, what will be sent. Nothing here knows a page.
import {
    evaluate,
    isTrue,
    numberOfText,
    type Scope,
    type Tree,
    textOf,
    type Value,
} from "./expression";
import {
    boundsOf,
    type Choice,
    type FormNode,
    isAnswered,
    isContainer,
    isShown,
    type Place,
    Questionnaire,
    textIn,
    wordIn,
} from "./form";

// By "/data/need" or, within repeats, "/data/child/age 2". What was answered before a question
// stopped to count stays here, so that who goes back finds it again; it is not sent.
export interface Answers {
    values: Record<string, string>;
    // How many there are of a repeat.
    counts: Record<string, number>;
}

export interface SentAnswer {
    question: string;
    occurrence: string;
    value: string;
}

// One page of a phone.
export interface Screen {
    key: string;
    // The groups in which it stands, from the outside.
    headings: Place[];
    questions: Place[];
    // A repeat of which there may be one more.
    repeat?: Place;
}

export type Wrong = "required" | "number" | "choice" | "constraint";

export interface WrongAnswer extends Place {
    wrong: Wrong;
}

// A runaway repeat_count is a mistake of the form, not a reason to hang the phone.
const REPEATS_MOST = 200;
const SETTLING_ROUNDS = 8;

export const emptyAnswers = (): Answers => ({ values: {}, counts: {} });

export function keyOf({ path, occurrence }: Place): string {
    return occurrence ? `${path} ${occurrence}` : path;
}

const inner = (occurrence: string, index: number): string =>
    occurrence ? `${occurrence}.${index}` : String(index);

const indexes = (occurrence: string): string[] => (occurrence ? occurrence.split(".") : []);

export class Sheet {
    private readonly known = new Map<string, string>();
    private readonly relevant = new Map<string, boolean>();
    private readonly counted = new Map<string, number>();

    constructor(
        readonly questionnaire: Questionnaire,
        readonly answers: Answers,
        readonly now: string,
        readonly language: string,
    ) {}

    // ---- what is asked of it

    isRelevant(place: Place): boolean {
        const key = keyOf(place);
        const found = this.relevant.get(key);
        if (found !== undefined) return found;
        this.relevant.set(key, true); // a question that depends on itself counts
        const node = this.questionnaire.node(place.path);
        const above = this.above(place);
        const counts =
            (!above || this.isRelevant(above)) &&
            (!node?.relevant || isTrue(node.relevant, this.scope(place)));
        this.relevant.set(key, counts);
        return counts;
    }

    // The answer, as XForms writes it; none where the question does not count.
    value(place: Place): string {
        const key = keyOf(place);
        const found = this.known.get(key);
        if (found !== undefined) return found;
        const stored = this.answers.values[key] ?? "";
        this.known.set(key, stored); // while it is being worked out
        const value = this.isRelevant(place) ? this.workedOut(place, stored) : "";
        this.known.set(key, value);
        return value;
    }

    private workedOut(place: Place, stored: string): string {
        const node = this.questionnaire.node(place.path);
        if (!node?.calculation) return stored;
        const value = evaluate(node.calculation, this.scope(place));
        // What could not be reckoned is no answer.
        return typeof value === "number" && Number.isNaN(value) ? "" : textOf(value);
    }

    count(repeat: Place): number {
        const key = keyOf(repeat);
        const found = this.counted.get(key);
        if (found !== undefined) return found;
        this.counted.set(key, 0);
        const wanted = this.questionnaire.node(repeat.path)?.repeat_count;
        const number = wanted
            ? Number(this.text(wanted, repeat)) || 0
            : (this.answers.counts[key] ?? 0);
        const count = Math.min(REPEATS_MOST, Math.max(0, Math.trunc(number)));
        this.counted.set(key, count);
        return count;
    }

    isRequired(place: Place): boolean {
        const { required } = this.questionnaire.node(place.path) ?? {};
        return required !== undefined && isTrue(required, this.scope(place));
    }

    // What may be chosen, given the answers before.
    choices(place: Place): Choice[] {
        const node = this.questionnaire.node(place.path)!;
        const all = this.questionnaire.choicesOf(node);
        const { choice_filter: filter } = node;
        if (!filter) return all;
        return all.filter((choice) => isTrue(filter, this.scopeOf(choice, place)));
    }

    wrong(place: Place): Wrong | undefined {
        const node = this.questionnaire.node(place.path);
        if (!node || !isAnswered(node) || isContainer(node)) return undefined;
        if (!this.isRelevant(place)) return undefined;
        const value = this.value(place);
        if (value === "") return this.isRequired(place) ? "required" : undefined;
        if (!isOfKind(node, value)) return "number";
        if (!this.isOffered(node, place, value)) return "choice";
        if (node.constraint && !isTrue(node.constraint, this.scope(place))) return "constraint";
        return undefined;
    }

    private isOffered(node: FormNode, place: Place, value: string): boolean {
        if (node.kind !== "one" && node.kind !== "many") return true;
        const names = new Set(this.choices(place).map(({ name }) => name));
        const chosen = node.kind === "one" ? [value] : value.split(" ");
        return chosen.every((name) => names.has(name));
    }

    // ---- the way through it

    screens(): Screen[] {
        const all: Screen[] = [];
        this.addScreens(all, this.questionnaire.form.nodes, "", []);
        return all;
    }

    private addScreens(
        all: Screen[],
        nodes: FormNode[],
        occurrence: string,
        headings: Place[],
    ): void {
        for (const node of nodes) {
            const place = { path: node.path, occurrence };
            if (!isShown(node) || !this.isRelevant(place)) continue;
            if (node.kind === "repeat") this.addRepeat(all, node, place, headings);
            else if (node.kind === "group") this.addGroup(all, node, place, headings);
            else all.push({ key: keyOf(place), headings, questions: [place] });
        }
    }

    private addGroup(all: Screen[], node: FormNode, place: Place, headings: Place[]): void {
        const under = node.label ? [...headings, place] : headings;
        const { children = [] } = node;
        if (!wordIn(node.appearance, "field-list"))
            return this.addScreens(all, children, place.occurrence, under);
        const questions = this.together(children, place.occurrence);
        // Its name stays the same whichever of its questions counts.
        if (questions.length > 0) all.push({ key: keyOf(place), headings: under, questions });
        return undefined;
    }

    private addRepeat(all: Screen[], node: FormNode, repeat: Place, headings: Place[]): void {
        for (let index = 1; index <= this.count(repeat); index++) {
            const place = { path: node.path, occurrence: inner(repeat.occurrence, index) };
            this.addGroup(all, node, place, headings);
        }
        if (!node.repeat_count)
            all.push({ key: `${keyOf(repeat)} +`, headings, questions: [], repeat });
    }

    // All that stands on one page.
    private together(nodes: FormNode[], occurrence: string): Place[] {
        return nodes.flatMap((node) => {
            const place = { path: node.path, occurrence };
            if (!isShown(node) || !this.isRelevant(place)) return [];
            if (node.kind === "group") return this.together(node.children ?? [], occurrence);
            if (node.kind !== "repeat") return [place];
            return this.allOf(place).flatMap((one) => this.together(node.children ?? [], one));
        });
    }

    // Every leaf that counts, in the order of the form.
    leaves(nodes = this.questionnaire.form.nodes, occurrence = ""): Place[] {
        return nodes.flatMap((node) => {
            const place = { path: node.path, occurrence };
            if (!this.isRelevant(place)) return [];
            if (node.kind === "group") return this.leaves(node.children, occurrence);
            if (node.kind !== "repeat") return [place];
            return this.allOf(place).flatMap((one) => this.leaves(node.children, one));
        });
    }

    // A node wherever it counts; a repeat as a whole, not its occurrences.
    places(path: string): Place[] {
        const repeats = this.questionnaire.repeatsOf(path).filter((repeat) => repeat !== path);
        let found = [""];
        for (const repeat of repeats)
            found = found.flatMap((occurrence) => this.allOf({ path: repeat, occurrence }));
        return found
            .map((occurrence) => ({ path, occurrence }))
            .filter((place) => this.isRelevant(place));
    }

    wrongAnswers(): WrongAnswer[] {
        return this.leaves().flatMap((place) => {
            const wrong = this.wrong(place);
            return wrong ? [{ ...place, wrong }] : [];
        });
    }

    // What is sent: what counts and was answered. When exactly an interview began is said by nobody
    // here: the server keeps it to the hour.
    sent(): SentAnswer[] {
        return this.leaves().flatMap(({ path, occurrence }) => {
            const { kind } = this.questionnaire.node(path)!;
            if (kind === "meta" || kind === "note") return [];
            const value = this.value({ path, occurrence });
            // Where somebody stopped half way, half an answer may be left.
            const isWrong = this.wrong({ path, occurrence }) !== undefined;
            return value === "" || isWrong ? [] : [{ question: path, occurrence, value }];
        });
    }

    label(place: Place): string {
        return this.said(this.questionnaire.node(place.path)?.label, place);
    }

    // With what was answered put in: "${/data/name}", or "${../name}" within the same repeat.
    said(texts: Record<string, string> | undefined, place: Place): string {
        const text = textIn(texts, this.language, this.questionnaire.form);
        return text.replace(/\$\{\s*([^}\s]+)\s*\}/g, (_, name: string) => {
            const path = name.includes("/") ? name : this.questionnaire.pathOf(name);
            const wanted = this.wayTo(path, place);
            const depth = this.questionnaire.repeatsOf(wanted).length;
            const occurrence = indexes(place.occurrence).slice(0, depth).join(".");
            return this.shown({ path: wanted, occurrence });
        });
    }

    // An answer in words: choices by what they are called.
    shown(place: Place): string {
        const value = this.value(place);
        const kind = this.questionnaire.node(place.path)?.kind;
        if (kind !== "one" && kind !== "many") return value;
        return value
            .split(" ")
            .map((code) => this.choiceName(code, place.path))
            .join(", ");
    }

    // The code itself where no choice is called so.
    choiceName(value: string, path: string): string {
        return this.findChoiceName(value, path) ?? value;
    }

    private findChoiceName(value: string, path: string): string | undefined {
        const node = this.questionnaire.node(path);
        const choices = node ? this.questionnaire.choicesOf(node) : [];
        const choice = choices.find(({ name }) => name === value);
        return choice && (textIn(choice.label, this.language, this.questionnaire.form) || value);
    }

    // ---- for expressions

    text(tree: Tree, place: Place): string {
        return textOf(evaluate(tree, this.scope(place)));
    }

    private above({ path, occurrence }: Place): Place | undefined {
        const parent = this.questionnaire.parentOf(path);
        if (!parent) return undefined;
        // A repeat stands above what is in it with the same number, above itself with one fewer.
        const depth = this.questionnaire.repeatsOf(parent).length;
        return { path: parent, occurrence: indexes(occurrence).slice(0, depth).join(".") };
    }

    scope(place: Place): Scope {
        return {
            own: () => this.typed(place),
            nodes: (path) => this.nodes(path, place),
            position: (path) => this.position(path, place),
            indexed: (path, given) => this.indexed(path, given, place),
            choiceName: (value, question) =>
                this.findChoiceName(value, this.wayTo(question, place)) ?? "",
            now: this.now,
        };
    }

    private wayTo(path: string, from: Place): string {
        return this.questionnaire.resolved(path, from.path).path;
    }

    // In a filter of choices.
    scopeOf({ name, columns = {} }: Choice, place: Place): Scope {
        return {
            ...this.scope(place),
            column: (wanted) => (wanted === "name" ? name : (columns[wanted] ?? "")),
        };
    }

    // A question for a number is a number.
    private typed(place: Place): Value {
        const value = this.value(place);
        const kind = this.questionnaire.node(place.path)?.kind;
        if (kind !== "integer" && kind !== "decimal" && kind !== "range") return value;
        const number = numberOfText(value);
        return Number.isNaN(number) ? value : number;
    }

    private nodes(path: string, from: Place): Value[] {
        return this.meant(path, from)
            .filter((place) => this.isRelevant(place))
            .map((place) => this.typed(place));
    }

    // All that a path means, seen from a question.
    private meant(path: string, from: Place): Place[] {
        const { path: wanted, kept } = this.questionnaire.resolved(path, from.path);
        if (!this.questionnaire.node(wanted)) return [];
        const own = indexes(from.occurrence);
        const repeats = this.questionnaire.repeatsOf(wanted);
        const above = this.questionnaire.repeatsOf(from.path);
        let found = [""];
        for (const [depth, repeat] of repeats.entries()) {
            // The one that one stands in, on the way to something below it; of the repeat itself
            // all, unless the way came up from there.
            const isOwn = above[depth] === repeat && (repeat !== wanted || kept === wanted);
            found = found.flatMap((occurrence) =>
                isOwn
                    ? [inner(occurrence, Number(own[depth] ?? 1))]
                    : this.allOf({ path: repeat, occurrence }),
            );
        }
        return found.map((occurrence) => ({ path: wanted, occurrence }));
    }

    private allOf(repeat: Place): string[] {
        const count = this.count(repeat);
        return Array.from({ length: count }, (_, at) => inner(repeat.occurrence, at + 1));
    }

    private position(path: string, from: Place): number {
        const wanted = this.wayTo(path, from);
        const depth = this.questionnaire.repeatsOf(wanted).length;
        const isRepeat = this.questionnaire.node(wanted)?.kind === "repeat";
        return isRepeat ? Number(indexes(from.occurrence)[depth - 1] ?? Number.NaN) : 1;
    }

    private indexed(
        path: string,
        given: { repeat: string; index: number }[],
        from: Place,
    ): Value {
        const wanted = this.wayTo(path, from);
        const own = indexes(from.occurrence);
        const above = this.questionnaire.repeatsOf(from.path);
        const named = new Map(
            given.map(({ repeat, index }) => [this.wayTo(repeat, from), index]),
        );
        let occurrence = "";
        for (const [depth, repeat] of this.questionnaire.repeatsOf(wanted).entries()) {
            const here = above[depth] === repeat ? Number(own[depth]) : 0;
            const index = named.get(repeat) ?? here;
            const isThere = index >= 1 && index <= this.count({ path: repeat, occurrence });
            if (!Number.isInteger(index) || !isThere) return "";
            occurrence = inner(occurrence, index);
        }
        const place = { path: wanted, occurrence };
        return this.isRelevant(place) ? this.typed(place) : "";
    }
}

// As many digits as a phone lets one write, and the server takes.
const WHOLE = /^-?\d{1,9}$/;
const NUMBER_CHARACTERS_MOST = 40;

function isOfKind(node: FormNode, value: string): boolean {
    const number = numberOfText(value);
    const isNumber =
        Number.isFinite(number) &&
        value.length <= NUMBER_CHARACTERS_MOST &&
        !value.includes(" ");
    if (node.kind === "integer") return WHOLE.test(value);
    if (node.kind === "decimal") return isNumber;
    if (node.kind !== "range") return true;
    const { start, end } = boundsOf(node);
    return isNumber && number >= start && number <= end;
}

// ---- changes: each makes other answers and leaves the old ones as they were

export interface Moment {
    now: string;
    language: string;
}

// Calculations done, defaults put in, one occurrence of each repeat begun, choices that are no
// longer offered taken out.
export function settled(questionnaire: Questionnaire, first: Answers, moment: Moment): Answers {
    let answers = first;
    for (let round = 0; round < SETTLING_ROUNDS; round++) {
        const next = settledOnce(questionnaire, answers, moment);
        if (!next) break;
        answers = next;
    }
    return answers;
}

// Undefined where nothing follows any more.
function settledOnce(
    questionnaire: Questionnaire,
    answers: Answers,
    { now, language }: Moment,
): Answers | undefined {
    const sheet = new Sheet(questionnaire, answers, now, language);
    const values = { ...answers.values };
    const counts = { ...answers.counts };
    for (const { path, kind } of questionnaire.settling) {
        for (const place of sheet.places(path)) {
            if (kind === "repeat") counts[keyOf(place)] ??= 1;
            else settle(sheet, values, place);
        }
    }
    const isSame =
        Object.keys(values).every((key) => values[key] === answers.values[key]) &&
        Object.keys(counts).every((key) => counts[key] === answers.counts[key]);
    return isSame ? undefined : { values, counts };
}

function settle(sheet: Sheet, values: Record<string, string>, place: Place): void {
    const node = sheet.questionnaire.node(place.path)!;
    const key = keyOf(place);
    if (node.calculation) values[key] = sheet.value(place);
    else if (node.kind === "meta") values[key] ??= metaOf(node, sheet.now);
    else if (node.default && values[key] === undefined)
        values[key] = sheet.text(node.default, place);
    else if (node.choice_filter && values[key]) {
        const names = new Set(sheet.choices(place).map(({ name }) => name));
        const kept = values[key].split(" ").filter((name) => names.has(name));
        values[key] = kept.join(" ");
    }
}

function metaOf({ parameters }: FormNode, now: string): string {
    return parameters === "today" ? now.slice(0, 10) : now;
}

export function withAnswer(answers: Answers, place: Place, value: string): Answers {
    return { ...answers, values: { ...answers.values, [keyOf(place)]: value } };
}

// One more, or one fewer: the last, with all that was answered in it.
export function withCount(answers: Answers, repeat: Place, count: number): Answers {
    const gone = inner(repeat.occurrence, count + 1);
    const isGone = (key: string): boolean => {
        const [path = "", occurrence = ""] = key.split(" ");
        const isWithin = path.startsWith(`${repeat.path}/`);
        return isWithin && (occurrence === gone || occurrence.startsWith(`${gone}.`));
    };
    const kept = Object.entries(answers.values).filter(([key]) => !isGone(key));
    return {
        values: Object.fromEntries(kept),
        counts: { ...answers.counts, [keyOf(repeat)]: count },
    };
}

// ---- where one is

// By name; where what was there does not count any more, what stands where it stood.
export function screenAt(screens: Screen[], key: string, index: number): number {
    const found = screens.findIndex((screen) => screen.key === key);
    return found >= 0 ? found : Math.max(0, Math.min(index, screens.length - 1));
}
