// SPDX-License-Identifier: EUPL-1.2
import type { WebModule } from "./module";

// The pages that every public service must have, open to everybody.
export const about: WebModule = {
    rank: 100,
    routes: [{ path: "/about/:subject", page: () => import("./AboutPage"), forGuests: true }],
    menu: [],
};
