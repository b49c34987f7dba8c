// SPDX-License-Identifier: EUPL-1.2
import { reloadAll } from "web/kit/useQuery";
import { say } from "web/shell/notices";

// Says what was done, with the way back; what is on the screen is asked again after either.
export function told(text: string, undo: () => Promise<unknown>): void {
    say({
        text,
        undo: async () => {
            await undo();
            reloadAll();
        },
    });
    reloadAll();
}
