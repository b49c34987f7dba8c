// SPDX-License-Identifier: EUPL-1.2
// What persons ask about their own data: those due first stand first.
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
import { RequestLine } from "./RequestLine";

const VIEWS = ["open", "answered"] as const;
type View = (typeof VIEWS)[number];

export default function RightsPage() {
    const session = useSession();
    const [view, setView] = useState<View>("open");
    const found = useQuery("rights.list_requests", { query: { answered: view === "answered" } });
    return (
        <Page
            wide
            title={t("page.rights.title")}
            actions={
                may(session, "rights.preview_retention") && (
                    <LinkButton kind="outline" href={link("/rights/retention")}>
                        {t("page.rights.retention")}
                    </LinkButton>
                )
            }
        >
            <p class="lead">{t("page.rights.lead")}</p>
            <Form label={t("page.rights.which")} onSubmit={() => {}}>
                <ChooseOne
                    name="view"
                    always
                    label={t("page.rights.which")}
                    options={VIEWS.map((each) => ({
                        value: each,
                        label: t(`page.rights.view.${each}`),
                    }))}
                    value={view}
                    onChange={(chosen) => setView(chosen as View)}
                />
            </Form>
            <Show of={found}>
                {({ items, late }) => (
                    <>
                        {view === "open" && late > 0 && (
                            <p role="status">{count("page.rights.late", late)}</p>
                        )}
                        {items.length === 0 ? (
                            <EmptyState title={t(`page.rights.none_${view}`)}>
                                <p>{t("page.rights.none_hint")}</p>
                            </EmptyState>
                        ) : (
                            <CardList label={t("page.rights.title")}>
                                {items.map((request) => (
                                    <RequestLine key={request.id} request={request} withName />
                                ))}
                            </CardList>
                        )}
                    </>
                )}
            </Show>
        </Page>
    );
}
