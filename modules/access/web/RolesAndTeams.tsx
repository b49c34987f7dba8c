// SPDX-License-Identifier: EUPL-1.2
import { options } from "web/api/vocabulary";
import { ChooseSome } from "web/kit/ChoiceChips";
import { useQuery } from "web/kit/useQuery";
import { useSession } from "web/shell/session";
import { t } from "web/words/words";
import { rolesHere } from "./rolesHere";

const LANGUAGES_SHOWN = 6;

interface RolesAndTeamsProps {
    roles: string[];
    teams: string[];
    speaks: string[];
    onChange: (part: { roles?: string[]; teams?: string[]; speaks?: string[] }) => void;
}

export function RolesAndTeams({ roles, teams, speaks, onChange }: RolesAndTeamsProps) {
    const session = useSession();
    const known = useQuery("access.list_teams", {});
    return (
        <>
            <ChooseSome
                name="roles"
                required
                label={t("field.access.roles")}
                options={rolesHere(session, "person")}
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
            <ChooseSome
                name="speaks"
                label={t("field.access.speaks")}
                hint={t("field.access.speaks_hint")}
                shown={LANGUAGES_SHOWN}
                options={options("language")}
                values={speaks}
                onChange={(chosen) => onChange({ speaks: chosen })}
            />
        </>
    );
}
