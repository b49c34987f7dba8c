// SPDX-License-Identifier: EUPL-1.2
// One entry of a project (a body, an agreement, an activity, a budget line, an expense) written in
// a dialog: its fields are described, and the same form serves all of them.
import { useState } from "preact/hooks";
import type { Problem } from "web/api/problem";
import type { Option } from "web/api/vocabulary";
import { ChooseSome } from "web/kit/ChoiceChips";
import { Dialog, DialogActions } from "web/kit/Dialog";
import { DateField, Select, TextArea, TextField } from "web/kit/Field";
import { Form } from "web/kit/Form";
import { t } from "web/words/words";

export type EntryText = Record<string, string>;

export interface EntryField {
    name: string;
    label: string;
    kind: "text" | "area" | "day" | "one" | "some" | "amount";
    options?: Option[];
    hint?: string;
    required?: boolean;
    maxLength?: number;
}

interface EntryDialogProps {
    title: string;
    fields: EntryField[];
    start: EntryText;
    busy: boolean;
    problem: Problem | null;
    onSave: (text: EntryText) => void;
    onClose: () => void;
}

export function EntryDialog(props: EntryDialogProps) {
    const [text, setText] = useState(props.start);
    return (
        <Dialog title={props.title} onClose={props.onClose}>
            <Form class="form" problem={props.problem} onSubmit={() => props.onSave(text)}>
                {props.fields.map((field) => (
                    <OneField
                        key={field.name}
                        field={field}
                        value={text[field.name] ?? ""}
                        onChange={(value) => setText({ ...text, [field.name]: value })}
                    />
                ))}
                <DialogActions busy={props.busy} onClose={props.onClose} />
            </Form>
        </Dialog>
    );
}

interface OneFieldProps {
    field: EntryField;
    value: string;
    onChange: (value: string) => void;
}

function OneField({ field, value, onChange }: OneFieldProps) {
    const { name, label, hint, required, maxLength } = field;
    const common = { name, label, hint, ...(required && { required }) };
    switch (field.kind) {
        case "area":
            return <TextArea {...common} value={value} onInput={onChange} />;
        case "day":
            return <DateField {...common} value={value} onInput={onChange} />;
        case "one":
            return (
                <Select
                    {...common}
                    empty={t("page.reporting.choose")}
                    options={field.options ?? []}
                    value={value}
                    onChange={onChange}
                />
            );
        case "some":
            return (
                <ChooseSome
                    {...common}
                    options={field.options ?? []}
                    shown={3}
                    values={listOf(value)}
                    onChange={(values) => onChange(values.join(" "))}
                />
            );
        case "amount":
            return (
                <TextField {...common} inputMode="decimal" value={value} onInput={onChange} />
            );
        case "text":
            return (
                <TextField
                    {...common}
                    {...(maxLength && { maxLength })}
                    value={value}
                    onInput={onChange}
                />
            );
    }
}

// Several codes stand in one text, with spaces between.
export function listOf(text: string | undefined): string[] {
    return (text ?? "").split(" ").filter(Boolean);
}

export function orNull(text: string | undefined): string | null {
    return text?.trim() || null;
}

export function written(text: string | undefined): string {
    return text?.trim() ?? "";
}
