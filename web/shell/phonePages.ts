// SPDX-License-Identifier: EUPL-1.2
import type { WebModule } from "./module";

// The phone that works without a signal, and the desk to which its records may be carried.
export const phonePages: WebModule = {
    rank: 80,
    routes: [
        { path: "/phone", page: () => import("./PhonePage"), needs: "access.register_device" },
        {
            path: "/phone/waiting",
            page: () => import("./WaitingPage"),
            needs: "access.register_device",
        },
        {
            path: "/phone/waiting/:item",
            page: () => import("./LookPage"),
            needs: "access.register_device",
            purpose: "outreach",
        },
        {
            path: "/phone/import",
            page: () => import("./ImportPage"),
            needs: "access.register_device",
            purpose: "outreach",
        },
    ],
    menu: [
        {
            path: "/phone",
            label: "page.phone.title",
            group: "street",
            needs: "outreach.get_kit",
        },
    ],
};
