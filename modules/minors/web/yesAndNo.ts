// SPDX-License-Identifier: EUPL-1.2
import type { Option } from "web/api/vocabulary";
import { t } from "web/words/words";

// For what may also be unknown: a checkbox that is not ticked would say no.
export function yesAndNo(): Option[] {
    return [
        { value: "yes", label: t("web.yes") },
        { value: "no", label: t("web.no") },
    ];
}
