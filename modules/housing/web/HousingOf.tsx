// SPDX-License-Identifier: EUPL-1.2
// The housing of one person: requests for everybody who made them, stays for who gives beds.
import type { ComponentChildren } from "preact";
import { LinkButton } from "web/kit/Button";
import { CardList } from "web/kit/List";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { t } from "web/words/words";
import { RequestCard } from "./RequestCard";
import { StayCard } from "./StayCard";
import { Supports } from "./Supports";

interface HousingOfProps {
    query: { person: string; case?: string | undefined };
    // What stands above: the goals of a plan.
    children?: ComponentChildren;
}

export function HousingOf({ query, children }: HousingOfProps) {
    const session = useSession();
    const { person } = query;
    const requests = useQuery("housing.list_requests", { query: { person } });
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.housing.of_person")}</h2>
                <LinkButton kind="outline" icon="add" href={link("/housing/requests/new", query)}>
                    {t("do.housing.ask_for_place")}
                </LinkButton>
                {may(session, "housing.add_stay") && (
                    <LinkButton
                        kind="outline"
                        icon="add"
                        href={link("/housing/stays/new", query)}
                    >
                        {t("do.housing.give_bed")}
                    </LinkButton>
                )}
            </div>
            {children}
            <Show of={requests}>
                {({ items }) =>
                    items.length > 0 && (
                        <CardList label={t("page.housing.requests")}>
                            {items.map((request) => (
                                <RequestCard key={request.id} request={request} />
                            ))}
                        </CardList>
                    )
                }
            </Show>
            {may(session, "housing.list_stays") && <Stays person={person} />}
            {may(session, "housing.list_supports") && <Supports query={query} />}
        </section>
    );
}

function Stays({ person }: { person: string }) {
    const stays = useQuery("housing.list_stays", { query: { person } });
    return (
        <Show of={stays}>
            {({ items }) =>
                items.length === 0 ? (
                    <p>{t("page.housing.no_stay")}</p>
                ) : (
                    <CardList label={t("page.housing.of_person")}>
                        {items.map((stay) => (
                            <StayCard key={stay.id} stay={stay} titled="place" />
                        ))}
                    </CardList>
                )
            }
        </Show>
    );
}
