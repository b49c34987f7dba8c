// SPDX-License-Identifier: EUPL-1.2
import type { Session } from "web/api/acts";
import type { Purpose } from "web/api/client";
import type { WebModule } from "web/shell/module";

const CARING = new Set(["social_worker", "desk_operator", "minors_worker"]);

function purpose({ roles }: Session): Purpose {
    if (roles.some((role) => CARING.has(role))) return "care";
    return roles.includes("mobile_unit_operator") ? "outreach" : "supervision";
}

const civic: WebModule = {
    rank: 46,
    routes: [
        {
            path: "/civic",
            page: () => import("./ProjectsPage"),
            needs: "civic.list_projects",
            purpose,
        },
        {
            path: "/civic/new",
            page: () => import("./NewProjectPage"),
            needs: "civic.add_project",
            purpose,
        },
        {
            path: "/civic/projects/:project",
            page: () => import("./ProjectPage"),
            needs: "civic.get_project",
            purpose,
        },
        {
            path: "/civic/projects/:project/change",
            page: () => import("./ChangeProjectPage"),
            needs: "civic.change_project",
            purpose,
        },
    ],
    menu: [
        {
            path: "/civic",
            label: "page.civic.civic",
            group: "services",
            needs: "civic.list_projects",
        },
    ],
    personSections: [
        { needs: "civic.show_engagement", section: () => import("./OfPersonSection") },
    ],
    offline: () => import("./offline"),
};

export default civic;
