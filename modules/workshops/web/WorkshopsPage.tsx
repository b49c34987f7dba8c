// SPDX-License-Identifier: EUPL-1.2
// The workshops of the city; whoever leads one sees their own. What was made with a partner of
// culture, arts or media is a bridge, and counted.
import { labelOf } from "web/api/vocabulary";
import { LinkButton } from "web/kit/Button";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatInstant } from "web/words/format";
import { count, t } from "web/words/words";
import type { WorkshopLine } from "./types";
import { placesOf } from "./workshopText";

export default function WorkshopsPage() {
    const session = useSession();
    const found = useQuery("workshops.list_workshops", {});
    return (
        <Page
            title={t("page.workshops.workshops")}
            actions={
                may(session, "workshops.write_workshop") && (
                    <LinkButton icon="add" href={link("/workshops/new")}>
                        {t("do.workshops.add")}
                    </LinkButton>
                )
            }
        >
            <Show of={found}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.workshops.none")}>
                            <p>{t("page.workshops.none_hint")}</p>
                        </EmptyState>
                    ) : (
                        <>
                            <Bridges items={items} />
                            <CardList label={t("page.workshops.workshops")}>
                                {items.map((line) => (
                                    <Line key={line.id} line={line} />
                                ))}
                            </CardList>
                        </>
                    )
                }
            </Show>
        </Page>
    );
}

function Bridges({ items }: { items: WorkshopLine[] }) {
    const works = items.reduce((sum, each) => sum + each.works, 0);
    const bridges = items.reduce((sum, each) => sum + each.bridges, 0);
    if (works === 0) return null;
    return (
        <p class="lead">
            {count("page.workshops.works_made", works)}{" "}
            {count("page.workshops.bridges", bridges)}
        </p>
    );
}

function Line({ line }: { line: WorkshopLine }) {
    return (
        <Card
            href={link(`/workshops/${line.id}`)}
            title={<bdi>{line.name}</bdi>}
            badges={
                <>
                    <Badge kind="info">{labelOf("workshop_kind", line.kind)}</Badge>
                    {line.closed && <Badge>{t("page.workshops.closed")}</Badge>}
                </>
            }
            second={[line.run_by, line.place].join(" · ")}
            third={[
                !line.closed && placesOf(line),
                line.next_at && t("page.workshops.next", { when: formatInstant(line.next_at) }),
            ]
                .filter(Boolean)
                .join(" · ")}
        />
    );
}
