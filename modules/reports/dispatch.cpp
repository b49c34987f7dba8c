// SPDX-License-Identifier: EUPL-1.2
// A unit is asked to go, says yes or no, and arrives. Each of these can be taken back: an offer is
// withdrawn, a unit that said yes may still say no, and one that said no may still go while nobody
// else was asked.
#include <algorithm>

#include "access/access.h"
#include "reports/work.h"
#include "store/rows.h"

using core::Context;

namespace reports {

namespace {

constexpr int waiting_max = 500;

struct Asked {
    DispatchRow dispatch;
    ReportRow report;
};

// Of one's own team; the coordinator speaks for every team.
Asked get_asked(Context& context, const Id<Dispatch>& id)
{
    auto dispatch = find_dispatch(context.store, id);
    const bool speaks = dispatch && (context.actor.is_of_team(dispatch->team) ||
                                     context.actor.roles.any_of(core::city_coordinator));
    if (!speaks)
        throw not_found();
    auto report = get_row(context, dispatch->report);
    if (report.closed_at || report.lead || dispatch->round < report.round || dispatch->withdrawn_at)
        throw Problem(409, "reports.dispatch_over");
    context.about(report.id);
    return {std::move(*dispatch), std::move(report)};
}

void check_nobody_else_is_asked(Context& context, const ReportRow& report,
                                const Id<Dispatch>& dispatch)
{
    for (const auto& other : dispatches_of(context.store, report.id))
        if (other.id != dispatch && other.round == report.round && other.stands()) {
            const auto team = access::find_team(context, other.team);
            throw Problem(409, "reports.unit_is_asked_already",
                          {{"team", team ? team->name : other.team}});
        }
}

void check_team(Context& context, const std::string& code)
{
    const auto team = access::find_team(context, code);
    if (team && team->kind == "mobile_unit")
        return;
    std::string expected;
    for (const auto& one : access::list_teams(context))
        if (one.kind == "mobile_unit")
            expected += (expected.empty() ? "" : ", ") + one.code;
    refuse("team", "reports.unknown_unit", {{"expected", expected}});
}

} // namespace

UnitReports reports_of_unit(Context& context, const std::string& team, Instant from, Instant to)
{
    UnitReports found;
    found.verified = count_verified(context.store, team, from, to);
    for (const auto& row : standing_dispatches(context.store))
        if (row.team == team && !get_row(context, row.report).finding)
            ++found.waiting;
    return found;
}

void check_known(Context& context, const Id<Report>& report) { get_row(context, report); }

std::vector<WaitingReport> waiting_reports(Context& context)
{
    std::vector<WaitingReport> waiting;
    for (const auto& row : open_reports(context.store, waiting_max))
        if (row.priority && !row.team && !row.acted_at)
            waiting.push_back(
                {row.id, line_of(context, row).number, row.district, row.due_at, row.planned_on});
    return waiting;
}

Dispatch offer_dispatch(Context& context, const OfferDispatch& wish)
{
    auto report = get_working(context, wish.report);
    check_team(context, wish.team);
    check_nobody_else_is_asked(context, report, wish.id);
    if (!report.priority)
        throw Problem(409, "reports.assess_first");

    DispatchRow row;
    row.id = wish.id;
    row.report = report.id;
    row.round = report.round;
    row.team = wish.team;
    row.outing = wish.outing;
    row.note = wish.note;
    row.offered_by = context.actor.account;
    row.offered_at = context.now;
    store::insert_row(context.store, row);
    note_step(context, report.id, "offered", wish.team, wish.note);
    retell(context, report);
    return show_dispatch(context, row, report);
}

Dispatch withdraw_dispatch(Context& context, const OfferedPath& wish)
{
    auto row = find_dispatch(context.store, wish.id);
    if (!row)
        throw not_found();
    auto report = get_row(context, row->report);
    context.about(report.id);
    if (row->withdrawn_at)
        return show_dispatch(context, *row, report);
    if (report.closed_at || row->round < report.round || report.finding)
        throw Problem(409, "reports.dispatch_over");

    row->withdrawn_by = context.actor.account;
    row->withdrawn_at = context.now;
    store::update_row(context.store, *row);
    note_step(context, report.id, "withdrawn", row->team);
    retell(context, report);
    return show_dispatch(context, *row, report);
}

Dispatches list_dispatches(Context& context)
{
    const bool sees_all = context.actor.roles.any_of(core::city_coordinator);
    Dispatches list;
    for (const auto& row : standing_dispatches(context.store)) {
        if (!sees_all && !context.actor.is_of_team(row.team))
            continue;
        const auto report = get_row(context, row.report);
        list.items.push_back({show_dispatch(context, row, report), line_of(context, report)});
    }
    return list;
}

Dispatch accept_dispatch(Context& context, const AcceptDispatch& wish)
{
    auto [row, report] = get_asked(context, wish.id);
    if (row.accepted_at)
        return show_dispatch(context, row, report); // a second tap
    check_nobody_else_is_asked(context, report, row.id);

    row.declined_by.reset();
    row.declined_at.reset();
    row.decline_reason.reset();
    row.accepted_by = context.actor.account;
    row.accepted_at = std::max(wish.at.value_or(context.now), row.offered_at);
    store::update_row(context.store, row);
    note_step(context, report.id, "accepted", row.team);
    retell(context, report);
    return show_dispatch(context, row, report);
}

Dispatch decline_dispatch(Context& context, const DeclineDispatch& wish)
{
    auto [row, report] = get_asked(context, wish.id);
    if (report.finding)
        throw Problem(409, "reports.verified_already");

    row.accepted_by.reset();
    row.accepted_at.reset();
    row.arrived_at.reset();
    row.declined_by = context.actor.account;
    row.declined_at = context.now;
    row.decline_reason = wish.reason;
    store::update_row(context.store, row);
    note_step(context, report.id, "declined", wish.reason, wish.note);
    retell(context, report);
    return show_dispatch(context, row, report);
}

Dispatch arrive(Context& context, const Arrive& wish)
{
    auto [row, report] = get_asked(context, wish.id);
    if (!row.accepted_at)
        throw Problem(409, "reports.accept_first");
    if (row.arrived_at)
        return show_dispatch(context, row, report);

    row.arrived_at = std::max(wish.at.value_or(context.now), *row.accepted_at);
    store::update_row(context.store, row);
    note_step(context, report.id, "arrived", row.team);
    retell(context, report);
    return show_dispatch(context, row, report);
}

} // namespace reports
