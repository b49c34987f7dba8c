// SPDX-License-Identifier: EUPL-1.2
import { TextField } from "web/kit/Field";
import { t } from "web/words/words";

interface EmailFieldProps {
    value: string;
    onInput: (email: string) => void;
}

export function EmailField({ value, onInput }: EmailFieldProps) {
    return (
        <TextField
            name="email"
            type="email"
            label={t("field.access.email")}
            hint={t("field.access.email_hint")}
            autocomplete="off"
            value={value}
            onInput={onInput}
        />
    );
}
