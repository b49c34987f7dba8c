// SPDX-License-Identifier: EUPL-1.2
// The teams of a city, each with the number of those who belong to it.
import type { Colleague, Team } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { LinkButton } from "web/kit/Button";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { link } from "web/shell/router";
import { useDistricts } from "web/shell/useDistricts";
import { count, t } from "web/words/words";

export default function TeamsPage() {
    const teams = useQuery("access.list_teams", {});
    const colleagues = useQuery("access.list_colleagues", { query: {} });
    const { nameOf } = useDistricts();

    return (
        <Page
            wide
            title={t("page.access.teams")}
            actions={
                <LinkButton href={link("/teams/new")} icon="add">
                    {t("do.access.add_team")}
                </LinkButton>
            }
        >
            <p class="lead">{t("page.access.teams_lead")}</p>
            <Show of={teams}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.access.no_teams")}>
                            <p>{t("page.access.no_teams_hint")}</p>
                        </EmptyState>
                    ) : (
                        <CardList label={t("page.access.teams")}>
                            {items.map((team) => (
                                <Card
                                    key={team.id}
                                    href={link(`/teams/${team.id}`)}
                                    title={team.name}
                                    badges={<Badge>{team.code}</Badge>}
                                    second={labelOf("team_kind", team.kind)}
                                    third={[
                                        numberOf(colleagues.data?.items, team),
                                        ...team.districts.map(nameOf),
                                    ]
                                        .filter(Boolean)
                                        .join(" · ")}
                                />
                            ))}
                        </CardList>
                    )
                }
            </Show>
        </Page>
    );
}

// Nothing while it is not known: "0 persone" would be wrong for a moment.
function numberOf(colleagues: Colleague[] | undefined, { code }: Team): string {
    if (!colleagues) return "";
    const members = colleagues.filter(({ teams }) => teams.includes(code));
    return count("page.access.members_count", members.length);
}
