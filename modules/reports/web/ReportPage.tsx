// SPDX-License-Identifier: EUPL-1.2
// One report. Those who work on it see the place and the words, and what they may do next; everybody
// else its kind, its district and its history.
import { useCallback } from "preact/hooks";
import type { Report, ReportSheet } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Alert } from "web/kit/Alert";
import { LinkButton } from "web/kit/Button";
import { Fact, Facts } from "web/kit/Facts";
import { Page } from "web/kit/Page";
import { Show } from "web/kit/Show";
import { useQuery } from "web/kit/useQuery";
import type { PageProps } from "web/shell/module";
import { link } from "web/shell/router";
import { may, useSession } from "web/shell/session";
import { useDistricts } from "web/shell/useDistricts";
import { formatDay, formatInstant } from "web/words/format";
import { t } from "web/words/words";
import { AnswersSection } from "./AnswersSection";
import { AssessSection } from "./AssessSection";
import { ClosingSection } from "./ClosingSection";
import { DispatchSection } from "./DispatchSection";
import { FollowUpSection } from "./FollowUpSection";
import { HistorySection } from "./HistorySection";
import { ReportMarks } from "./ReportCard";
import { SheetSection } from "./SheetSection";
import { SameEventSection, SimilarSection } from "./SimilarSection";
import { UnitSection } from "./UnitSection";
import { useNow } from "./useNow";
import { VerificationSection } from "./VerificationSection";

export default function ReportPage({ params }: PageProps) {
    const path = { id: params["report"] ?? "" };
    const report = useQuery("reports.get_report", { path });
    return (
        <Page
            wide
            title={
                report.data
                    ? labelOf("report_category", report.data.category)
                    : t("page.reports.report")
            }
            windowTitle={t("page.reports.report")}
            back={{ href: link("/reports"), label: t("page.reports.board") }}
        >
            <Show of={report}>
                {(shown) =>
                    shown.may_open ? (
                        <Opened key={shown.id} id={shown.id} onChanged={report.reload} />
                    ) : (
                        <>
                            <Head report={shown} />
                            <Alert kind="info" quiet title={t("page.reports.only_district")} />
                            <ClosingSection report={shown} reload={report.reload} />
                            <AnswersSection report={shown} reload={report.reload} />
                            <HistorySection report={shown} notes={[]} />
                        </>
                    )
                }
            </Show>
        </Page>
    );
}

interface OpenedProps {
    id: string;
    onChanged: () => Promise<void>;
}

function Opened({ id, onChanged }: OpenedProps) {
    const sheet = useQuery("reports.get_sheet", { path: { id } });
    // What is done may close the sheet to the reader: both are asked again.
    const reload = useCallback(async () => {
        await onChanged();
        await sheet.reload();
    }, []);
    return (
        <Show of={sheet}>{(shown) => <Sheet key={shown.id} sheet={shown} reload={reload} />}</Show>
    );
}

interface SheetProps {
    sheet: ReportSheet;
    reload: () => Promise<void>;
}

function Sheet({ sheet, reload }: SheetProps) {
    const session = useSession();
    const { report } = sheet;
    const isWorked = report.status !== "closed" && !report.lead;
    const isDesk = may(session, "reports.assess_report");
    return (
        <>
            <Head report={report} />
            {report.lead && (
                <Alert kind="info" quiet title={t("page.reports.is_joined")}>
                    <LinkButton kind="outline" href={link(`/reports/${report.lead}`)}>
                        {t("page.reports.to_lead")}
                    </LinkButton>
                </Alert>
            )}
            {isWorked && <UnitSection report={report} reload={reload} />}
            <div class="columns">
                <SheetSection sheet={sheet} />
                {isDesk && isWorked && <AssessSection report={report} reload={reload} />}
                {isDesk && isWorked && <SimilarSection sheet={sheet} reload={reload} />}
                <SameEventSection report={report} reload={reload} />
                {isDesk && isWorked && <DispatchSection report={report} reload={reload} />}
                <VerificationSection sheet={sheet} reload={reload} />
                {report.finding && isWorked && (
                    <FollowUpSection report={report} reload={reload} />
                )}
                <AnswersSection report={report} answers={sheet.answers} reload={reload} />
                <ClosingSection report={report} reload={reload} />
                <HistorySection report={report} notes={sheet.notes} />
            </div>
        </>
    );
}

function Head({ report }: { report: Report }) {
    const districts = useDistricts();
    const now = useNow();
    return (
        <>
            <p class="report-marks">
                <ReportMarks report={report} now={now} />
            </p>
            <Facts>
                <Fact name={t("field.reports.district")}>{districts.nameOf(report.district)}</Fact>
                <Fact name={t("field.reports.received_at")}>
                    {[
                        report.number,
                        formatInstant(report.received_at),
                        labelOf("report_channel", report.channel),
                    ].join(" · ")}
                </Fact>
                <Fact name={t("field.reports.source")}>
                    {labelOf("report_source", report.source)}
                </Fact>
                <Fact name={t("field.reports.priority")} rare>
                    {report.priority && labelOf("report_priority", report.priority)}
                </Fact>
                <Fact name={t("field.reports.planned_on")} rare>
                    {report.planned_on && formatDay(report.planned_on)}
                </Fact>
                <Fact name={t("field.reports.team")} rare>
                    {report.team_name}
                </Fact>
                <Fact name={t("field.reports.outcome")} rare>
                    {report.outcome && labelOf("report_outcome", report.outcome)}
                </Fact>
            </Facts>
        </>
    );
}
