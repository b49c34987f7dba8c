// SPDX-License-Identifier: EUPL-1.2
import type { WebModule } from "web/shell/module";

const purpose = "rights_request";

const rights: WebModule = {
    rank: 62,
    routes: [
        {
            path: "/rights",
            page: () => import("./RightsPage"),
            needs: "rights.list_requests",
            purpose,
        },
        {
            path: "/rights/retention",
            page: () => import("./RetentionPage"),
            needs: "rights.preview_retention",
            purpose,
        },
        {
            path: "/rights/requests/:request",
            page: () => import("./RequestPage"),
            needs: "rights.get_request",
            purpose,
        },
    ],
    menu: [
        {
            path: "/rights",
            label: "page.rights.rights",
            group: "people",
            needs: "rights.list_requests",
        },
    ],
    personSections: [
        { needs: "rights.list_of_person", section: () => import("./RightsSection") },
    ],
};

export default rights;
