// SPDX-License-Identifier: EUPL-1.2
// The roles that an account or a machine of this store may have: nobody of a city directs the
// network, and nobody of the network works with persons. The server has the last word.
import type { Session } from "web/api/acts";
import { type Option, options } from "web/api/vocabulary";

const OF_THE_NETWORK = new Set(["network_direction"]);
const OF_A_CITY = new Set([
    "mobile_unit_operator",
    "desk_operator",
    "social_worker",
    "city_coordinator",
    "minors_worker",
    "workshop_leader",
    "interviewer",
    "survey_researcher",
]);

// A partner that may only report is a machine; who leads a workshop or asks for the survey is none.
const OF_MACHINES = new Set(["reporting_partner"]);
const OF_PERSONS = new Set(["workshop_leader", "interviewer", "survey_researcher"]);

export function rolesHere({ city_name }: Session, holder: "person" | "machine"): Option[] {
    const elsewhere = city_name ? OF_THE_NETWORK : OF_A_CITY;
    const isForHolder = (role: string) =>
        holder === "machine"
            ? !OF_PERSONS.has(role) && (city_name || !OF_MACHINES.has(role))
            : !OF_MACHINES.has(role);
    return options("role").filter(
        ({ value }) => !elsewhere.has(value) && isForHolder(value),
    );
}
