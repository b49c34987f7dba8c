// SPDX-License-Identifier: EUPL-1.2
// Every step of a report, newest first; what was written with it only for those who may open it.
import type { Report, ReportSheet } from "web/api/acts";
import { labelOf } from "web/api/vocabulary";
import { formatInstant } from "web/words/format";
import { t } from "web/words/words";
import "./reports.scss";

// Which list the detail of a step is a code of.
const LISTS: Record<string, string> = {
    received: "report_channel",
    assessed: "report_priority",
    declined: "decline_reason",
    verified: "report_finding",
    verification_cancelled: "report_finding",
    answered: "report_answer",
    answer_withdrawn: "report_answer",
    closed: "report_outcome",
    warned: "report_clock",
};

interface HistorySectionProps {
    report: Report;
    notes: ReportSheet["notes"];
}

export function HistorySection({ report, notes }: HistorySectionProps) {
    const teamOf = (code: string) =>
        report.dispatches.find(({ team }) => team === code)?.team_name ?? code;
    const detailOf = (step: Report["steps"][number]) => {
        if (!step.detail) return undefined;
        const list = LISTS[step.what];
        return list ? labelOf(list, step.detail) : teamOf(step.detail);
    };
    return (
        <section class="section">
            <h2>{t("page.reports.history")}</h2>
            <ol class="report-history" aria-label={t("page.reports.history")}>
                {report.steps.toReversed().map((step) => {
                    const note = notes.find(
                        (each) => each.at === step.at && each.what === step.what,
                    );
                    return (
                        <li key={step.at + step.what}>
                            <p>
                                <strong>{labelOf("report_step", step.what)}</strong>
                                {detailOf(step) && `: ${detailOf(step)}`}
                            </p>
                            {note && <p dir="auto">{note.note}</p>}
                            <p class="field-hint">
                                {`${formatInstant(step.at)} · ${step.name ?? t(step.what === "warned" ? "page.reports.by_system" : "page.reports.by_reporter")}`}
                            </p>
                        </li>
                    );
                })}
            </ol>
        </section>
    );
}
