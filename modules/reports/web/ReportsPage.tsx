// SPDX-License-Identifier: EUPL-1.2
// The board of reports: who waits beyond the clock stands first, and the page looks again by itself.
import { useCallback, useState } from "preact/hooks";
import { Alert } from "web/kit/Alert";
import { LinkButton } from "web/kit/Button";
import { ChooseOne } from "web/kit/ChoiceChips";
import { Form } from "web/kit/Form";
import { CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { ShowPages } from "web/kit/ShowPages";
import { usePages } from "web/kit/usePages";
import { useQuery } from "web/kit/useQuery";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { count, t } from "web/words/words";
import { ReportCard } from "./ReportCard";
import { useNow } from "./useNow";

const VIEWS = ["open", "closed"] as const;

export default function ReportsPage() {
    const session = useSession();
    const [view, setView] = useState<(typeof VIEWS)[number]>("open");
    return (
        <Page
            wide
            title={t("page.reports.board")}
            actions={
                <>
                    {may(session, "reports.record_report") && (
                        <LinkButton icon="add" href={link("/reports/new")}>
                            {t("do.reports.record_report")}
                        </LinkButton>
                    )}
                    <LinkButton kind="outline" href={link(`/segnala/${session.store}`)}>
                        {t("page.reports.public_page")}
                    </LinkButton>
                </>
            }
        >
            <Form label={t("page.reports.which")} onSubmit={() => {}}>
                <ChooseOne
                    name="view"
                    always
                    label={t("page.reports.which")}
                    options={VIEWS.map((each) => ({
                        value: each,
                        label: t(`page.reports.view.${each}`),
                    }))}
                    value={view}
                    onChange={(chosen) => setView(chosen as typeof view)}
                />
            </Form>
            {view === "open" ? <Open /> : <Closed />}
        </Page>
    );
}

function Open() {
    const session = useSession();
    const board = useQuery("reports.list_reports", { query: {} });
    const again = useCallback(() => void board.reload(), []);
    const now = useNow(again);
    return (
        <Show of={board}>
            {({ items, late, soon_late }) => (
                <>
                    {late > 0 && (
                        <Alert kind="danger" quiet title={count("page.reports.late", late)} />
                    )}
                    {soon_late > 0 && (
                        <Alert
                            kind="warning"
                            quiet
                            title={count("page.reports.soon_late", soon_late)}
                        />
                    )}
                    {items.length === 0 && (
                        <EmptyState title={t("page.reports.none.open")}>
                            <p>
                                {t("page.reports.none_hint.open", {
                                    address: `${location.origin}/#/segnala/${session.store}`,
                                })}
                            </p>
                        </EmptyState>
                    )}
                    <CardList label={t("page.reports.board")}>
                        {items.map((report) => (
                            <ReportCard key={report.id} report={report} now={now} />
                        ))}
                    </CardList>
                </>
            )}
        </Show>
    );
}

function Closed() {
    const reports = usePages("reports.list_reports", { query: { closed: true } });
    const now = useNow();
    return (
        <ShowPages of={reports} empty={<EmptyState title={t("page.reports.none.closed")} />}>
            {(items) => (
                <CardList label={t("page.reports.board")}>
                    {items.map((report) => (
                        <ReportCard key={report.id} report={report} now={now} />
                    ))}
                </CardList>
            )}
        </ShowPages>
    );
}
