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
            path: "/teams",
            page: () => import("./TeamsPage"),
            needs: "access.add_team",
        },
        {
            path: "/teams/new",
            page: () => import("./NewTeamPage"),
            needs: "access.add_team",
        },
        {
            path: "/teams/:team",
            page: () => import("./TeamPage"),
            needs: "access.add_team",
        },
        {
            path: "/tokens",
            page: () => import("./TokensPage"),
            needs: "access.list_tokens",
        },
        {
            path: "/tokens/new",
            page: () => import("./NewTokenPage"),
            needs: "access.add_token",
        },
        {
            path: "/devices",
            page: () => import("./DevicesPage"),
            needs: "access.list_devices",
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
            group: "administration",
            needs: "access.list_accounts",
            homeOf: ["administrator"],
        },
        // Everybody may read who is in which team; here is where they are made.
        {
            path: "/teams",
            label: "page.access.teams",
            group: "administration",
            needs: "access.add_team",
        },
        {
            path: "/tokens",
            label: "page.access.tokens",
            group: "administration",
            needs: "access.list_tokens",
        },
        {
            path: "/devices",
            label: "page.access.devices",
            group: "administration",
            needs: "access.list_devices",
        },
        {
            path: "/journal",
            label: "page.access.journal",
            group: "administration",
            needs: "access.list_journal",
            homeOf: ["data_protection_officer"],
        },
    ],
};

export default access;
