// SPDX-License-Identifier: EUPL-1.2
import { euro } from "modules/housing/web/money";
import { t } from "web/words/words";
import type { Sums } from "./types";

export function sumsText({ budget, spent, left }: Sums): string {
    return t("page.reporting.sums", {
        budget: euro(budget),
        spent: euro(spent),
        left: euro(left),
    });
}
