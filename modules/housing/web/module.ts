// SPDX-License-Identifier: EUPL-1.2
import type { Session } from "web/api/acts";
import type { Purpose } from "web/api/client";
import type { WebModule } from "web/shell/module";

// Who gives beds reads whom they care for; the others read what they have asked themselves.
const CARING = new Set(["social_worker", "desk_operator", "minors_worker"]);

function purpose({ roles }: Session): Purpose {
    if (roles.some((role) => CARING.has(role))) return "care";
    return roles.includes("mobile_unit_operator") ? "outreach" : "supervision";
}

const housing: WebModule = {
    rank: 40,
    routes: [
        { path: "/housing", page: () => import("./BoardPage"), needs: "housing.show_board" },
        {
            path: "/housing/places/:place",
            page: () => import("./PlacePage"),
            needs: "housing.get_place",
            purpose,
        },
        {
            path: "/housing/requests",
            page: () => import("./RequestsPage"),
            needs: "housing.list_requests",
            purpose,
        },
        {
            path: "/housing/requests/new",
            page: () => import("./NewRequestPage"),
            needs: "housing.add_request",
            purpose,
        },
        {
            path: "/housing/stays/new",
            page: () => import("./NewStayPage"),
            needs: "housing.add_stay",
            purpose,
        },
        {
            path: "/housing/stays/:stay",
            page: () => import("./StayPage"),
            needs: "housing.get_stay",
            purpose,
        },
    ],
    menu: [
        {
            path: "/housing",
            label: "page.housing.housing",
            group: "services",
            needs: "housing.show_board",
        },
    ],
    personSections: [
        { needs: "housing.add_request", section: () => import("./OfPersonSection") },
    ],
    caseSections: [{ needs: "housing.list_stays", section: () => import("./OfCaseSection") }],
};

export default housing;
