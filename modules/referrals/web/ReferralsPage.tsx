// SPDX-License-Identifier: EUPL-1.2
// What became of those who were sent somewhere: first what nobody has answered in time.
import { useState } from "preact/hooks";
import { LinkButton } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Form } from "web/kit/Form";
import { CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { count, t } from "web/words/words";
import { ReferralCard } from "./ReferralCard";

export default function ReferralsPage() {
    const session = useSession();
    const [which, setWhich] = useState("");
    const referrals = useQuery("referrals.list_referrals", {
        query: { over: which === "over", mine: which === "mine" },
    });
    return (
        <Page
            wide
            title={t("page.referrals.referrals")}
            actions={
                may(session, "referrals.show_gaps") && (
                    <LinkButton kind="outline" href={link("/referrals/gaps")}>
                        {t("page.referrals.gaps")}
                    </LinkButton>
                )
            }
        >
            <Form label={t("page.referrals.which")} onSubmit={() => {}}>
                <ChooseOne
                    name="which"
                    label={t("page.referrals.which")}
                    options={[
                        { value: "mine", label: t("page.referrals.mine") },
                        { value: "over", label: t("page.referrals.over_ones") },
                    ]}
                    value={which}
                    onChange={setWhich}
                />
            </Form>
            <Show of={referrals}>
                {({ items, late }) => (
                    <>
                        {late > 0 && (
                            <p role="status">{count("page.referrals.late_count", late)}</p>
                        )}
                        {items.length === 0 ? (
                            <EmptyState title={t("page.referrals.none")}>
                                <p>{t("page.referrals.none_hint")}</p>
                            </EmptyState>
                        ) : (
                            <CardList label={t("page.referrals.referrals")}>
                                {items.map((one) => (
                                    <ReferralCard key={one.id} one={one} withPerson />
                                ))}
                            </CardList>
                        )}
                    </>
                )}
            </Show>
        </Page>
    );
}
