// SPDX-License-Identifier: EUPL-1.2
import type { WebModule } from "web/shell/module";

const reporting: WebModule = {
    rank: 64,
    routes: [
        {
            path: "/reporting",
            page: () => import("./ProjectsPage"),
            needs: "reporting.list_projects",
        },
        {
            path: "/reporting/new",
            page: () => import("./NewProjectPage"),
            needs: "reporting.add_project",
        },
        {
            path: "/reporting/projects/:funded",
            page: () => import("./ProjectPage"),
            needs: "reporting.get_project",
        },
        {
            path: "/reporting/projects/:funded/change",
            page: () => import("./ChangeProjectPage"),
            needs: "reporting.change_project",
        },
        {
            path: "/reporting/projects/:funded/quarters/:quarter",
            page: () => import("./QuarterPage"),
            needs: "reporting.get_pack",
        },
        {
            path: "/reporting/projects/:funded/quarters/:quarter/persons",
            page: () => import("./PersonsPage"),
            needs: "reporting.show_persons",
            purpose: "supervision",
        },
        {
            path: "/reporting/siuss",
            page: () => import("./SiussPage"),
            needs: "reporting.show_siuss",
            purpose: "supervision",
        },
        {
            path: "/reporting/mapping",
            page: () => import("./MappingPage"),
            needs: "reporting.get_mapping",
        },
        {
            path: "/reporting/codes",
            page: () => import("./CodesPage"),
            needs: "reporting.list_siuss_codes",
        },
    ],
    menu: [
        {
            path: "/reporting",
            label: "page.reporting.projects",
            group: "numbers",
            needs: "reporting.list_projects",
        },
        {
            path: "/reporting/siuss",
            label: "page.reporting.siuss",
            group: "numbers",
            needs: "reporting.show_siuss",
        },
        {
            path: "/reporting/mapping",
            label: "page.reporting.mapping",
            group: "administration",
            needs: "reporting.set_mapping",
        },
        {
            path: "/reporting/codes",
            label: "page.reporting.codes",
            group: "administration",
            needs: "reporting.set_benefit",
        },
    ],
};

export default reporting;
