// SPDX-License-Identifier: EUPL-1.2
import { Problem } from "web/api/problem";
import { TextField } from "web/kit/Field";
import { isEasyPin, isPin } from "web/phone/vault";
import { t } from "web/words/words";

export interface NewPin {
    pin: string;
    again: string;
}

interface PinFieldsProps {
    value: NewPin;
    onChange: (value: NewPin) => void;
}

// A new PIN, typed twice.
export function PinFields({ value, onChange }: PinFieldsProps) {
    return (
        <>
            <TextField
                name="pin"
                type="password"
                inputMode="numeric"
                label={t("field.phone.pin")}
                hint={t("page.phone.pin_hint")}
                autocomplete="off"
                value={value.pin}
                onInput={(pin) => onChange({ ...value, pin })}
            />
            <TextField
                name="pin_again"
                type="password"
                inputMode="numeric"
                label={t("field.phone.pin_again")}
                autocomplete="off"
                value={value.again}
                onInput={(again) => onChange({ ...value, again })}
            />
        </>
    );
}

// What is wrong with it, as the server would say it of a field.
export function faultOfPin({ pin, again }: NewPin): Problem | null {
    const fault = (field: string, title: string) =>
        new Problem(422, "web.incomplete", t("web.incomplete"), {}, [
            { field, code: "pin", title },
        ]);
    if (!isPin(pin)) return fault("pin", t("page.phone.pin_form"));
    if (isEasyPin(pin)) return fault("pin", t("page.phone.pin_easy"));
    return pin === again ? null : fault("pin_again", t("page.phone.pin_differs"));
}
