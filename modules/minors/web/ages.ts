// SPDX-License-Identifier: EUPL-1.2
// What is said of the age of a minor, and to whom the équipe is offered.
import type { Person } from "web/api/acts";
import { formatDay, today } from "web/words/format";
import { t } from "web/words/words";
import type { MinorFileLine } from "./types";

type OfAge = Pick<MinorFileLine, "of_age_on" | "of_age_estimated">;

// The 18th birthday; where only a year is known, no day is made up.
export function birthdayText({ of_age_on, of_age_estimated }: OfAge): string {
    if (!of_age_on) return "";
    return of_age_estimated ? of_age_on.slice(0, 4) : formatDay(of_age_on);
}

// "18 anni il …", "18 anni circa nel …"
export function ofAgeText(known: OfAge, now = today()): string {
    const { of_age_on, of_age_estimated } = known;
    if (!of_age_on) return t("page.minors.age_unknown");
    const when = birthdayText(known);
    if (!of_age_estimated) {
        return t(of_age_on > now ? "page.minors.of_age" : "page.minors.was_of_age", { day: when });
    }
    const isOver = when < now.slice(0, 4);
    return t(isOver ? "page.minors.was_of_age_about" : "page.minors.of_age_about", { year: when });
}

// The équipe follows those who have come of age up to this birthday.
const FOLLOWED_YEARS = 21;

type Born = Pick<Person, "birth_date" | "birth_year">;

// Whoever says no age may be a minor.
export function mayBeEntrusted({ birth_date, birth_year }: Born, now = today()): boolean {
    if (birth_date) {
        const year = Number(birth_date.slice(0, 4)) + FOLLOWED_YEARS;
        return `${year}${birth_date.slice(4)}` > now;
    }
    return !birth_year || birth_year + FOLLOWED_YEARS >= Number(now.slice(0, 4));
}
