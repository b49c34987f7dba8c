// SPDX-License-Identifier: EUPL-1.2
import type { WebModule } from "web/shell/module";

const purpose = "outreach";

const shifts: WebModule = {
    rank: 12,
    routes: [
        {
            path: "/shifts/outings/:outing",
            page: () => import("./SheetPage"),
            needs: "shifts.get_sheet",
            purpose,
        },
        {
            path: "/shifts/hotspots",
            page: () => import("./HotspotsPage"),
            needs: "shifts.show_hotspots",
            purpose,
        },
    ],
    menu: [
        {
            path: "/shifts/hotspots",
            label: "page.shifts.hotspots",
            group: "street",
            needs: "shifts.show_hotspots",
        },
    ],
    outingSections: [{ needs: "shifts.get_sheet", section: () => import("./ToSheet") }],
    offline: () => import("./offline"),
};

export default shifts;
