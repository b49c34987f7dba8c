// SPDX-License-Identifier: EUPL-1.2
import type { Session } from "web/api/acts";
import type { Purpose } from "web/api/client";
import type { WebModule } from "web/shell/module";

// A reception reads whom it cares for; a unit or a coordinator at the desk keeps their own reason.
const CARING = new Set(["social_worker", "desk_operator", "minors_worker"]);

function purpose({ roles }: Session): Purpose {
    if (roles.some((role) => CARING.has(role))) return "care";
    return roles.includes("mobile_unit_operator") ? "outreach" : "supervision";
}

const desk: WebModule = {
    rank: 20,
    routes: [
        { path: "/desk", page: () => import("./DeskPage"), needs: "desk.show_board", purpose },
        {
            path: "/desk/new",
            page: () => import("./NewVisitPage"),
            needs: "desk.add_visit",
            purpose,
        },
        { path: "/desk/sites", page: () => import("./SitesPage"), needs: "desk.list_sites" },
        {
            path: "/desk/visits/:visit",
            page: () => import("./VisitPage"),
            needs: "desk.get_visit",
            purpose,
        },
        {
            path: "/sala/:city/:site",
            page: () => import("./DisplayPage"),
            forGuests: true,
            ownFrame: true,
        },
    ],
    menu: [{ path: "/desk", label: "page.desk.desk", group: "desk", needs: "desk.show_board" }],
    personSections: [{ needs: "desk.add_visit", section: () => import("./OfPersonSection") }],
};

export default desk;
