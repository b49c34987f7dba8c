// SPDX-License-Identifier: EUPL-1.2
import type { Session } from "web/api/acts";
import type { Purpose } from "web/api/client";
import type { WebModule } from "web/shell/module";

const CARING = new Set(["social_worker", "desk_operator", "minors_worker", "workshop_leader"]);

function purpose({ roles }: Session): Purpose {
    if (roles.some((role) => CARING.has(role))) return "care";
    return roles.includes("mobile_unit_operator") ? "outreach" : "supervision";
}

const workshops: WebModule = {
    rank: 40,
    routes: [
        {
            path: "/workshops",
            page: () => import("./WorkshopsPage"),
            needs: "workshops.list_workshops",
            purpose,
        },
        {
            path: "/workshops/new",
            page: () => import("./WriteWorkshopPage"),
            needs: "workshops.write_workshop",
            purpose,
        },
        {
            path: "/workshops/sessions/:session",
            page: () => import("./RegisterPage"),
            needs: "workshops.show_register",
            purpose,
        },
        {
            path: "/workshops/:workshop",
            page: () => import("./WorkshopPage"),
            needs: "workshops.get_workshop",
            purpose,
        },
        {
            path: "/workshops/:workshop/change",
            page: () => import("./WriteWorkshopPage"),
            needs: "workshops.write_workshop",
            purpose,
        },
        {
            path: "/workshops/:workshop/people",
            page: () => import("./EnrolmentsPage"),
            needs: "workshops.list_enrolments",
            purpose,
        },
        {
            path: "/workshops/:workshop/results",
            page: () => import("./ResultsPage"),
            needs: "workshops.show_answers",
            purpose,
        },
    ],
    menu: [
        {
            path: "/workshops",
            label: "page.workshops.workshops",
            group: "services",
            needs: "workshops.list_workshops",
            homeOf: ["workshop_leader"],
        },
    ],
    personSections: [
        { needs: "workshops.list_of_person", section: () => import("./OfPersonSection") },
    ],
    offline: () => import("./offline"),
};

export default workshops;
