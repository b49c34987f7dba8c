// SPDX-License-Identifier: EUPL-1.2
import type { WebModule } from "web/shell/module";

// No purpose is named: nothing here tells of a person.
const network: WebModule = {
    rank: 95,
    routes: [
        { path: "/links", page: () => import("./LinksPage"), needs: "network.list_links" },
        { path: "/links/new", page: () => import("./NewLinkPage"), needs: "network.admit_link" },
        { path: "/releases", page: () => import("./ReleasesPage"), needs: "network.list_releases" },
        { path: "/releases/draft", page: () => import("./DraftPage"), needs: "network.get_draft" },
        {
            path: "/releases/:release",
            page: () => import("./ReleasePage"),
            needs: "network.get_release",
        },
        {
            path: "/extensions",
            page: () => import("./ExtensionsPage"),
            needs: "network.list_extensions",
        },
        { path: "/links/:link", page: () => import("./LinkPage"), needs: "network.list_parcels" },
    ],
    menu: [
        {
            path: "/links",
            label: "page.network.links",
            group: "administration",
            needs: "network.list_links",
        },
        {
            path: "/releases",
            label: "page.network.releases",
            group: "administration",
            needs: "network.list_releases",
        },
        {
            path: "/extensions",
            label: "page.network.extensions",
            group: "administration",
            needs: "network.list_extensions",
        },
    ],
};

export default network;
