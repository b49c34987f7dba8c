// SPDX-License-Identifier: EUPL-1.2
import type { Session } from "web/api/acts";
import type { Purpose } from "web/api/client";
import type { WebModule } from "web/shell/module";

function purpose({ roles }: Session): Purpose {
    if (roles.includes("mobile_unit_operator")) return "outreach";
    return roles.includes("city_coordinator") ? "supervision" : "care";
}

const referrals: WebModule = {
    rank: 36,
    routes: [
        {
            path: "/referrals",
            page: () => import("./ReferralsPage"),
            needs: "referrals.list_referrals",
            purpose,
        },
        {
            path: "/referrals/new",
            page: () => import("./NewReferralPage"),
            needs: "referrals.send_referral",
            purpose,
        },
        {
            path: "/referrals/gaps",
            page: () => import("./GapsPage"),
            needs: "referrals.show_gaps",
        },
        {
            path: "/referrals/:referral",
            page: () => import("./ReferralPage"),
            needs: "referrals.get_referral",
            purpose,
        },
        { path: "/invio/:city", page: () => import("./LinkPage"), forGuests: true },
    ],
    menu: [
        {
            path: "/referrals",
            label: "page.referrals.referrals",
            group: "people",
            needs: "referrals.list_referrals",
        },
    ],
    personSections: [
        { needs: "referrals.list_of_person", section: () => import("./OfPersonSection") },
    ],
    caseSections: [{ needs: "referrals.list_of_person", section: () => import("./OfCaseSection") }],
};

export default referrals;
