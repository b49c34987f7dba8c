// SPDX-License-Identifier: EUPL-1.2
// One of a long list (languages, countries), by typing part of its name: the combobox of the ARIA
// Authoring Practices, with arrows, Enter, Escape and a spoken number of suggestions.
import { useId, useState } from "preact/hooks";
import type { Option } from "web/api/vocabulary";
import { count, t } from "web/words/words";
import { Field, type FieldProps } from "./Field";
import { folded } from "./folded";
import { Icon } from "./Icon";

const SUGGESTIONS_MAX = 8;

interface AutocompleteProps extends FieldProps {
    options: Option[];
    value: string;
    onChange: (value: string) => void;
}

export function Autocomplete({ options, value, onChange, ...field }: AutocompleteProps) {
    const list = useId();
    // What is being typed; null when nothing is, and the chosen option shows.
    const [text, setText] = useState<string | null>(null);
    const [active, setActive] = useState(0);

    const chosen = options.find((option) => option.value === value)?.label ?? "";
    const found = text === null ? [] : suggestions(options, text);
    const open = text !== null && text.trim() !== "";

    function choose(option: Option | undefined): void {
        if (option) onChange(option.value);
        setText(null);
        setActive(0);
    }

    function onKeyDown(event: KeyboardEvent): void {
        if (!open) return;
        const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
        const step = steps[event.key];
        if (step && found.length > 0) {
            event.preventDefault();
            setActive((active + step + found.length) % found.length);
        } else if (event.key === "Enter") {
            event.preventDefault(); // choosing is not sending
            choose(found[active]);
        } else if (event.key === "Escape") {
            event.stopPropagation(); // nor is it closing the dialog
            setText(null);
        }
    }

    return (
        <div class="autocomplete">
            <Field {...field}>
                {(control) => (
                    <input
                        {...control}
                        type="text"
                        role="combobox"
                        autocomplete="off"
                        aria-autocomplete="list"
                        aria-expanded={open}
                        aria-controls={list}
                        aria-activedescendant={
                            open && found[active] ? `${list}-${active}` : undefined
                        }
                        value={text ?? chosen}
                        onInput={(event) => {
                            setText(event.currentTarget.value);
                            setActive(0);
                            if (event.currentTarget.value === "") onChange("");
                        }}
                        onKeyDown={onKeyDown}
                        onBlur={() => choose(text ? exactly(options, text) : undefined)}
                    />
                )}
            </Field>
            <div
                id={list}
                role="listbox"
                aria-label={field.label}
                hidden={!open || found.length === 0}
            >
                {found.map((option, index) => (
                    // The focus stays in the box; keys are handled there.
                    <div
                        key={option.value}
                        id={`${list}-${index}`}
                        role="option"
                        tabIndex={-1}
                        aria-selected={index === active}
                        // Before the blur of the box, which would close the list.
                        onMouseDown={(event) => {
                            event.preventDefault();
                            choose(option);
                        }}
                    >
                        {option.label}
                    </div>
                ))}
            </div>
            <p role="status" class={open && found.length === 0 ? "field-hint" : "visually-hidden"}>
                {open &&
                    (found.length
                        ? count("web.suggestions", found.length)
                        : t("web.nothing_found"))}
            </p>
        </div>
    );
}

export function suggestions(options: Option[], text: string): Option[] {
    const wanted = folded(text);
    const whole = (option: Option) => Number(folded(option.label) === wanted);
    const starting = options
        .filter((option) => folded(option.label).startsWith(wanted))
        .toSorted((one, other) => whole(other) - whole(one));
    const inside = options.filter(
        (option) => !starting.includes(option) && folded(option.label).includes(wanted),
    );
    return [...starting, ...inside].slice(0, SUGGESTIONS_MAX);
}

function exactly(options: Option[], text: string): Option | undefined {
    return options.find((option) => folded(option.label) === folded(text));
}

interface AutocompleteSomeProps extends FieldProps {
    options: Option[];
    values: string[];
    onChange: (values: string[]) => void;
}

// Several of a long list: what is chosen stands below, each to be taken away again.
export function AutocompleteSome({ options, values, onChange, ...field }: AutocompleteSomeProps) {
    const labels = new Map(options.map((option) => [option.value, option.label]));
    return (
        <div class="autocomplete-some">
            <Autocomplete
                {...field}
                options={options.filter((option) => !values.includes(option.value))}
                value=""
                onChange={(value) => value && onChange([...values, value])}
            />
            {values.length > 0 && (
                <ul class="chosen" aria-label={t("web.chosen_in", { label: field.label })}>
                    {values.map((value) => (
                        <li key={value}>
                            <span>{labels.get(value) ?? value}</span>
                            <button
                                type="button"
                                aria-label={t("web.remove", { what: labels.get(value) ?? value })}
                                onClick={() => onChange(values.filter((other) => other !== value))}
                            >
                                <Icon name="close" />
                            </button>
                        </li>
                    ))}
                </ul>
            )}
        </div>
    );
}
