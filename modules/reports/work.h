// SPDX-License-Identifier: EUPL-1.2
// What the acts have in common: who sees how much of a report, the steps of its history, and what
// follows from them.
#pragma once

#include <optional>
#include <string>

#include "reports/acts.h"
#include "reports/rows.h"

namespace reports {

// ---- who sees how much

// Everybody who works with persons in a city may know that a report is there, of what kind, in
// which district. Its place and words are for the coordinator; and, while it is being worked, for
// the triage desk, for who wrote it down, and for the unit that is asked to go.
bool may_open(core::Context& context, const ReportRow& row);

// What a report led to, as far as the asker may know that it is there: of a person who is guarded,
// nothing.
struct FollowUp {
    std::optional<Id<outreach::Contact>> contact;
    std::optional<Id<people::Person>> person;
    std::optional<Id<cases::Case>> case_id;
};
FollowUp seen_follow_up(core::Context& context, const ReportRow& row);

// Throw not_found().
ReportRow get_row(core::Context& context, const Id<Report>& id);
ReportRow get_opened(core::Context& context, const Id<Report>& id); // one that may be opened
// The same, and 409 reports.closed or reports.is_grouped: one on which work can go on.
ReportRow get_working(core::Context& context, const Id<Report>& id);

void refuse_grouped(core::Context& context, const ReportRow& row);

// ---- what happens to a report

// A step is appended and never changed.
void note_step(core::Context& context, const Id<Report>& report, const char* what,
               const std::optional<std::string>& detail = {},
               const std::optional<std::string>& note = {});

// Works out what follows from the steps (status, clock, team, finding) and writes the row.
void retell(core::Context& context, ReportRow& row);

// ---- showing

ReportLine line_of(core::Context& context, const ReportRow& row);
Dispatch show_dispatch(core::Context& context, const DispatchRow& row, const ReportRow& report);
Report show_report(core::Context& context, const ReportRow& row);
ReportSheet show_sheet(core::Context& context, const ReportRow& row);

} // namespace reports
