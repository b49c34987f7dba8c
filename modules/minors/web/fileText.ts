// SPDX-License-Identifier: EUPL-1.2
// The fields of a file: which belong together, which list words them, and each as it is typed.
import { labelOf } from "web/api/vocabulary";
import type { Side } from "web/phone/offline";
import { formatDay } from "web/words/format";
import { findWord, t } from "web/words/words";
import type { FileWish } from "./types";

export type FieldName = Exclude<keyof FileWish, "base">;

// Those that SINBA asks for or takes, as they are shown and asked.
export const GROUPS = {
    reported: [
        "source",
        "living_place",
        "school",
        "work",
        "residence_country",
        "residence_region",
    ],
    family: [
        "condition",
        "family",
        "disabled",
        "disability",
        "disability_certificate",
        "assessment",
        "family_assessment",
    ],
    parents: [
        "father_citizenship",
        "father_region",
        "father_education",
        "father_occupation",
        "mother_citizenship",
        "mother_region",
        "mother_education",
        "mother_occupation",
    ],
    placement: [
        "foster_form",
        "foster_kind",
        "foster_duration",
        "foster_nature",
        "foster_outcome",
        "facility_nature",
        "facility_form",
        "facility_kind",
        "facility_outcome",
        "collaboration",
    ],
    measures: ["measure", "measure_on", "measure_authority", "parents_authority", "benefits"],
} as const satisfies Record<string, FieldName[]>;
export type Group = keyof typeof GROUPS;

// Of those, what SINBA does not require: shown where it is known.
export const NOT_REQUIRED: ReadonlySet<FieldName> = new Set<FieldName>([
    "disability_certificate",
    ...GROUPS.parents,
    ...GROUPS.placement,
]);

export const FIELDS: readonly FieldName[] = [
    "found_on",
    "unaccompanied",
    "age_doubted_on",
    "note",
    "guardian_kind",
    "guardian_name",
    "guardian_phone",
    ...GROUPS.reported,
    ...GROUPS.family,
    ...GROUPS.parents,
    ...GROUPS.placement,
    ...GROUPS.measures,
];

export const LISTS = {
    guardian_kind: "guardian_kind",
    source: "minor_source",
    condition: "minor_condition",
    living_place: "minor_living_place",
    school: "minor_school",
    work: "minor_work",
    disability: "minor_disability",
    family: "minor_family_member",
    assessment: "minor_assessment",
    family_assessment: "minor_family_assessment",
    measure: "minor_measure",
    measure_authority: "minor_authority",
    parents_authority: "minor_authority_of_parents",
    disability_certificate: "minor_disability_certificate",
    father_education: "minor_education",
    father_occupation: "minor_occupation",
    mother_education: "minor_education",
    mother_occupation: "minor_occupation",
    foster_form: "minor_placement_form",
    foster_kind: "minor_foster_kind",
    foster_duration: "minor_foster_duration",
    foster_nature: "minor_foster_nature",
    foster_outcome: "minor_foster_outcome",
    facility_nature: "minor_facility_nature",
    facility_form: "minor_placement_form",
    facility_kind: "minor_facility_kind",
    facility_outcome: "minor_facility_outcome",
    collaboration: "minor_collaboration",
} as const satisfies Partial<Record<FieldName, string>>;

// ---- in words

function wordOf(name: FieldName, value: string): string {
    if (name.endsWith("_on")) return formatDay(value);
    return name in LISTS ? labelOf(LISTS[name as keyof typeof LISTS], value) : value;
}

export function valueIn(file: FileWish, name: FieldName): string {
    const value = file[name];
    if (typeof value === "boolean") return t(value ? "web.yes" : "web.no");
    const values = Array.isArray(value) ? value : [value];
    return values.map((one) => (one ? wordOf(name, one) : "")).join(", ");
}

// To put what two have written beside each other.
export function fileSides(file: FileWish): Side[] {
    return FIELDS.map((field) => ({
        field,
        label: t(`field.minors.${field}`),
        text: valueIn(file, field),
    }));
}

// ---- what is missing for SINBA

export function isOfFile(name: string): boolean {
    return (FIELDS as readonly string[]).includes(name);
}

// A field of the file or, such as the age, of the person.
export function missingNames(missing: string[]): string {
    return missing
        .map((name) => findWord(`field.minors.${name}`) ?? findWord(`field.people.${name}`) ?? name)
        .join(", ");
}

// ---- as it is typed: text everywhere, turned into a wish when it is sent

export type FileText = Record<Exclude<FieldName, "family">, string> & { family: string[] };

function textOf(value: FileWish[FieldName]): string {
    if (typeof value === "boolean") return value ? "yes" : "no";
    return Array.isArray(value) ? value.join(", ") : (value ?? "");
}

export function fileText(file: FileWish): FileText {
    const texts = FIELDS.map((name) => [name, textOf(file[name])]);
    return { ...(Object.fromEntries(texts) as FileText), family: file.family ?? [] };
}

export function fileWish(text: FileText): FileWish {
    const given = (name: Exclude<FieldName, "family">) => text[name].trim() || null;
    const texts = FIELDS.map((name) => [name, name === "family" ? text.family : given(name)]);
    // What is said only together with something else goes with it.
    const onlyWith = (isSaid: boolean, name: Exclude<FieldName, "family">) =>
        isSaid ? given(name) : null;
    const hasMeasure = text.measure !== "";
    return {
        ...(Object.fromEntries(texts) as FileWish),
        unaccompanied: text.unaccompanied === "yes",
        disabled: text.disabled ? text.disabled === "yes" : null,
        disability: onlyWith(text.disabled === "yes", "disability"),
        disability_certificate: onlyWith(text.disabled === "yes", "disability_certificate"),
        measure_on: onlyWith(hasMeasure, "measure_on"),
        measure_authority: onlyWith(hasMeasure, "measure_authority"),
        parents_authority: onlyWith(hasMeasure, "parents_authority"),
        benefits: text.benefits
            .split(",")
            .map((code) => code.trim())
            .filter(Boolean),
    };
}
