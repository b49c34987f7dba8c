// SPDX-License-Identifier: EUPL-1.2
import type { Session } from "web/api/acts";
import type { Purpose } from "web/api/client";
import type { WebModule } from "web/shell/module";

function purpose({ roles }: Session): Purpose {
    return roles.includes("network_direction") ? "statistics" : "supervision";
}

const headcount: WebModule = {
    rank: 61,
    routes: [
        {
            path: "/headcount",
            page: () => import("./RoundsPage"),
            needs: "headcount.list_rounds",
            purpose,
        },
        {
            path: "/headcount/rounds/:round",
            page: () => import("./RoundPage"),
            needs: "headcount.get_round",
            purpose,
        },
        {
            path: "/headcount/city",
            page: () => import("./InvitationsPage"),
            needs: "headcount.list_invitations",
            purpose,
        },
        {
            path: "/headcount/city/:round",
            page: () => import("./InvitationPage"),
            needs: "headcount.get_invitation",
            purpose,
        },
    ],
    menu: [
        {
            path: "/headcount",
            label: "page.headcount.rounds",
            group: "numbers",
            needs: "headcount.list_rounds",
        },
        {
            path: "/headcount/city",
            label: "page.headcount.invitations",
            group: "numbers",
            needs: "headcount.list_invitations",
        },
    ],
    personSections: [
        { needs: "headcount.get_left_out", section: () => import("./LeftOutSection") },
    ],
};

export default headcount;
