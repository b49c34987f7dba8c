// SPDX-License-Identifier: EUPL-1.2
import { CardList, EmptyState, More } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ProblemAlert } from "web/kit/ProblemAlert";
import { Progress } from "web/kit/Progress";
import { usePages } from "web/kit/usePages";
import { t } from "web/words/words";
import { ContactLine } from "./ContactLine";

export default function UnnamedPage() {
    const contacts = usePages("outreach.list_contacts", {
        query: { unidentified: true, limit: 50 },
    });
    return (
        <Page title={t("page.outreach.unnamed")}>
            <p class="lead">{t("page.outreach.unnamed_hint")}</p>
            {contacts.problem && (
                <ProblemAlert problem={contacts.problem} retry={() => void contacts.reload()} />
            )}
            {!contacts.items && !contacts.problem && <Progress />}
            {contacts.items?.length === 0 && <EmptyState title={t("page.outreach.none_unnamed")} />}
            {contacts.items && contacts.items.length > 0 && (
                <CardList label={t("page.outreach.unnamed")}>
                    {contacts.items.map((contact) => (
                        <ContactLine key={contact.id} contact={contact} listOf="everybody" />
                    ))}
                </CardList>
            )}
            {contacts.more && (
                <More
                    shown={contacts.items?.length ?? 0}
                    busy={contacts.loading}
                    onMore={contacts.more}
                />
            )}
        </Page>
    );
}
