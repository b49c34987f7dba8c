// SPDX-License-Identifier: EUPL-1.2
// Who belongs to a team is written on the account, together with its name and its roles. They are
// read anew just before, so that what a colleague has changed meanwhile is not set back.
import type { Account, List } from "web/api/acts";
import { ask } from "web/api/client";
import { Problem } from "web/api/problem";

async function findAccount(id: string): Promise<Account> {
    let after: string | null | undefined;
    do {
        const page: List<Account> = await ask("access.list_accounts", {
            query: { limit: 200, ...(after && { after }) },
        });
        const found = page.items.find((account) => account.id === id);
        if (found) return found;
        after = page.next;
    } while (after);
    throw new Problem(404, "core.not_found", "");
}

export async function setMember(id: string, team: string, belongs: boolean): Promise<void> {
    const { name, roles, teams, speaks, active } = await findAccount(id);
    const others = teams.filter((code) => code !== team);
    await ask("access.change_account", {
        path: { id },
        body: { name, roles, speaks, active, teams: belongs ? [...others, team] : others },
    });
}
