// SPDX-License-Identifier: EUPL-1.2
import type { WebModule } from "web/shell/module";

const directory: WebModule = {
    rank: 35,
    routes: [
        {
            path: "/services",
            page: () => import("./ServicesPage"),
            needs: "directory.list_services",
        },
        {
            path: "/services/new",
            page: () => import("./NewServicePage"),
            needs: "directory.add_service",
        },
        {
            path: "/services/:service",
            page: () => import("./ServicePage"),
            needs: "directory.show_service",
        },
        {
            path: "/services/:service/change",
            page: () => import("./ChangeServicePage"),
            needs: "directory.change_service",
        },
    ],
    menu: [
        {
            path: "/services",
            label: "page.directory.services",
            group: "services",
            needs: "directory.list_services",
        },
    ],
};

export default directory;
