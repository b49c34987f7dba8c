// SPDX-License-Identifier: EUPL-1.2
// Counting people with one thumb: minus, the number, plus.
import { t } from "web/words/words";
import { Field, type FieldProps } from "./Field";
import { Icon } from "./Icon";

interface StepperProps extends FieldProps {
    value: number;
    min?: number;
    max: number;
    onChange: (value: number) => void;
}

export function Stepper({ value, min = 0, max, onChange, ...field }: StepperProps) {
    const within = (wanted: number) => Math.min(max, Math.max(min, Math.trunc(wanted) || min));
    return (
        <Field {...field}>
            {(control) => (
                <div class="stepper">
                    <button
                        type="button"
                        class="btn btn-outline-primary"
                        aria-label={t("web.one_fewer", { label: field.label })}
                        disabled={value <= min}
                        onClick={() => onChange(within(value - 1))}
                    >
                        <Icon name="minus" />
                    </button>
                    <input
                        {...control}
                        type="number"
                        inputMode="numeric"
                        min={min}
                        max={max}
                        value={value}
                        onInput={(event) => onChange(within(event.currentTarget.valueAsNumber))}
                    />
                    <button
                        type="button"
                        class="btn btn-outline-primary"
                        aria-label={t("web.one_more", { label: field.label })}
                        disabled={value >= max}
                        onClick={() => onChange(within(value + 1))}
                    >
                        <Icon name="add" />
                    </button>
                </div>
            )}
        </Field>
    );
}
