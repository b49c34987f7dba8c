// SPDX-License-Identifier: EUPL-1.2
// What a unit is asked to go and see: what waits for an answer first.
import { useCallback } from "preact/hooks";
import type { DispatchLine } from "web/api/acts";
import { CardList, EmptyState } from "web/kit/List";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import { t } from "web/words/words";
import { ReportCard } from "./ReportCard";
import { useNow } from "./useNow";

export default function DispatchesPage() {
    const dispatches = useQuery("reports.list_dispatches", {});
    const again = useCallback(() => void dispatches.reload(), []);
    const now = useNow(again);
    return (
        <Page title={t("page.reports.my_dispatches")}>
            <Show of={dispatches}>
                {({ items }) => {
                    const isOffered = ({ dispatch }: DispatchLine) => dispatch.state === "offered";
                    return (
                        <>
                            {items.length === 0 && (
                                <EmptyState title={t("page.reports.no_dispatches")}>
                                    <p>{t("page.reports.no_dispatches_hint")}</p>
                                </EmptyState>
                            )}
                            <Part
                                title={t("page.reports.to_answer")}
                                items={items.filter(isOffered)}
                                now={now}
                            />
                            <Part
                                title={t("page.reports.on_the_way")}
                                items={items.filter((each) => !isOffered(each))}
                                now={now}
                            />
                        </>
                    );
                }}
            </Show>
        </Page>
    );
}

interface PartProps {
    title: string;
    items: DispatchLine[];
    now: number;
}

function Part({ title, items, now }: PartProps) {
    if (items.length === 0) return null;
    return (
        <section class="section">
            <h2>{title}</h2>
            <CardList label={title}>
                {items.map(({ dispatch, report }) => (
                    <ReportCard key={dispatch.id} report={report} now={now} />
                ))}
            </CardList>
        </section>
    );
}
