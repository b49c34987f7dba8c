// SPDX-License-Identifier: EUPL-1.2
import type { WebModule } from "web/shell/module";

const purpose = "supervision";

const openrosa: WebModule = {
    rank: 60,
    routes: [
        {
            path: "/phones",
            page: () => import("./PhonesPage"),
            needs: "openrosa.show_setting",
            purpose,
        },
        {
            path: "/phones/received",
            page: () => import("./ReceivedPage"),
            needs: "openrosa.list_received",
            purpose,
        },
        {
            path: "/phones/asides/:aside",
            page: () => import("./AsidePage"),
            needs: "openrosa.get_aside",
            purpose,
        },
    ],
    menu: [
        {
            path: "/phones",
            label: "page.openrosa.phones",
            group: "street",
            needs: "openrosa.show_setting",
        },
    ],
};

export default openrosa;
