// SPDX-License-Identifier: EUPL-1.2
import type { Session } from "web/api/acts";
import type { Purpose } from "web/api/client";
import type { WebModule } from "web/shell/module";

function purpose({ roles }: Session): Purpose {
    return roles.includes("social_worker") ? "care" : "supervision";
}

const handovers: WebModule = {
    rank: 42,
    routes: [
        {
            path: "/handovers",
            page: () => import("./HandoversPage"),
            needs: "handovers.list_received",
            purpose,
        },
        {
            path: "/handovers/:handover",
            page: () => import("./ReceivedPage"),
            needs: "handovers.get_received",
            purpose,
        },
    ],
    menu: [
        {
            path: "/handovers",
            label: "page.handovers.handovers",
            group: "people",
            needs: "handovers.list_received",
        },
    ],
    caseSections: [
        { needs: "handovers.send_handover", section: () => import("./ToAnotherCitySection") },
    ],
};

export default handovers;
