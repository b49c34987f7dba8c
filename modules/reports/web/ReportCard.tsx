// SPDX-License-Identifier: EUPL-1.2
// A report as a line: what, where by district, how long is left, who goes. Never more, whoever reads.
import type { ReportLine } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { Badge, Card } from "web/kit/List";
import { link } from "web/shell/router";
import { useDistricts } from "web/shell/useDistricts";
import { formatDay, formatInstant } from "web/words/format";
import { count, t } from "web/words/words";
import { clockKind, clockText } from "./clockText";

export function ReportMarks({ report, now }: { report: ReportLine; now: number }) {
    const clock = clockText(report, now);
    const isSettled = report.clock === "met" || report.clock === "missed";
    return (
        <>
            {report.priority ? (
                <Badge kind={report.priority === "P1" ? "danger" : "neutral"}>
                    {report.priority}
                </Badge>
            ) : (
                report.status === "received" && (
                    <Badge kind="warning">{t("page.reports.to_assess")}</Badge>
                )
            )}
            {clock && <Badge kind={clockKind(report.clock)}>{clock}</Badge>}
            {isSettled && (
                <Badge kind={clockKind(report.clock)}>
                    {labelOf("report_clock", report.clock)}
                </Badge>
            )}
            <Badge>{labelOf("report_status", report.status)}</Badge>
        </>
    );
}

export function ReportCard({ report, now }: { report: ReportLine; now: number }) {
    const districts = useDistricts();
    return (
        <Card
            href={link(`/reports/${report.id}`)}
            title={labelOf("report_category", report.category)}
            badges={<ReportMarks report={report} now={now} />}
            second={[
                districts.nameOf(report.district),
                report.number,
                t("page.reports.received", { when: formatInstant(report.received_at) }),
                report.planned_on && formatDay(report.planned_on),
            ]
                .filter(Boolean)
                .join(" · ")}
            third={[
                report.team_name &&
                    [report.team_name, labelOf("dispatch_state", report.dispatch_state)]
                        .filter(Boolean)
                        .join(": "),
                report.finding && labelOf("report_finding", report.finding),
                report.outcome && labelOf("report_outcome", report.outcome),
                report.grouped > 0 && count("page.reports.grouped", report.grouped),
                report.remarks > 0 && count("page.reports.remarks", report.remarks),
                report.has_photo && t("page.reports.photo"),
            ]
                .filter(Boolean)
                .join(" · ")}
        />
    );
}
