// SPDX-License-Identifier: EUPL-1.2
// How a person is shown in a line: never more than is needed to tell one from another.
import type { ComponentChildren } from "preact";
import type { Person, PersonCard } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Badge, Card } from "web/kit/List";
import { countryName, formatDay } from "web/words/format";
import { t } from "web/words/words";

type Named = Pick<PersonCard, "name" | "nickname">;

// The name of a card is never empty: it may itself be the nickname, or the number.
export function nameOf({ name, nickname }: Named): string {
    return nickname && nickname !== name ? `${name} “${nickname}”` : name;
}

// The same for a whole person, whose names are apart.
export function fullNameOf(person: Person): string {
    const name = [person.given_name, person.family_name].filter(Boolean).join(" ");
    if (name && person.nickname) return `${name} “${person.nickname}”`;
    return name || person.nickname || person.aliases[0] || person.number;
}

export function PersonName({ person }: { person: Named }) {
    return <bdi>{nameOf(person)}</bdi>;
}

export function bornIn(year?: number | null, estimated?: boolean | null): string {
    if (!year) return "";
    return t(estimated ? "page.people.born_about" : "page.people.born_in", { year: String(year) });
}

export function describePerson(person: PersonCard): string {
    return [
        person.gender && person.gender !== "U" && labelOf("gender", person.gender),
        bornIn(person.birth_year, person.birth_year_estimated),
        person.citizenship && (countryName(person.citizenship) ?? person.citizenship),
    ]
        .filter(Boolean)
        .join(" · ");
}

interface PersonLineProps {
    person: PersonCard;
    href?: string | undefined;
    // Said instead of the last line, such as why two persons are alike.
    note?: ComponentChildren;
    badges?: ComponentChildren;
    actions?: ComponentChildren;
}

export function PersonLine({ person, href, note, badges, actions }: PersonLineProps) {
    const last = person.last_contact_on;
    return (
        <Card
            href={href}
            title={<PersonName person={person} />}
            badges={
                badges ??
                (person.case_state === "open" && (
                    <Badge kind="info">{t("page.people.in_charge")}</Badge>
                ))
            }
            second={describePerson(person) || t("page.people.little_known")}
            third={
                note ?? (
                    <>
                        {person.number}
                        {last && ` · ${t("page.people.last_contact", { day: formatDay(last) })}`}
                    </>
                )
            }
            actions={actions}
        />
    );
}
