// SPDX-License-Identifier: EUPL-1.2
// The counts to which the direction has invited this city.
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { link } from "web/shell/router";
import { formatDay } from "web/words/format";
import { t } from "web/words/words";
import { figureOf, periodOf, StateMark } from "./period";

export default function InvitationsPage() {
    const invitations = useQuery("headcount.list_invitations", {});
    return (
        <Page wide title={t("page.headcount.invitations")}>
            <p class="lead">{t("page.headcount.lead")}</p>
            <Show of={invitations}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.headcount.none_for_city")} />
                    ) : (
                        <CardList label={t("page.headcount.invitations")}>
                            {items.map((one) => (
                                <Card
                                    key={one.id}
                                    href={link(`/headcount/city/${one.id}`)}
                                    title={periodOf(one)}
                                    badges={
                                        <>
                                            <StateMark {...one} />
                                            {one.takes_part && (
                                                <Badge kind="success">
                                                    {t("page.headcount.takes_part")}
                                                </Badge>
                                            )}
                                        </>
                                    }
                                    second={
                                        figureOf(one) ||
                                        t("page.headcount.answer_by", {
                                            day: formatDay(one.answer_by),
                                        })
                                    }
                                    third={one.answered_by_name}
                                />
                            ))}
                        </CardList>
                    )
                }
            </Show>
        </Page>
    );
}
