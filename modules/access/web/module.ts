// SPDX-License-Identifier: EUPL-1.2
import type { WebModule } from "web/shell/module";

const access: WebModule = {
    rank: 90,
    routes: [
        { path: "/log-in", page: () => import("./LogInPage"), forGuests: true },
        { path: "/account", page: () => import("./MyAccountPage") },
        {
            path: "/accounts",
            page: () => import("./AccountsPage"),
            needs: "access.list_accounts",
        },
        {
            path: "/accounts/new",
            page: () => import("./NewAccountPage"),
            needs: "access.add_account",
        },
        {
            path: "/accounts/:account",
            page: () => import("./ChangeAccountPage"),
            needs: "access.change_account",
        },
        {
            path: "/journal",
            page: () => import("./JournalPage"),
            needs: "access.list_journal",
        },
    ],
    menu: [
        {
            path: "/accounts",
            label: "page.access.accounts",
            needs: "access.list_accounts",
            homeOf: ["administrator"],
        },
        {
            path: "/journal",
            label: "page.access.journal",
            needs: "access.list_journal",
            homeOf: ["data_protection_officer"],
        },
    ],
};

export default access;
