// SPDX-License-Identifier: EUPL-1.2
// The statements of a city, or, in the network, those that have arrived.
import { useQuery } from "web/kit/useQuery";
import type { StatementCard } from "web/api/acts";
import { LinkButton } from "web/kit/Button";
import { Badge, Card, CardList, EmptyState, More } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Progress } from "web/kit/Progress";
import { usePages } from "web/kit/usePages";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatInstant } from "web/words/format";
import { t } from "web/words/words";
import { formatPeriod } from "./periods";

export default function StatementsPage() {
    const session = useSession();
    const maySubmit = may(session, "monitoring.submit_statement");
    const statements = usePages("monitoring.list_statements", { query: { limit: 50 } });
    const cities = useQuery("network.list_cities", {});
    const nameOf = (slug: string) =>
        cities.data?.items.find((city) => city.slug === slug)?.name ?? slug;
    const { items, problem } = statements;

    return (
        <Page
            wide
            title={t("page.monitoring.statements")}
            actions={
                maySubmit && (
                    <LinkButton href={link("/monitoring/statements/new")}>
                        {t("page.monitoring.prepare")}
                    </LinkButton>
                )
            }
        >
            <p class="lead">{t("page.monitoring.statements_lead")}</p>
            {problem && <ProblemAlert problem={problem} retry={() => void statements.reload()} />}
            {!items && !problem && <Progress />}
            {items?.length === 0 && <EmptyState title={t("page.monitoring.no_statements")} />}
            {items && items.length > 0 && (
                <CardList label={t("page.monitoring.statements")}>
                    {items.map((card) => (
                        <Line
                            key={card.id}
                            card={card}
                            city={session.store === card.city ? undefined : nameOf(card.city)}
                        />
                    ))}
                </CardList>
            )}
            {statements.more && (
                <More
                    shown={items?.length ?? 0}
                    busy={statements.loading}
                    onMore={statements.more}
                />
            )}
        </Page>
    );
}

function Line({ card, city }: { card: StatementCard; city: string | undefined }) {
    const title = [city, formatPeriod(card.period)].filter(Boolean).join(" · ");
    return (
        <Card
            href={link(`/monitoring/statements/${card.id}`)}
            title={title}
            badges={
                <>
                    <Badge>{t("page.monitoring.version", { number: card.version })}</Badge>
                    {card.received_at ? (
                        <Badge kind="success">{t("page.monitoring.received")}</Badge>
                    ) : (
                        <Badge kind="warning">{t("page.monitoring.on_its_way")}</Badge>
                    )}
                </>
            }
            second={t("page.monitoring.submitted_by", {
                name: card.submitted_by_name,
                when: formatInstant(card.submitted_at),
            })}
            third={<span class="hash">{card.hash.slice(0, 16)}…</span>}
        />
    );
}
