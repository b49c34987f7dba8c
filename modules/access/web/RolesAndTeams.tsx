// SPDX-License-Identifier: EUPL-1.2
import { ChooseSome } from "web/kit/ChoiceChips";
import { useQuery } from "web/kit/useQuery";
import { useSession } from "web/shell/session";
import { t } from "web/words/words";
import { rolesHere } from "./rolesHere";

interface RolesAndTeamsProps {
    roles: string[];
    teams: string[];
    onChange: (part: { roles?: string[]; teams?: string[] }) => void;
}

export function RolesAndTeams({ roles, teams, onChange }: RolesAndTeamsProps) {
    const session = useSession();
    const known = useQuery("access.list_teams", {});
    return (
        <>
            <ChooseSome
                name="roles"
                required
                label={t("field.access.roles")}
                options={rolesHere(session)}
                values={roles}
                onChange={(chosen) => onChange({ roles: chosen })}
            />
            {known.data && known.data.items.length > 0 && (
                <ChooseSome
                    name="teams"
                    label={t("field.access.teams")}
                    options={known.data.items.map(({ code, name }) => ({
                        value: code,
                        label: name,
                    }))}
                    values={teams}
                    onChange={(chosen) => onChange({ teams: chosen })}
                />
            )}
        </>
    );
}
