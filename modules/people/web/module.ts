// SPDX-License-Identifier: EUPL-1.2
import type { Session } from "web/api/acts";
import type { Purpose } from "web/api/client";
import type { WebModule } from "web/shell/module";

const CARING = new Set(["social_worker", "desk_operator", "minors_worker"]);

// The same page is read for different reasons, and the journal keeps the true one.
function purpose({ roles }: Session): Purpose {
    if (roles.some((role) => CARING.has(role))) return "care";
    if (roles.includes("mobile_unit_operator")) return "outreach";
    if (roles.includes("data_protection_officer")) return "rights_request";
    return "supervision";
}

const people: WebModule = {
    rank: 30,
    routes: [
        {
            path: "/people",
            page: () => import("./SearchPage"),
            needs: "people.search_persons",
            purpose,
        },
        {
            path: "/people/new",
            page: () => import("./AddPersonPage"),
            needs: "people.add_person",
            purpose,
        },
        {
            path: "/people/pairs",
            page: () => import("./ReviewPage"),
            needs: "people.list_pairs",
            purpose: "duplicate_check",
        },
        {
            path: "/people/pairs/:pair",
            page: () => import("./PairPage"),
            needs: "people.get_pair",
            purpose: "duplicate_check",
        },
        {
            path: "/people/:person",
            page: () => import("./PersonPage"),
            needs: "people.get_person",
            purpose,
        },
        {
            path: "/people/:person/change",
            page: () => import("./ChangePersonPage"),
            needs: "people.change_person",
            purpose,
        },
        {
            path: "/people/:person/merge",
            page: () => import("./MergePage"),
            needs: "people.merge_persons",
            purpose: "duplicate_check",
        },
    ],
    menu: [
        {
            path: "/people",
            label: "page.people.persons",
            group: "people",
            needs: "people.search_persons",
            homeOf: ["desk_operator"],
        },
        {
            path: "/people/pairs",
            label: "page.people.review",
            group: "people",
            needs: "people.list_pairs",
        },
    ],
    offline: () => import("./offline"),
};

export default people;
