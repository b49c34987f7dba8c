// SPDX-License-Identifier: EUPL-1.2
// The releases of the catalogue, the newest first.
import type { Release } from "web/api/acts";
import { LinkButton } from "web/kit/Button";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { link } from "web/shell/router";
import { useSession } from "web/shell/session";
import { formatInstant } from "web/words/format";
import { t } from "web/words/words";
import { usePeerNames } from "./links";

export default function ReleasesPage() {
    const releases = useQuery("network.list_releases", {});
    const { acts } = useSession();
    const nameOf = usePeerNames();
    return (
        <Page
            wide
            title={t("page.network.releases")}
            actions={
                acts.includes("network.get_draft") && (
                    <LinkButton href={link("/releases/draft")}>
                        {t("page.network.draft")}
                    </LinkButton>
                )
            }
        >
            <p class="lead">{t("page.network.releases_lead")}</p>
            <Show of={releases}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.network.no_releases")}>
                            <p>{t("page.network.no_releases_hint")}</p>
                        </EmptyState>
                    ) : (
                        <CardList label={t("page.network.releases")}>
                            {items.map((release) => (
                                <ReleaseCard key={release.id} release={release} nameOf={nameOf} />
                            ))}
                        </CardList>
                    )
                }
            </Show>
        </Page>
    );
}

interface ReleaseCardProps {
    release: Release;
    nameOf: (slug: string) => string;
}

function ReleaseCard({ release, nameOf }: ReleaseCardProps) {
    const { number, in_force, taken_at, taken_by = [] } = release;
    const state = in_force
        ? t("page.network.in_force")
        : t(taken_at ? "page.network.was_taken" : "page.network.not_taken");
    return (
        <Card
            href={link(`/releases/${release.id}`)}
            title={t("page.network.release_number", { number })}
            badges={<Badge kind={in_force ? "success" : "neutral"}>{state}</Badge>}
            second={release.notes}
            third={[
                t("page.network.published", {
                    instant: formatInstant(release.published_at),
                    name: release.published_by_name,
                }),
                taken_by.length > 0
                    ? t("page.network.taken_by", { cities: taken_by.map(nameOf).join(", ") })
                    : "",
            ]
                .filter(Boolean)
                .join(" · ")}
        />
    );
}
