// SPDX-License-Identifier: EUPL-1.2
// How places, beds and stays are said.
import { labelOf } from "web/api/vocabulary";
import { nameOf } from "modules/people/web/PersonLine";
import { formatDay } from "web/words/format";
import { count, t } from "web/words/words";
import type { Bed, BoardBed, BoardPlace, Request, Stay } from "./types";

export function bedName({ flat, room, name }: Pick<Bed, "flat" | "room" | "name">): string {
    return [flat, room, name].filter(Boolean).join(", ");
}

type Rules = Pick<BoardPlace, "guests" | "age_min" | "age_max" | "families" | "pets">;

// "Per: Donne · da 18 anni · anche animali"
export function rulesText({ guests, age_min, age_max, families, pets }: Rules): string {
    return [
        t("page.housing.guests", { guests: labelOf("housing_guests", guests) }),
        age_min && t("page.housing.ages_from", { least: age_min }),
        age_max && t("page.housing.ages_to", { most: age_max }),
        families && t("page.housing.families"),
        pets && t("page.housing.pets"),
    ]
        .filter(Boolean)
        .join(" · ");
}

// Until when it is so; and what should have happened by now.
export function untilText({ state, until, overdue }: BoardBed): string {
    if (overdue) {
        return t(state === "taken" ? "page.housing.overdue" : "page.housing.not_come_yet");
    }
    if (!until) return "";
    const day = formatDay(until);
    if (state === "free") return t("page.housing.free_until", { day });
    return t(state === "out_of_use" ? "page.housing.back_on" : "page.housing.until", { day });
}

export function whoOf({ person_card }: Pick<Stay, "person_card">): string {
    return person_card ? nameOf(person_card) : t("field.housing.person");
}

export function needsText({ kind, from_on, people, children, pet, step_free }: Request): string {
    return [
        kind && labelOf("housing_kind", kind),
        t("page.housing.from_day", { day: formatDay(from_on) }),
        count("page.housing.people", people),
        children && t("page.housing.with_children"),
        pet && t("page.housing.with_pet"),
        step_free && t("page.housing.needs_step_free"),
    ]
        .filter(Boolean)
        .join(" · ");
}

export function periodText({ from_on, until, ended_on }: Stay): string {
    return `${formatDay(from_on)} – ${formatDay(ended_on ?? until)}`;
}
