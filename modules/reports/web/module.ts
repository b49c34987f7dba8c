// SPDX-License-Identifier: EUPL-1.2
import type { Session } from "web/api/acts";
import type { WebModule } from "web/shell/module";

// A unit reads where it goes; a desk, for whom it cares.
const purpose = (session: Session) =>
    session.roles.includes("mobile_unit_operator") ? "outreach" : "care";

const reports: WebModule = {
    rank: 15,
    routes: [
        {
            path: "/reports",
            page: () => import("./ReportsPage"),
            needs: "reports.list_reports",
            purpose,
        },
        {
            path: "/reports/new",
            page: () => import("./NewReportPage"),
            needs: "reports.record_report",
            purpose,
        },
        {
            path: "/reports/dispatches",
            page: () => import("./DispatchesPage"),
            needs: "reports.list_dispatches",
            purpose,
        },
        {
            path: "/reports/:report",
            page: () => import("./ReportPage"),
            needs: "reports.get_report",
            purpose,
        },
        {
            path: "/segnala/:city",
            page: () => import("./public/PublicReportPage"),
            forGuests: true,
            ownFrame: true,
        },
        {
            path: "/segnala/:city/codice",
            page: () => import("./public/FollowPage"),
            forGuests: true,
            ownFrame: true,
        },
    ],
    menu: [
        {
            path: "/reports",
            label: "page.reports.board",
            group: "street",
            needs: "reports.list_reports",
        },
        {
            path: "/reports/dispatches",
            label: "page.reports.my_dispatches",
            group: "street",
            needs: "reports.list_dispatches",
        },
    ],
    offline: () => import("./offline"),
    tonightSections: [
        { needs: "reports.list_dispatches", section: () => import("./TonightSection") },
    ],
};

export default reports;
