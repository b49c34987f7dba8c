// SPDX-License-Identifier: EUPL-1.2
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";
import { t } from "web/words/words";

// Says that an entry of a project was taken back, with the way to bring it back.
export function takenBack(reload: () => Promise<void>, restore: () => Promise<unknown>): void {
    say({
        text: t("page.reporting.cancelled"),
        undo: async () => {
            await restore();
            reloadAll();
        },
    });
    void reload();
}
