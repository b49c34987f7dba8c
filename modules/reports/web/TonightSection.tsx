// SPDX-License-Identifier: EUPL-1.2
// On the first page of a unit's evening: where it is asked to go, and where it has said it goes.
import { useCallback } from "preact/hooks";
import { CardList } from "web/kit/List";
import { useQuery } from "web/kit/useQuery";
import { useSession } from "web/shell/session";
import { t } from "web/words/words";
import { ReportCard } from "./ReportCard";
import { useNow } from "./useNow";

export default function TonightSection() {
    const session = useSession();
    const dispatches = useQuery("reports.list_dispatches", {});
    const again = useCallback(() => void dispatches.reload(), []);
    const now = useNow(again);
    const mine = (dispatches.data?.items ?? []).filter(
        ({ dispatch, report }) =>
            report.status !== "verified" &&
            session.teams.some(({ code }) => code === dispatch.team),
    );
    if (mine.length === 0) return null;
    return (
        <section class="section">
            <h2>{t("page.reports.you_are_asked")}</h2>
            <CardList label={t("page.reports.you_are_asked")}>
                {mine.map(({ dispatch, report }) => (
                    <ReportCard key={dispatch.id} report={report} now={now} />
                ))}
            </CardList>
        </section>
    );
}
