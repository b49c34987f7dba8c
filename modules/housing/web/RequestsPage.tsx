// SPDX-License-Identifier: EUPL-1.2
// Who waits for a place, what became of the others, and whom to hear from six months after.
import { Page } from "web/kit/Page";
import { CardList, EmptyState } from "web/kit/List";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { t } from "web/words/words";
import { RequestCard } from "./RequestCard";
import { StayCard } from "./StayCard";

export default function RequestsPage() {
    const session = useSession();
    const requests = useQuery("housing.list_requests", {});
    return (
        <Page
            title={t("page.housing.requests")}
            back={{ href: link("/housing"), label: t("page.housing.housing") }}
        >
            <Show of={requests}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.housing.no_request")}>
                            <p>{t("page.housing.no_request_hint")}</p>
                        </EmptyState>
                    ) : (
                        <CardList label={t("page.housing.requests")}>
                            {items
                                .toSorted(
                                    (one, other) =>
                                        Number(one.state !== "open") -
                                        Number(other.state !== "open"),
                                )
                                .map((request) => (
                                    <RequestCard key={request.id} request={request} />
                                ))}
                        </CardList>
                    )
                }
            </Show>
            {may(session, "housing.list_stays") && <Due />}
        </Page>
    );
}

function Due() {
    const stays = useQuery("housing.list_stays", { query: { due: true } });
    return (
        <section class="section">
            <h2>{t("page.housing.due")}</h2>
            <Show of={stays}>
                {({ items }) =>
                    items.length === 0 ? (
                        <p>{t("page.housing.nobody_due")}</p>
                    ) : (
                        <CardList label={t("page.housing.due")}>
                            {items.map((stay) => (
                                <StayCard key={stay.id} stay={stay} titled="person" />
                            ))}
                        </CardList>
                    )
                }
            </Show>
        </section>
    );
}
