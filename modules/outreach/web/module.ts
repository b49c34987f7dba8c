// SPDX-License-Identifier: EUPL-1.2
import type { WebModule } from "web/shell/module";

const purpose = "outreach";

const outreach: WebModule = {
    rank: 10,
    routes: [
        {
            path: "/outreach",
            page: () => import("./TonightPage"),
            needs: "outreach.list_outings",
            purpose,
        },
        {
            path: "/outreach/unnamed",
            page: () => import("./UnnamedPage"),
            needs: "outreach.list_contacts",
            purpose,
        },
        {
            path: "/outreach/outings/new",
            page: () => import("./OpenOutingPage"),
            needs: "outreach.open_outing",
            purpose,
        },
        {
            path: "/outreach/outings/:outing",
            page: () => import("./OutingPage"),
            needs: "outreach.get_outing",
            purpose,
        },
        {
            path: "/outreach/contacts/new",
            page: () => import("./NewContactPage"),
            needs: "outreach.record_contact",
            purpose,
        },
        {
            path: "/outreach/contacts/:contact",
            page: () => import("./ContactPage"),
            needs: "outreach.get_contact",
            purpose,
        },
        {
            path: "/outreach/contacts/:contact/change",
            page: () => import("./ChangeContactPage"),
            needs: "outreach.change_contact",
            purpose,
        },
        {
            path: "/outreach/contacts/:contact/person",
            page: () => import("./IdentifyPage"),
            needs: "outreach.identify_contact",
            purpose,
        },
        {
            path: "/outreach/tallies/new",
            page: () => import("./TallyPage"),
            needs: "outreach.record_tally",
            purpose,
        },
    ],
    menu: [
        {
            path: "/outreach",
            label: "page.outreach.tonight",
            group: "street",
            needs: "outreach.list_outings",
            homeOf: ["mobile_unit_operator"],
        },
        {
            path: "/outreach/unnamed",
            label: "page.outreach.unnamed",
            group: "street",
            needs: "outreach.identify_contact",
        },
    ],
    offline: () => import("./offline"),
    personSections: [{ needs: "outreach.list_history", section: () => import("./HistorySection") }],
};

export default outreach;
