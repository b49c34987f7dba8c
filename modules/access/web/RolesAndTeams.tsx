// SPDX-License-Identifier: EUPL-1.2
import { options } from "web/api/vocabulary";
import { ChooseSome } from "web/kit/ChoiceChips";
import { useQuery } from "web/kit/useQuery";
import { t } from "web/words/words";

interface RolesAndTeamsProps {
    roles: string[];
    teams: string[];
    onChange: (part: { roles?: string[]; teams?: string[] }) => void;
}

export function RolesAndTeams({ roles, teams, onChange }: RolesAndTeamsProps) {
    const known = useQuery("access.list_teams", {});
    return (
        <>
            <ChooseSome
                name="roles"
                required
                label={t("field.access.roles")}
                options={options("role")}
                values={roles}
                onChange={(chosen) => onChange({ roles: chosen })}
            />
            <ChooseSome
                name="teams"
                label={t("field.access.teams")}
                options={(known.data?.items ?? []).map(({ code, name }) => ({
                    value: code,
                    label: name,
                }))}
                values={teams}
                onChange={(chosen) => onChange({ teams: chosen })}
            />
        </>
    );
}
