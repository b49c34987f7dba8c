// SPDX-License-Identifier: EUPL-1.2
// What one may write of a person. Nothing is needed: somebody met tonight may have only a nickname.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Identifier, PersonWish } from "web/api/acts";
import { options } from "web/api/vocabulary";
import { Autocomplete, AutocompleteSome } from "web/kit/Autocomplete";
import { Button } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { DateField, Select, TextArea, TextField } from "web/kit/Field";
import { t } from "web/words/words";

// As it stands in the fields: text everywhere, turned into a wish when it is sent.
export interface PersonText {
    given_name: string;
    family_name: string;
    nickname: string;
    aliases: string;
    gender: string;
    birth_date: string;
    birth_year: string;
    birth_year_estimated: boolean;
    citizenship: string;
    languages: string[];
    identifiers: Identifier[];
    phone: string;
    notes: string;
}

export function personText(person: Partial<PersonWish> = {}): PersonText {
    return {
        given_name: person.given_name ?? "",
        family_name: person.family_name ?? "",
        nickname: person.nickname ?? "",
        aliases: (person.aliases ?? []).join(", "),
        gender: person.gender ?? "",
        birth_date: person.birth_date ?? "",
        birth_year: person.birth_year ? String(person.birth_year) : "",
        birth_year_estimated: person.birth_year_estimated ?? true,
        citizenship: person.citizenship ?? "",
        languages: person.languages ?? [],
        identifiers: person.identifiers ?? [],
        phone: person.phone ?? "",
        notes: person.notes ?? "",
    };
}

export function personWish(text: PersonText): PersonWish {
    const given = (value: string) => value.trim() || null;
    const year = Number.parseInt(text.birth_year, 10);
    return {
        given_name: given(text.given_name),
        family_name: given(text.family_name),
        nickname: given(text.nickname),
        aliases: text.aliases
            .split(",")
            .map((alias) => alias.trim())
            .filter(Boolean),
        gender: text.gender || null,
        birth_date: text.birth_date || null,
        // The year follows from the date, when there is one.
        birth_year: text.birth_date || Number.isNaN(year) ? null : year,
        birth_year_estimated:
            text.birth_date || Number.isNaN(year) ? null : text.birth_year_estimated,
        citizenship: text.citizenship || null,
        languages: text.languages,
        identifiers: text.identifiers.filter(({ value }) => value.trim()),
        phone: given(text.phone),
        notes: given(text.notes),
    };
}

interface PersonFieldsProps {
    value: PersonText;
    onChange: (part: Partial<PersonText>) => void;
    // What is told beside the names, while somebody is typing them.
    children?: ComponentChildren;
}

export function PersonFields({ value, onChange, children }: PersonFieldsProps) {
    return (
        <>
            <div class="form-pair">
                <TextField
                    name="given_name"
                    label={t("field.people.given_name")}
                    value={value.given_name}
                    onInput={(given_name) => onChange({ given_name })}
                />
                <TextField
                    name="family_name"
                    label={t("field.people.family_name")}
                    value={value.family_name}
                    onInput={(family_name) => onChange({ family_name })}
                />
                {children}
                <TextField
                    name="nickname"
                    label={t("field.people.nickname")}
                    value={value.nickname}
                    onInput={(nickname) => onChange({ nickname })}
                />
                <TextField
                    name="aliases"
                    label={t("field.people.aliases")}
                    hint={t("field.people.aliases_hint")}
                    value={value.aliases}
                    onInput={(aliases) => onChange({ aliases })}
                />
            </div>
            <ChooseOne
                name="gender"
                label={t("field.people.gender")}
                options={options("gender")}
                value={value.gender}
                onChange={(gender) => onChange({ gender })}
            />
            <Birth value={value} onChange={onChange} />
            <div class="form-pair">
                <Autocomplete
                    name="citizenship"
                    label={t("field.people.citizenship")}
                    options={options("country")}
                    value={value.citizenship}
                    onChange={(citizenship) => onChange({ citizenship })}
                />
                <AutocompleteSome
                    name="languages"
                    label={t("field.people.languages")}
                    options={options("language")}
                    values={value.languages}
                    onChange={(languages) => onChange({ languages })}
                />
            </div>
            <TextField
                name="phone"
                type="tel"
                inputMode="tel"
                label={t("field.people.phone")}
                value={value.phone}
                onInput={(phone) => onChange({ phone })}
            />
            <Identifiers
                value={value.identifiers}
                onChange={(identifiers) => onChange({ identifiers })}
            />
            <TextArea
                name="notes"
                label={t("field.people.notes")}
                hint={t("field.people.notes_hint")}
                value={value.notes}
                onInput={(notes) => onChange({ notes })}
            />
        </>
    );
}

// On the street one knows a year, more or less; a date comes with a document.
function Birth({ value, onChange }: PersonFieldsProps) {
    return (
        <>
            <div class="form-pair">
                <TextField
                    name="birth_year"
                    inputMode="numeric"
                    maxLength={4}
                    label={t("field.people.birth_year")}
                    value={value.birth_date ? value.birth_date.slice(0, 4) : value.birth_year}
                    onInput={(year) =>
                        onChange({ birth_year: year.replace(/\D/g, ""), birth_date: "" })
                    }
                />
                <DateField
                    name="birth_date"
                    label={t("field.people.birth_date")}
                    value={value.birth_date}
                    onInput={(birth_date) => onChange({ birth_date })}
                />
            </div>
            {value.birth_year && !value.birth_date && (
                <ChooseOne
                    name="birth_year_estimated"
                    always
                    label={t("field.people.birth_year_estimated")}
                    options={[
                        { value: "yes", label: t("page.people.about") },
                        { value: "no", label: t("page.people.certain") },
                    ]}
                    value={value.birth_year_estimated ? "yes" : "no"}
                    onChange={(chosen) => onChange({ birth_year_estimated: chosen === "yes" })}
                />
            )}
        </>
    );
}

interface IdentifiersProps {
    value: Identifier[];
    onChange: (identifiers: Identifier[]) => void;
}

function Identifiers({ value, onChange }: IdentifiersProps) {
    const kinds = options("identifier_kind");
    const [shown, setShown] = useState(value.length);
    const rows = Array.from(
        { length: Math.max(shown, value.length) },
        (_, index) => value[index] ?? { kind: kinds[0]?.value ?? "", value: "" },
    );
    const put = (index: number, part: Partial<Identifier>) =>
        onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));

    return (
        <div class="form-grid">
            {rows.map((row, index) => (
                // Rows have no name but their place.
                // oxlint-disable-next-line react/no-array-index-key
                <div key={index} class="form-pair">
                    <Select
                        name={`identifiers[${index}].kind`}
                        label={t("field.people.identifier_kind")}
                        options={kinds}
                        value={row.kind}
                        onChange={(kind) => put(index, { kind })}
                    />
                    <TextField
                        name={`identifiers[${index}].value`}
                        label={t("field.people.identifier_value")}
                        hint={t("field.people.identifier_hint")}
                        value={row.value}
                        onInput={(text) => put(index, { value: text.toUpperCase() })}
                    />
                </div>
            ))}
            <div>
                <Button kind="plain" icon="add" onClick={() => setShown(rows.length + 1)}>
                    {t("do.people.add_identifier")}
                </Button>
            </div>
        </div>
    );
}
