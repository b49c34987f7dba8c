// SPDX-License-Identifier: EUPL-1.2
// A label that stays, a hint, the control with a full border, and what is wrong with it.
import type { ComponentChildren } from "preact";
import { t } from "web/words/words";
import { useField } from "./Form";
import { Icon } from "./Icon";

export interface ControlProps {
    id: string;
    name: string;
    class: string;
    required: boolean | undefined;
    "aria-invalid": "true" | undefined;
    "aria-describedby": string | undefined;
}

export interface FieldProps {
    name: string;
    label: string;
    hint?: string | undefined;
    // Most fields may stay empty, so it is the needed ones that are marked.
    required?: boolean;
}

interface FieldShellProps extends FieldProps {
    children: (control: ControlProps) => ComponentChildren;
}

export function describedBy(id: string, hint?: string, error?: string): string | undefined {
    const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
    return ids || undefined;
}

export function Field({ name, label, hint, required, children }: FieldShellProps) {
    const { id, error } = useField(name, label);
    return (
        <div class="field">
            <label htmlFor={id}>
                {label}
                {required && <Needed />}
            </label>
            {hint && <FieldHint id={id}>{hint}</FieldHint>}
            {children({
                id,
                name,
                class: "form-control",
                required,
                "aria-invalid": error ? "true" : undefined,
                "aria-describedby": describedBy(id, hint, error),
            })}
            {error && <FieldError id={id}>{error}</FieldError>}
        </div>
    );
}

export function Needed() {
    return <span class="field-needed"> {t("web.needed")}</span>;
}

export function FieldHint({ id, children }: { id: string; children: string }) {
    return (
        <p id={`${id}-hint`} class="field-hint">
            {children}
        </p>
    );
}

export function FieldError({ id, children }: { id: string; children: string }) {
    return (
        <p id={`${id}-error`} class="field-error">
            <Icon name="warning" />
            {children}
        </p>
    );
}

interface TextFieldProps extends FieldProps {
    value: string;
    onInput: (value: string) => void;
    type?: "text" | "password" | "search" | "tel" | "email";
    // Names of persons must not be offered by the browser to whoever takes the phone next.
    autocomplete?: string;
    inputMode?: "text" | "numeric" | "decimal" | "tel" | "search";
    maxLength?: number;
}

export function TextField(props: TextFieldProps) {
    const { value, onInput, type = "text", autocomplete = "off", inputMode, maxLength } = props;
    return (
        <Field {...props}>
            {(control) => (
                <input
                    {...control}
                    // For the compiler every type of input is another element; these five are
                    // alike.
                    type={type as "text"}
                    value={value}
                    autocomplete={autocomplete}
                    inputMode={inputMode}
                    maxLength={maxLength}
                    autocapitalize={type === "text" ? "sentences" : "none"}
                    onInput={(event) => onInput(event.currentTarget.value)}
                />
            )}
        </Field>
    );
}

interface TextAreaProps extends FieldProps {
    value: string;
    onInput: (value: string) => void;
    rows?: number;
}

export function TextArea(props: TextAreaProps) {
    return (
        <Field {...props}>
            {(control) => (
                <textarea
                    {...control}
                    rows={props.rows ?? 3}
                    value={props.value}
                    autocomplete="off"
                    onInput={(event) => props.onInput(event.currentTarget.value)}
                />
            )}
        </Field>
    );
}

interface FileFieldProps extends FieldProps {
    accept: string;
    onChoose: (file: File) => void;
}

export function FileField(props: FileFieldProps) {
    return (
        <Field {...props}>
            {(control) => (
                <input
                    {...control}
                    type="file"
                    accept={props.accept}
                    onChange={(event) => {
                        const [file] = event.currentTarget.files ?? [];
                        if (file) props.onChoose(file);
                    }}
                />
            )}
        </Field>
    );
}

interface DateFieldProps extends FieldProps {
    value: string;
    onInput: (value: string) => void;
    min?: string;
    max?: string;
}

export function DateField(props: DateFieldProps) {
    return (
        <Field {...props}>
            {(control) => (
                <input
                    {...control}
                    type="date"
                    value={props.value}
                    min={props.min}
                    max={props.max}
                    onInput={(event) => props.onInput(event.currentTarget.value)}
                />
            )}
        </Field>
    );
}

export function TimeField(props: FieldProps & Pick<DateFieldProps, "value" | "onInput">) {
    return (
        <Field {...props}>
            {(control) => (
                <input
                    {...control}
                    type="time"
                    value={props.value}
                    onInput={(event) => props.onInput(event.currentTarget.value)}
                />
            )}
        </Field>
    );
}

interface SelectProps extends FieldProps {
    value: string;
    options: { value: string; label: string; group?: string | undefined }[];
    // What the empty choice says; without it, one of the options must be chosen.
    empty?: string;
    onChange: (value: string) => void;
}

export function Select(props: SelectProps) {
    const groups = new Map<string, SelectProps["options"]>();
    for (const option of props.options) {
        const group = option.group ?? "";
        groups.set(group, [...(groups.get(group) ?? []), option]);
    }
    const listed = (options: SelectProps["options"]) =>
        options.map(({ value, label }) => (
            <option key={value} value={value}>
                {label}
            </option>
        ));

    return (
        <Field {...props}>
            {(control) => (
                <select
                    {...control}
                    class="form-control form-choice"
                    value={props.value}
                    onChange={(event) => props.onChange(event.currentTarget.value)}
                >
                    {props.empty !== undefined && <option value="">{props.empty}</option>}
                    {[...groups].map(([group, options]) =>
                        group && groups.size > 1 ? (
                            <optgroup key={group} label={group}>
                                {listed(options)}
                            </optgroup>
                        ) : (
                            listed(options)
                        ),
                    )}
                </select>
            )}
        </Field>
    );
}
