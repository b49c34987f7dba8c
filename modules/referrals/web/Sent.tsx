// SPDX-License-Identifier: EUPL-1.2
import { LinkButton } from "web/kit/Button";
import { CardList, EmptyState } from "web/kit/List";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { t } from "web/words/words";
import { ReferralCard } from "./ReferralCard";

interface SentProps {
    person: string;
    // What a new referral begins with.
    query: Record<string, string>;
    mayAdd: boolean;
}

export function Sent({ person, query, mayAdd }: SentProps) {
    const session = useSession();
    const referrals = useQuery("referrals.list_of_person", { path: { person } });
    return (
        <section class="section">
            <div class="section-head">
                <h2>{t("page.referrals.referrals")}</h2>
                {mayAdd && may(session, "referrals.send_referral") && (
                    <LinkButton icon="add" href={link("/referrals/new", query)}>
                        {t("do.referrals.refer")}
                    </LinkButton>
                )}
            </div>
            <Show of={referrals}>
                {({ items }) =>
                    items.length === 0 ? (
                        <EmptyState title={t("page.referrals.none_of_person")} />
                    ) : (
                        <CardList label={t("page.referrals.referrals")}>
                            {items.map((one) => (
                                <ReferralCard key={one.id} one={one} />
                            ))}
                        </CardList>
                    )
                }
            </Show>
        </section>
    );
}
