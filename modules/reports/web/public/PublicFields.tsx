// SPDX-License-Identifier: EUPL-1.2
// Fields of the public pages: those of web/kit, with words in the languages of those who report.
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Icon } from "web/kit/Icon";
import type { Spoken } from "./words";

interface PublicFieldProps {
    spoken: Spoken;
    label: string;
    hint?: string | undefined;
    needed?: boolean;
    error?: string | undefined;
}

interface Control {
    id: string;
    class: string;
    required: boolean | undefined;
    "aria-invalid": "true" | undefined;
    "aria-describedby": string | undefined;
}

type ShellProps = PublicFieldProps & { children: (control: Control) => ComponentChildren };

function PublicField({ spoken, label, hint, needed, error, children }: ShellProps) {
    const id = useId();
    const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
    return (
        <div class="field">
            <label htmlFor={id}>
                {label}
                {needed && <span class="field-needed"> {spoken.say("needed")}</span>}
            </label>
            {hint && (
                <p id={`${id}-hint`} class="field-hint">
                    {hint}
                </p>
            )}
            {children({
                id,
                class: "form-control",
                required: needed,
                "aria-invalid": error ? "true" : undefined,
                "aria-describedby": described || undefined,
            })}
            {error && (
                <p id={`${id}-error`} class="field-error">
                    <Icon name="warning" />
                    {error}
                </p>
            )}
        </div>
    );
}

interface TextProps extends PublicFieldProps {
    value: string;
    onInput: (value: string) => void;
    rows?: number;
    inputMode?: "text" | "numeric" | "tel";
    maxLength?: number;
}

export function PublicText({ value, onInput, rows, inputMode, maxLength, ...field }: TextProps) {
    return (
        <PublicField {...field}>
            {(control) =>
                rows ? (
                    <textarea
                        {...control}
                        dir="auto"
                        rows={rows}
                        maxLength={maxLength}
                        value={value}
                        autocomplete="off"
                        onInput={(event) => onInput(event.currentTarget.value)}
                    />
                ) : (
                    <input
                        {...control}
                        type="text"
                        dir="auto"
                        inputMode={inputMode}
                        maxLength={maxLength}
                        value={value}
                        autocomplete="off"
                        onInput={(event) => onInput(event.currentTarget.value)}
                    />
                )
            }
        </PublicField>
    );
}

interface SelectProps extends PublicFieldProps {
    value: string;
    empty: string;
    options: { value: string; label: string }[];
    onChange: (value: string) => void;
}

export function PublicSelect({ value, empty, options, onChange, ...field }: SelectProps) {
    return (
        <PublicField {...field}>
            {(control) => (
                <select
                    {...control}
                    class="form-control form-choice"
                    value={value}
                    onChange={(event) => onChange(event.currentTarget.value)}
                >
                    <option value="">{empty}</option>
                    {options.map((option) => (
                        <option key={option.value} value={option.value}>
                            {option.label}
                        </option>
                    ))}
                </select>
            )}
        </PublicField>
    );
}
