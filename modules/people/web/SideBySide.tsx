// SPDX-License-Identifier: EUPL-1.2
// Two records, field by field: beside each other where there is room, one above the other where
// there is none. What differs is marked, and not by its colour alone.
import type { Person } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { countryName, formatDay } from "web/words/format";
import { t, type Word } from "web/words/words";
import { bornIn } from "./PersonLine";
import "./people.scss";

// What says who somebody is; when a record was made says nothing of that.
const COMPARED: [Word, (person: Person) => string][] = [
    ["field.people.given_name", ({ given_name }) => given_name ?? ""],
    ["field.people.family_name", ({ family_name }) => family_name ?? ""],
    ["field.people.nickname", ({ nickname }) => nickname ?? ""],
    ["field.people.aliases", ({ aliases }) => aliases?.join(", ") ?? ""],
    ["field.people.gender", ({ gender }) => labelOf("gender", gender)],
    [
        "field.people.birth",
        ({ birth_date, birth_year, birth_year_estimated }) =>
            birth_date ? formatDay(birth_date) : bornIn(birth_year, birth_year_estimated),
    ],
    [
        "field.people.citizenship",
        ({ citizenship }) => (citizenship ? (countryName(citizenship) ?? citizenship) : ""),
    ],
    [
        "field.people.languages",
        ({ languages }) => languages?.map((code) => labelOf("language", code)).join(", ") ?? "",
    ],
    ["field.people.phone", ({ phone }) => phone ?? ""],
    [
        "field.people.identifiers",
        ({ identifiers }) =>
            identifiers
                ?.map(({ kind, value }) => `${labelOf("identifier_kind", kind)} ${value}`)
                .join(", ") ?? "",
    ],
];
const BESIDE: [Word, (person: Person) => string][] = [
    [
        "field.people.first_contact_on",
        ({ first_contact_on }) => (first_contact_on ? formatDay(first_contact_on) : ""),
    ],
    ["field.people.created_at", ({ created_at }) => formatDay(created_at.slice(0, 10))],
];

function Value({ value, head }: { value: string; head: string }) {
    return (
        <td data-head={head}>
            {value ? (
                <bdi>{value}</bdi>
            ) : (
                <span class="unknown">{t("web.not_recorded")}</span>
            )}
        </td>
    );
}

export function SideBySide({ one, other }: { one: Person; other: Person }) {
    return (
        <table class="table side-by-side">
            <caption>{t("page.people.side_by_side")}</caption>
            <thead>
                <tr>
                    <th scope="col">{t("page.people.what")}</th>
                    <th scope="col">{one.number}</th>
                    <th scope="col">{other.number}</th>
                    <th scope="col">{t("page.people.comparison")}</th>
                </tr>
            </thead>
            <tbody>
                {COMPARED.map(([name, value]) => {
                    const [first, second] = [value(one), value(other)];
                    // What neither says would only make the page longer.
                    if (!first && !second) return null;
                    const isKnown = Boolean(first && second);
                    return (
                        <tr key={name} class={isKnown && first !== second ? "differs" : undefined}>
                            <th scope="row">{t(name)}</th>
                            <Value value={first} head={one.number} />
                            <Value value={second} head={other.number} />
                            <td data-head={t("page.people.comparison")}>
                                {!isKnown
                                    ? t("page.people.not_compared")
                                    : t(first === second ? "page.people.equal" : "page.people.differs")}
                            </td>
                        </tr>
                    );
                })}
                {BESIDE.map(([name, value]) => (
                    <tr key={name}>
                        <th scope="row">{t(name)}</th>
                        <Value value={value(one)} head={one.number} />
                        <Value value={value(other)} head={other.number} />
                        <td class="no-comparison">–</td>
                    </tr>
                ))}
            </tbody>
        </table>
    );
}
