// SPDX-License-Identifier: EUPL-1.2
// Who works on cases and goes out may meet those persons too: the phone takes their cards along, and
// nothing of the cases.
import type { OfflinePart } from "web/phone/offline";

const CASES_MOST = 100;

const offline: OfflinePart = {
    needs: "cases.list_cases",
    load: async (ask) => {
        const query = { state: "open", mine: true, limit: CASES_MOST };
        const { items } = await ask("cases.list_cases", { query }, { purpose: "care" });
        return { persons: items.map(({ person_card }) => person_card) };
    },
};

export default offline;
