// SPDX-License-Identifier: EUPL-1.2
import type { Session } from "web/api/acts";
import type { Purpose } from "web/api/client";
import type { WebModule } from "web/shell/module";

const care = "care";

// Anybody of the city entrusts a minor, and reads the person for it.
function purpose({ roles }: Session): Purpose {
    if (roles.includes("minors_worker")) return care;
    if (roles.includes("mobile_unit_operator")) return "outreach";
    return roles.includes("city_coordinator") ? "supervision" : care;
}

const minors: WebModule = {
    rank: 38,
    routes: [
        {
            path: "/minors",
            page: () => import("./FilesPage"),
            needs: "minors.list_files",
            purpose: care,
        },
        {
            path: "/minors/entrust",
            page: () => import("./EntrustPage"),
            needs: "minors.entrust_minor",
            purpose,
        },
        {
            path: "/minors/clocks",
            page: () => import("./ClocksPage"),
            needs: "minors.list_clocks",
        },
        {
            path: "/minors/sinba",
            page: () => import("./SinbaPage"),
            needs: "minors.show_sinba",
            purpose: care,
        },
        {
            path: "/minors/files/:file",
            page: () => import("./FilePage"),
            needs: "minors.get_file",
            purpose: care,
        },
        {
            path: "/minors/files/:file/change",
            page: () => import("./ChangeFilePage"),
            needs: "minors.change_file",
            purpose: care,
        },
    ],
    menu: [
        {
            path: "/minors",
            label: "page.minors.minors",
            group: "people",
            needs: "minors.list_files",
            homeOf: ["minors_worker"],
        },
        {
            path: "/minors/clocks",
            label: "page.minors.clocks",
            group: "people",
            needs: "minors.set_clock",
        },
    ],
    personSections: [
        { needs: "minors.entrust_minor", section: () => import("./EntrustSection") },
    ],
};

export default minors;
