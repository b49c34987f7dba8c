// SPDX-License-Identifier: EUPL-1.2
import type { Account } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { LinkButton } from "web/kit/Button";
import { Badge, Card, CardList } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { t } from "web/words/words";

export default function AccountsPage() {
    const session = useSession();
    const accounts = useQuery("access.list_accounts", { query: { limit: 200 } });
    const teams = useQuery("access.list_teams", {});
    const teamName = (code: string) =>
        teams.data?.items.find((team) => team.code === code)?.name ?? code;

    return (
        <Page
            wide
            title={t("page.access.accounts")}
            actions={
                may(session, "access.add_account") && (
                    <LinkButton href={link("/accounts/new")} icon="add">
                        {t("do.access.add_account")}
                    </LinkButton>
                )
            }
        >
            <Show of={accounts}>
                {({ items }) => (
                    <CardList label={t("page.access.accounts")}>
                        {items.map((account) => (
                            <Card
                                key={account.id}
                                href={
                                    may(session, "access.change_account")
                                        ? link(`/accounts/${account.id}`)
                                        : undefined
                                }
                                title={<bdi>{account.name}</bdi>}
                                badges={<State account={account} />}
                                second={account.roles
                                    .map((role) => labelOf("role", role))
                                    .join(", ")}
                                third={[account.login_name, ...account.teams.map(teamName)].join(
                                    " · ",
                                )}
                            />
                        ))}
                    </CardList>
                )}
            </Show>
        </Page>
    );
}

function State({ account }: { account: Account }) {
    if (account.locked) return <Badge kind="warning">{t("page.access.locked")}</Badge>;
    if (!account.active) return <Badge>{t("page.access.inactive")}</Badge>;
    return null;
}
