// SPDX-License-Identifier: EUPL-1.2
import { t } from "web/words/words";

// Shows itself only when the answer takes long enough to wonder (the delay is in the style sheet).
export function Progress() {
    return (
        <div class="progress-wait" role="status">
            <span class="spinner" aria-hidden="true" />
            <span>{t("web.loading")}</span>
        </div>
    );
}
