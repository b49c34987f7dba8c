// SPDX-License-Identifier: EUPL-1.2
import type { Session } from "web/api/acts";
import type { WebModule } from "web/shell/module";

// A unit looks at whom it meets; a service, at whom it cares for.
const purpose = (session: Session) =>
    session.roles.includes("mobile_unit_operator") ? "outreach" : "care";

const screening: WebModule = {
    rank: 35,
    routes: [
        {
            path: "/screening/new",
            page: () => import("./NewScreeningPage"),
            needs: "screening.record_screening",
            purpose,
        },
        {
            path: "/screening/warnings",
            page: () => import("./WarningsPage"),
            needs: "screening.list_warnings",
            purpose,
        },
        {
            path: "/screening/:screening/change",
            page: () => import("./ChangeScreeningPage"),
            needs: "screening.change_screening",
            purpose,
        },
    ],
    menu: [
        {
            path: "/screening/warnings",
            label: "page.screening.warnings",
            group: "people",
            needs: "screening.list_warnings",
        },
    ],
    personSections: [
        { needs: "screening.list_of_person", section: () => import("./ScreeningsSection") },
    ],
    contactSections: [
        { needs: "screening.record_screening", section: () => import("./ContactSection") },
    ],
    offline: () => import("./offline"),
};

export default screening;
