// SPDX-License-Identifier: EUPL-1.2
// One question, asked in the language of whoever answers. All that is said here is theirs; the
// words of the pages are for whoever asks.
import { useId } from "preact/hooks";
import { FieldError, FieldHint } from "web/kit/Field";
import { boundsOf, type FormNode, type Place, wordIn } from "./form";
import type { FillWord } from "./fillWords";
import { asWritten } from "./numbers";
import type { Sheet, Wrong } from "./sheet";

// Longer lists are chosen from as the telephone itself does it.
const LONGEST_LIST = 15;
// What the server takes of one answer.
const LONGEST_ANSWER = 4000;
// A scale of more steps than this is slid along.
const LONGEST_SCALE = 11;

export type Say = (word: FillWord, facts?: Record<string, string | number>) => string;

interface QuestionProps {
    sheet: Sheet;
    place: Place;
    say: Say;
    // Only once somebody wanted to go on.
    wrong: Wrong | undefined;
    onAnswer: (value: string) => void;
}

export function QuestionField({ sheet, place, say, wrong, onAnswer }: QuestionProps) {
    const id = useId();
    const node = sheet.questionnaire.node(place.path)!;
    const label = sheet.label(place);
    const hint = sheet.said(node.hint, place);
    const value = sheet.value(place);
    if (node.kind === "note") return <Note label={label} hint={hint} />;
    if (node.read_only || node.calculation)
        return <Note label={label} hint={sheet.shown(place) || hint} />;

    const error = wrong && wordedWrong(sheet, node, place, wrong, say);
    const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
    const control: ControlProps = {
        id,
        sheet,
        node,
        place,
        value,
        say,
        onAnswer,
        invalid: error !== undefined,
        described: described || undefined,
    };
    const needed = sheet.isRequired(place) && (
        <span class="field-needed"> {say("needed")}</span>
    );
    const rest = (
        <>
            {hint && <FieldHint id={id}>{hint}</FieldHint>}
            <Control {...control} />
            {error && <FieldError id={id}>{error}</FieldError>}
        </>
    );
    if (isList(node, sheet, place))
        return (
            <fieldset
                id={id}
                class="field survey-question"
                role={isMany(node) ? undefined : "radiogroup"}
                aria-describedby={described || undefined}
                aria-invalid={error ? "true" : undefined}
            >
                <legend>
                    <span class="survey-label">{label}</span>
                    {needed}
                </legend>
                {rest}
            </fieldset>
        );
    return (
        <div class="field survey-question">
            <label htmlFor={id}>
                <span class="survey-label">{label}</span>
                {needed}
            </label>
            {rest}
        </div>
    );
}

function Note({ label, hint }: { label: string; hint: string }) {
    return (
        <div class="survey-note">
            {label && <p class="survey-label">{label}</p>}
            {hint && <p class="survey-label">{hint}</p>}
        </div>
    );
}

function wordedWrong(sheet: Sheet, node: FormNode, place: Place, wrong: Wrong, say: Say): string {
    const own = wrong === "required" ? node.required_message : node.constraint_message;
    const said = wrong === "required" || wrong === "constraint" ? sheet.said(own, place) : "";
    return said || say(wrong);
}

const isMany = ({ kind }: FormNode): boolean => kind === "many" || kind === "acknowledge";

function isList(node: FormNode, sheet: Sheet, place: Place): boolean {
    if (isMany(node)) return true;
    if (node.kind === "one") return !isPicked(node, sheet.choices(place).length);
    return node.kind === "range" && stepsOf(node).length <= LONGEST_SCALE;
}

function isPicked({ appearance }: FormNode, count: number): boolean {
    const wanted = ["minimal", "autocomplete", "search"].some((word) => wordIn(appearance, word));
    return wanted || count > LONGEST_LIST;
}

function stepsOf(node: FormNode): string[] {
    const { start, end, step } = boundsOf(node);
    const count = Math.floor((end - start) / step + 1e-9) + 1;
    if (!(count > 0) || count > 1000) return [];
    // 0.1 + 0.2 is no step of anybody.
    return Array.from({ length: count }, (_, at) => String(+(start + at * step).toPrecision(12)));
}

interface ControlProps {
    id: string;
    sheet: Sheet;
    node: FormNode;
    place: Place;
    value: string;
    say: Say;
    onAnswer: (value: string) => void;
    invalid: boolean;
    described: string | undefined;
}

function Control(props: ControlProps) {
    const { sheet, node, place, say } = props;
    switch (node.kind) {
        case "one":
        case "many": {
            const options = sheet.choices(place).map(({ name }) => ({
                name,
                label: sheet.choiceName(name, node.path),
            }));
            const picked = node.kind === "one" && isPicked(node, options.length);
            return picked ? <Picked {...props} options={options} /> : (
                <Listed {...props} options={options} />
            );
        }
        case "acknowledge":
            return <Listed {...props} options={[{ name: "OK", label: say("agree") }]} />;
        case "range":
            return <Range {...props} />;
        default:
            return <Written {...props} />;
    }
}

interface Option {
    name: string;
    label: string;
}

// Each answer as wide as the screen, and as high as a thumb.
function Listed({ id, node, value, options, onAnswer }: ControlProps & { options: Option[] }) {
    const many = isMany(node);
    const chosen = value.split(" ").filter(Boolean);
    function tap(name: string): void {
        const others = chosen.filter((each) => each !== name);
        if (!many) onAnswer(chosen.includes(name) ? "" : name);
        // In the order of the form, whichever was tapped first.
        else if (chosen.includes(name)) onAnswer(others.join(" "));
        else {
            const all = new Set([...others, name]);
            onAnswer(
                options
                    .map((each) => each.name)
                    .filter((each) => all.has(each))
                    .join(" "),
            );
        }
    }
    return (
        <div class="survey-choices">
            {options.map(({ name, label }) => (
                <label key={name} class="survey-choice">
                    <input
                        type={many ? "checkbox" : "radio"}
                        name={id}
                        value={name}
                        checked={chosen.includes(name)}
                        // Fired by keys too; unlike `change` also by tapping the chosen one.
                        onClick={() => tap(name)}
                    />
                    <span>{label}</span>
                </label>
            ))}
        </div>
    );
}

function Picked(props: ControlProps & { options: Option[] }) {
    const { id, value, options, say, onAnswer, invalid, described } = props;
    return (
        <select
            id={id}
            class="form-control form-choice"
            value={value}
            aria-invalid={invalid ? "true" : undefined}
            aria-describedby={described}
            onChange={(event) => onAnswer(event.currentTarget.value)}
        >
            <option value="">{say("choose")}</option>
            {options.map(({ name, label }) => (
                <option key={name} value={name}>
                    {label}
                </option>
            ))}
        </select>
    );
}

function Range(props: ControlProps) {
    const { id, node, value, say, onAnswer, invalid, described } = props;
    const steps = stepsOf(node);
    if (steps.length <= LONGEST_SCALE)
        return <Listed {...props} options={steps.map((name) => ({ name, label: name }))} />;
    const { start, end, step } = boundsOf(node);
    return (
        <div class="survey-range" dir="ltr">
            <input
                id={id}
                type="range"
                min={start}
                max={end}
                step={step}
                value={value || String(start)}
                aria-valuetext={value || say("no_choice")}
                aria-invalid={invalid ? "true" : undefined}
                aria-describedby={described}
                onInput={(event) => onAnswer(event.currentTarget.value)}
                // The first step is an answer too, and moves nothing.
                onClick={(event) => onAnswer(event.currentTarget.value)}
            />
            <output htmlFor={id}>{value || "–"}</output>
        </div>
    );
}

function Written({ id, node, value, onAnswer, invalid, described }: ControlProps) {
    const common = {
        id,
        class: "form-control",
        autocomplete: "off" as const,
        "aria-invalid": invalid ? ("true" as const) : undefined,
        "aria-describedby": described,
        maxLength: LONGEST_ANSWER,
    };
    const { kind, appearance } = node;
    if (kind === "text" && wordIn(appearance, "multiline"))
        return (
            <textarea
                {...common}
                rows={4}
                value={value}
                onInput={(event) => onAnswer(event.currentTarget.value)}
            />
        );
    if (kind === "integer" || kind === "decimal")
        return (
            <input
                {...common}
                type="text"
                dir="ltr"
                inputMode={kind === "integer" ? "numeric" : "decimal"}
                value={value}
                onInput={(event) => onAnswer(asWritten(event.currentTarget.value))}
            />
        );
    return (
        <input
            {...common}
            // For the compiler every type of input is another element; these are alike.
            type={TYPES[kind] as "text"}
            value={value.slice(0, SHOWN[kind] ?? LONGEST_ANSWER)}
            onInput={(event) => onAnswer(timed(kind, event.currentTarget.value))}
        />
    );
}

const TYPES: Partial<Record<FormNode["kind"], string>> = {
    date: "date",
    time: "time",
    date_time: "datetime-local",
};

// "21:15" and "2026-11-30T21:15" is what a browser shows of them.
const SHOWN: Partial<Record<FormNode["kind"], number>> = { time: 5, date_time: 16 };

// As XForms writes it: with seconds.
function timed(kind: FormNode["kind"], value: string): string {
    const isShort = /(^|T)\d{2}:\d{2}$/.test(value);
    return (kind === "time" || kind === "date_time") && isShort ? `${value}:00.000` : value;
}
