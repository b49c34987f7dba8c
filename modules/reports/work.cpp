// SPDX-License-Identifier: EUPL-1.2
#include "reports/work.h"

#include <algorithm>

#include "access/access.h"
#include "reports/clock.h"
#include "store/rows.h"

using core::Context;

namespace reports {

namespace {

// The report that is worked on: the end of the links by which reports of one event are joined.
ReportRow root_of(Context& context, ReportRow row)
{
    while (row.lead) {
        auto lead = find_report(context.store, *row.lead);
        ENSURE(lead);
        row = std::move(*lead);
    }
    return row;
}

void keep_earliest(std::optional<Instant>& earliest, Instant at)
{
    if (!earliest || at < *earliest)
        earliest = at;
}

// Did the answer say that something was done?
bool acts(const core::Catalogue& catalogue, const std::string& answer)
{
    const auto* code = catalogue.find_code("report_answer", answer);
    return code != nullptr && code->more.at("acts") == "yes";
}

// What counts as acting on a report: a unit that says it goes, a finding, an answer that says
// something was done, an end. Offering it to a unit does not: nobody is on the way yet.
std::vector<Instant> actions_of(Context& context, const ReportRow& row,
                                const std::vector<DispatchRow>& dispatches,
                                const std::vector<VerificationRow>& verifications)
{
    std::vector<Instant> actions;
    for (const auto& one : dispatches)
        if (one.stands() && one.accepted_at)
            actions.push_back(*one.accepted_at);
    for (const auto& one : verifications)
        if (!one.cancelled_at)
            actions.push_back(std::max(one.at, row.received_at));
    for (const auto& one : answers_of(context.store, row.id))
        if (!one.withdrawn_at && acts(context.catalogue(), one.code))
            actions.push_back(one.given_at);
    if (row.closed_at)
        actions.push_back(*row.closed_at);
    return actions;
}

std::string status_of(const ReportRow& row, const DispatchRow* dispatch)
{
    if (row.lead)
        return "grouped";
    if (row.closed_at)
        return "closed";
    if (row.finding)
        return "verified";
    if (dispatch && dispatch->arrived_at)
        return "on_site";
    if (dispatch && dispatch->accepted_at)
        return "dispatched";
    if (row.round > 0)
        return "reopened";
    return row.priority ? "assessed" : "received";
}

std::string state_of(const DispatchRow& row, const ReportRow& report)
{
    if (row.withdrawn_at)
        return "withdrawn";
    if (row.declined_at)
        return "declined";
    if (report.closed_at || row.round < report.round)
        return "over";
    if (row.arrived_at)
        return "arrived";
    return row.accepted_at ? "accepted" : "offered";
}

std::string number_of(Context& context, std::int64_t number)
{
    auto digits = std::to_string(number);
    if (digits.size() < 5)
        digits.insert(0, 5 - digits.size(), '0');
    return context.city().person_prefix + "-S" + digits;
}

std::string team_name(Context& context, const std::string& code)
{
    const auto team = access::find_team(context, code);
    return team ? team->name : code;
}

// Who may learn who the reporter is: those who answer, and a unit that was told it may call.
std::optional<Reporter> reporter_for(Context& context, const ReportRow& row)
{
    auto reporter = reporter_of(context.store, row.id);
    const bool answers = context.actor.roles.any_of(triage) ||
                         row.recorded_by == std::optional(context.actor.account);
    if (!reporter || answers || reporter->call_back.value_or(false))
        return reporter;
    Reporter unnamed;
    unnamed.language = reporter->language;
    return unnamed;
}

} // namespace

// ---- who sees how much

bool may_open(Context& context, const ReportRow& row)
{
    if (context.actor.roles.any_of(core::city_coordinator))
        return true;
    const auto root = row.lead ? root_of(context, row) : row;
    if (root.closed_at)
        return false;
    return context.actor.roles.any_of(triage) ||
           row.recorded_by == std::optional(context.actor.account) ||
           (root.team && context.actor.is_of_team(*root.team));
}

ReportRow get_row(Context& context, const Id<Report>& id)
{
    auto row = find_report(context.store, id);
    if (!row)
        throw not_found();
    return std::move(*row);
}

ReportRow get_opened(Context& context, const Id<Report>& id)
{
    auto row = get_row(context, id);
    if (!may_open(context, row))
        throw not_found();
    return row;
}

ReportRow get_working(Context& context, const Id<Report>& id)
{
    auto row = get_row(context, id);
    const bool is_theirs = may_open(context, row) || context.actor.roles.any_of(triage);
    if (!is_theirs)
        throw not_found();
    refuse_grouped(context, row);
    if (row.closed_at)
        throw Problem(409, "reports.closed");
    return row;
}

void refuse_grouped(Context& context, const ReportRow& row)
{
    if (row.lead)
        throw Problem(409, "reports.is_grouped",
                      {{"lead", number_of(context, root_of(context, row).number)}});
}

// ---- what happens to a report

void note_step(Context& context, const Id<Report>& report, const char* what,
               const std::optional<std::string>& detail, const std::optional<std::string>& note)
{
    StepRow step;
    step.id = Id<StepRow>::make(context.now);
    step.report = report;
    step.turn = next_turn(context.store, report);
    step.at = context.now;
    if (!context.actor.account.is_nil()) {
        step.account = context.actor.account;
        step.name = context.actor.name;
    }
    step.what = what;
    step.detail = detail;
    step.note = note;
    store::insert_row(context.store, step);
}

void retell(Context& context, ReportRow& row)
{
    const auto dispatches = dispatches_of(context.store, row.id);
    const auto verifications = verifications_of(context.store, row.id);
    const DispatchRow* standing = nullptr;
    for (const auto& one : dispatches)
        if (one.stands() && one.round == row.round)
            standing = &one;
    row.team = standing ? std::optional(standing->team) : std::nullopt;
    row.finding.reset();
    for (const auto& one : verifications)
        if (!one.cancelled_at && one.round == row.round)
            row.finding = one.finding;

    // Who told first has waited longest, whichever of the reports is worked on.
    row.event_from = row.received_at;
    for (const auto& other : grouped_under(context.store, row.id))
        row.event_from = std::min(row.event_from, other.event_from);
    if (row.round == 0)
        row.clock_from = row.event_from;

    row.first_action_at.reset();
    row.acted_at.reset();
    for (const auto at : actions_of(context, row, dispatches, verifications)) {
        keep_earliest(row.first_action_at, at);
        if (at >= row.clock_from)
            keep_earliest(row.acted_at, at);
    }
    row.due_at = due_after(row.clock_from, minutes_of(context.catalogue(), row.priority));
    row.grouped = count_grouped(context.store, row.id);
    row.remarks = count_remarks(context.store, row.id);
    row.status = status_of(row, standing);
    row.changed_at = context.now;
    store::update_row(context.store, row);
}

// ---- showing

ReportLine line_of(Context& context, const ReportRow& row)
{
    ReportLine line;
    line.id = row.id;
    line.number = number_of(context, row.number);
    line.channel = row.channel;
    line.source = row.source;
    line.category = row.category;
    line.priority = row.priority;
    line.planned_on = row.planned_on;
    line.status = row.status;
    line.district = row.district;
    line.received_at = row.received_at;
    line.due_at = row.due_at;
    line.clock = clock_of({.from = row.clock_from,
                           .due = row.due_at,
                           .acted = row.acted_at,
                           .assessed = row.priority.has_value(),
                           .over = row.closed_at || row.lead},
                          context.now);
    line.acted_at = row.acted_at;
    line.team = row.team;
    if (row.team)
        line.team_name = team_name(context, *row.team);
    if (row.team && !row.closed_at)
        line.dispatch_state = row.status == "on_site"      ? "arrived"
                              : row.status == "dispatched" ? "accepted"
                              : row.finding                ? "over"
                                                           : "offered";
    line.finding = row.finding;
    line.outcome = row.outcome;
    line.lead = row.lead;
    line.grouped = row.grouped;
    line.remarks = row.remarks;
    line.has_photo = row.has_photo;
    line.may_open = may_open(context, row);
    return line;
}

Dispatch show_dispatch(Context& context, const DispatchRow& row, const ReportRow& report)
{
    Dispatch shown;
    shown.id = row.id;
    shown.report = row.report;
    shown.team = row.team;
    shown.team_name = team_name(context, row.team);
    shown.outing = row.outing;
    shown.state = state_of(row, report);
    shown.offered_by_name = access::name_of(context, row.offered_by);
    shown.offered_at = row.offered_at;
    shown.accepted_at = row.accepted_at;
    shown.arrived_at = row.arrived_at;
    shown.declined_at = row.declined_at;
    shown.decline_reason = row.decline_reason;
    return shown;
}

FollowUp seen_follow_up(Context& context, const ReportRow& row)
{
    FollowUp seen;
    if (row.contact && outreach::is_there(context, *row.contact))
        seen.contact = row.contact;
    if (row.person && people::may_read(context, *row.person, true))
        seen.person = row.person;
    if (row.case_id && cases::is_there(context, *row.case_id))
        seen.case_id = row.case_id;
    return seen;
}

Report show_report(Context& context, const ReportRow& row)
{
    Report report;
    static_cast<ReportLine&>(report) = line_of(context, row);
    report.recorded_by_name = row.recorded_by_name.value_or("");
    if (const auto group = group_of(context.store, row.id))
        report.group = group->id;
    for (const auto& other : grouped_under(context.store, row.id))
        report.same_event.push_back(line_of(context, other));
    for (const auto& dispatch : dispatches_of(context.store, row.id))
        report.dispatches.push_back(show_dispatch(context, dispatch, row));
    for (const auto& step : steps_of(context.store, row.id))
        report.steps.push_back({step.at, step.what, step.name, step.detail});
    const auto led_to = seen_follow_up(context, row);
    report.contact = led_to.contact;
    report.led_to = led_to.person;
    report.led_to_case = led_to.case_id;
    return report;
}

ReportSheet show_sheet(Context& context, const ReportRow& row)
{
    ReportSheet sheet;
    static_cast<ReportDetails&>(sheet) = row;
    sheet.id = row.id;
    sheet.report = show_report(context, row);
    sheet.reporter = reporter_for(context, row);
    sheet.reported = reported_of(context.store, row.id);
    for (const auto& one : verifications_of(context.store, row.id))
        sheet.verifications.push_back({one.id, one.report, one.finding, one.at, one.note,
                                       one.made_by_name, one.cancelled_at.has_value()});
    for (const auto& one : answers_of(context.store, row.id))
        sheet.answers.push_back({one.id, one.code, one.words,
                                 access::name_of(context, one.given_by), one.given_at,
                                 one.withdrawn_at.has_value()});
    for (const auto& one : remarks_of(context.store, row.id))
        sheet.remarks.push_back({one.id, one.words, one.at});
    for (const auto& step : steps_of(context.store, row.id))
        if (step.note)
            sheet.notes.push_back({step.at, step.what, *step.note});
    context.about(row.id);
    return sheet;
}

} // namespace reports
