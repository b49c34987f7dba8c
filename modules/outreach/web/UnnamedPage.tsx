// SPDX-License-Identifier: EUPL-1.2
import { CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { ShowPages } from "web/kit/ShowPages";
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
            <ShowPages of={contacts} empty={<EmptyState title={t("page.outreach.none_unnamed")} />}>
                {(items) => (
                    <CardList label={t("page.outreach.unnamed")}>
                        {items.map((contact) => (
                            <ContactLine key={contact.id} contact={contact} listOf="everybody" />
                        ))}
                    </CardList>
                )}
            </ShowPages>
        </Page>
    );
}
