// SPDX-License-Identifier: EUPL-1.2
// On the page of a person: the cases, or that there are some and whom to ask.
import type { CaseCard } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { LinkButton } from "web/kit/Button";
import { Badge, Card, CardList, EmptyState } from "web/kit/List";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import type { PersonSectionProps } from "web/shell/module";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { formatDay, formatInstant } from "web/words/format";
import { t } from "web/words/words";
import { AskToSee } from "./AskToSee";
import { CaseMarks } from "./CaseMarks";

export default function CasesOfPersonSection({ person }: PersonSectionProps) {
    const session = useSession();
    const cases = useQuery("cases.list_of_person", { path: { id: person.id } });
    return (
        <section class="section">
            <Show of={cases}>
                {({ items }) => {
                    const isFree = !person.same_as && items.every(({ state }) => state !== "open");
                    return (
                        <>
                            <div class="section-head">
                                <h2>{t("page.cases.cases")}</h2>
                                {isFree && may(session, "cases.open_case") && (
                                    <LinkButton
                                        icon="add"
                                        href={link("/cases/new", { person: person.id })}
                                    >
                                        {t("do.cases.open_case")}
                                    </LinkButton>
                                )}
                            </div>
                            {items.length === 0 && (
                                <EmptyState title={t("page.cases.never_in_charge")} />
                            )}
                            {items.length > 0 && (
                                <CardList label={t("page.cases.cases")}>
                                    {items.map((card) => (
                                        <Line
                                            key={card.id}
                                            card={card}
                                            reload={() => void cases.reload()}
                                        />
                                    ))}
                                </CardList>
                            )}
                        </>
                    );
                }}
            </Show>
        </section>
    );
}

function Line({ card, reload }: { card: CaseCard; reload: () => void }) {
    const since = formatDay(card.opened_on);
    return (
        <Card
            href={card.may_open ? link(`/cases/${card.id}`) : undefined}
            title={labelOf("case_kind", card.kind)}
            badges={
                <>
                    <CaseMarks state={card.state} />
                    {card.opening && (
                        <Badge kind="warning">
                            {t("page.cases.request_until", {
                                when: formatInstant(card.opening.until),
                            })}
                        </Badge>
                    )}
                </>
            }
            second={
                card.closed_on
                    ? t("page.cases.from_to", { from: since, to: formatDay(card.closed_on) })
                    : t("page.cases.since", { day: since })
            }
            third={
                card.may_open
                    ? card.worker_name
                    : t("page.cases.ask_worker", { name: card.worker_name })
            }
            actions={!card.may_open && <AskToSee card={card} reload={reload} />}
        />
    );
}
