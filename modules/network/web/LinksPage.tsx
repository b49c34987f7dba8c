// SPDX-License-Identifier: EUPL-1.2
// With whom this store exchanges parcels: the network with cities on their own machine, a city with
// the network.
import type { Link } from "web/api/acts";
import { LinkButton } from "web/kit/Button";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { link as address } from "web/shell/router";
import { useSession } from "web/shell/session";
import { count, t } from "web/words/words";
import { KINDS, lastMet, stateOf, troubleOf, usePeerNames } from "./links";
import { OwnCard } from "./OwnCard";

export default function LinksPage() {
    const links = useQuery("network.list_links", {});
    const { acts } = useSession();
    const nameOf = usePeerNames();
    return (
        <Page
            wide
            title={t("page.network.links")}
            actions={
                acts.includes("network.admit_link") && (
                    <LinkButton href={address("/links/new")} icon="add">
                        {t("do.network.admit_link")}
                    </LinkButton>
                )
            }
        >
            <p class="lead">{t("page.network.links_lead")}</p>
            <Show of={links}>
                {({ items, card, fingerprint }) => (
                    <>
                        {items.length === 0 ? (
                            <EmptyState title={t("page.network.no_links")}>
                                <p>{t("page.network.no_links_hint")}</p>
                            </EmptyState>
                        ) : (
                            <CardList label={t("page.network.links")}>
                                {items.map((link) => (
                                    <LinkCard key={link.id} link={link} name={nameOf(link.peer)} />
                                ))}
                            </CardList>
                        )}
                        <OwnCard card={card} fingerprint={fingerprint} />
                    </>
                )}
            </Show>
        </Page>
    );
}

function LinkCard({ link, name }: { link: Link; name: string }) {
    const state = stateOf(link);
    const waiting = link.waiting > 0 ? count("page.network.waiting", link.waiting) : "";
    const refused = link.refused > 0 ? count("page.network.refused", link.refused) : "";
    return (
        <Card
            href={address(`/links/${link.id}`)}
            title={name}
            badges={<Badge kind={KINDS[state]}>{t(`page.network.state_${state}`)}</Badge>}
            second={[lastMet(link), waiting, refused].filter(Boolean).join(" · ")}
            third={link.trouble ? troubleOf(link.trouble) : undefined}
        />
    );
}
