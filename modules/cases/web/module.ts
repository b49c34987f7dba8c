// SPDX-License-Identifier: EUPL-1.2
import type { Session } from "web/api/acts";
import type { Purpose } from "web/api/client";
import type { WebModule } from "web/shell/module";

// Units and desks come here when somebody has let them in, or something could not wait.
function purpose({ roles }: Session): Purpose {
    if (roles.includes("social_worker")) return "care";
    if (roles.includes("mobile_unit_operator")) return "outreach";
    if (roles.includes("city_coordinator")) return "supervision";
    return roles.includes("data_protection_officer") ? "supervision" : "care";
}

const cases: WebModule = {
    rank: 40,
    routes: [
        {
            path: "/cases",
            page: () => import("./CasesPage"),
            needs: "cases.list_cases",
            purpose,
        },
        {
            path: "/cases/new",
            page: () => import("./OpenCasePage"),
            needs: "cases.open_case",
            purpose,
        },
        {
            path: "/cases/calendar",
            page: () => import("./CalendarPage"),
            needs: "cases.list_my_appointments",
            purpose,
        },
        {
            path: "/cases/requests",
            page: () => import("./RequestsPage"),
            needs: "cases.list_access_requests",
            purpose,
        },
        {
            path: "/cases/emergencies",
            page: () => import("./EmergenciesPage"),
            needs: "cases.list_emergency_accesses",
            purpose,
        },
        {
            path: "/cases/:case",
            page: () => import("./CasePage"),
            needs: "cases.get_case",
            purpose,
        },
        {
            path: "/cases/assessments/:assessment",
            page: () => import("./AssessmentPage"),
            needs: "cases.get_assessment",
            purpose,
        },
        {
            path: "/cases/:case/change",
            page: () => import("./ChangeCasePage"),
            needs: "cases.change_case",
            purpose,
        },
        {
            path: "/cases/:case/close",
            page: () => import("./CloseCasePage"),
            needs: "cases.close_case",
            purpose,
        },
    ],
    menu: [
        {
            path: "/cases",
            label: "page.cases.cases",
            group: "people",
            needs: "cases.list_cases",
            homeOf: ["social_worker"],
        },
        {
            path: "/cases/emergencies",
            label: "page.cases.emergencies",
            group: "administration",
            needs: "cases.list_emergency_accesses",
        },
    ],
    offline: () => import("./offline"),
    personSections: [
        { needs: "cases.list_of_person", section: () => import("./CasesOfPersonSection") },
    ],
};

export default cases;
