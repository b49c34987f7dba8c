// SPDX-License-Identifier: EUPL-1.2
// Choices one can hit with cold fingers: real radio buttons or checkboxes, the size of a thumb.
import { useId, useState } from "preact/hooks";
import type { Option } from "web/api/vocabulary";
import { t } from "web/words/words";
import { Button } from "./Button";
import { describedBy, FieldError, FieldHint, type FieldProps, Needed } from "./Field";
import { useField } from "./Form";
import { folded } from "./folded";

interface ChipsProps extends FieldProps {
    options: Option[];
    // Longer lists show this many, the chosen ones always among them, and the rest on demand.
    shown?: number;
}

interface ChooseOneProps extends ChipsProps {
    value: string;
    // One is always chosen from the start: there is nothing to ask for and no way to choose none.
    always?: boolean;
    onChange: (value: string) => void;
}

interface ChooseSomeProps extends ChipsProps {
    values: string[];
    onChange: (values: string[]) => void;
}

export function ChooseOne({ value, onChange, always, ...chips }: ChooseOneProps) {
    return (
        <Chips
            {...chips}
            type="radio"
            chosen={value ? [value] : []}
            // Tapping the chosen one again takes it back.
            onTap={(tapped) => onChange(tapped === value && !always ? "" : tapped)}
        />
    );
}

export function ChooseSome({ values, onChange, ...chips }: ChooseSomeProps) {
    return (
        <Chips
            {...chips}
            type="checkbox"
            chosen={values}
            onTap={(tapped) =>
                onChange(
                    values.includes(tapped)
                        ? values.filter((value) => value !== tapped)
                        : [...values, tapped],
                )
            }
        />
    );
}

interface AnyChipsProps extends ChipsProps {
    type: "radio" | "checkbox";
    chosen: string[];
    onTap: (value: string) => void;
}

function Chips(props: AnyChipsProps) {
    const { name, label, hint, required, options, shown = options.length, type, chosen } = props;
    const { id, error } = useField(name, label);
    const group = useId();
    const [open, setOpen] = useState(false);
    const [text, setText] = useState("");

    const isLong = options.length > shown + 1;
    const wanted = folded(text);
    const visible = options.filter((option, index) => {
        if (wanted) return folded(option.label).includes(wanted);
        return open || !isLong || index < shown || chosen.includes(option.value);
    });

    return (
        <fieldset
            id={id}
            class="field chips"
            aria-describedby={describedBy(id, hint, error)}
            aria-invalid={error ? "true" : undefined}
            role={type === "radio" ? "radiogroup" : undefined}
        >
            <legend>
                {label}
                {required && <Needed />}
            </legend>
            {hint && <FieldHint id={id}>{hint}</FieldHint>}
            {isLong && open && (
                <input
                    type="search"
                    class="form-control chips-search"
                    aria-label={t("web.search_in", { label })}
                    placeholder={t("web.search_in", { label })}
                    value={text}
                    autocomplete="off"
                    onInput={(event) => setText(event.currentTarget.value)}
                    // Enter here means "this one", not "send the form".
                    onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
                />
            )}
            <div class="chips-list">
                {visible.map((option) => (
                    <label key={option.value} class="chip-choice">
                        <input
                            type={type}
                            name={group}
                            value={option.value}
                            checked={chosen.includes(option.value)}
                            // Fired by keys too; unlike `change` also by tapping the chosen one.
                            onClick={() => props.onTap(option.value)}
                        />
                        <span>{option.label}</span>
                    </label>
                ))}
                {wanted && visible.length === 0 && <p role="status">{t("web.nothing_found")}</p>}
                {isLong && (
                    <Button
                        kind="plain"
                        class="chips-more"
                        onClick={() => {
                            setOpen(!open);
                            setText("");
                        }}
                    >
                        {open ? t("web.show_fewer") : t("web.show_all", { n: options.length })}
                    </Button>
                )}
            </div>
            {error && <FieldError id={id}>{error}</FieldError>}
        </fieldset>
    );
}
