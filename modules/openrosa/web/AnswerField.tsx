// SPDX-License-Identifier: EUPL-1.2
// One answer of a form, whatever it asks: the server says what kind of answer it is.
import type { AsideAnswer } from "web/api/acts";
import { ChooseSome } from "web/kit/ChoiceChips";
import { DateField, Field, Select, TextArea, TextField } from "web/kit/Field";
import { clockOf, dayOf, instantOf } from "web/words/format";
import { t } from "web/words/words";

interface AnswerFieldProps {
    answer: AsideAnswer;
    value: string;
    onChange: (value: string) => void;
}

const SHOWN = 8;

// "2026-11-23T21:00" on the clocks of Italy, and back; what is no instant stays as it is.
export function toWall(instant: string): string {
    const date = new Date(instant);
    return Number.isNaN(date.getTime()) ? "" : `${dayOf(date)}T${clockOf(date)}`;
}

export function fromWall(wall: string): string {
    const [day, clock] = wall.split("T");
    return day && clock ? instantOf(day, clock.slice(0, 5)).toISOString() : "";
}

export function AnswerField({ answer, value, onChange }: AnswerFieldProps) {
    const field = {
        name: answer.question,
        label: answer.label,
        hint: answer.hint ?? undefined,
        required: answer.required,
    };
    const options = answer.choices.map(({ code, label }) => ({ value: code, label }));
    if (answer.many)
        return (
            <ChooseSome
                {...field}
                shown={SHOWN}
                options={withUnknown(options, value.split(/\s+/))}
                values={value.split(/\s+/).filter(Boolean)}
                onChange={(values) => onChange(values.join(" "))}
            />
        );
    if (options.length > 0)
        return (
            <Select
                {...field}
                empty={t("web.not_recorded")}
                options={withUnknown(options, [value])}
                value={value}
                onChange={onChange}
            />
        );
    if (answer.kind === "instant")
        return (
            <Field {...field}>
                {(control) => (
                    <input
                        {...control}
                        type="datetime-local"
                        value={toWall(value)}
                        onInput={(event) => onChange(fromWall(event.currentTarget.value))}
                    />
                )}
            </Field>
        );
    if (answer.kind === "date") return <DateField {...field} value={value} onInput={onChange} />;
    if (answer.kind === "text") return <TextArea {...field} value={value} onInput={onChange} />;
    return <TextField {...field} inputMode="decimal" value={value} onInput={onChange} />;
}

// A code that is in no list any more is shown as it came, to be changed.
function withUnknown(options: { value: string; label: string }[], values: string[]) {
    const known = new Set(options.map(({ value }) => value));
    const unknown = values.filter((value) => value && !known.has(value));
    return [...options, ...unknown.map((value) => ({ value, label: value }))];
}
