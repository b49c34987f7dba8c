// SPDX-License-Identifier: EUPL-1.2
// Where a unit plans to go, and what the last weeks suggest.
#include <algorithm>
#include <set>

#include "access/access.h"
#include "shifts/acts.h"
#include "shifts/planning.h"
#include "shifts/rows.h"
#include "shifts/showing.h"
#include "store/rows.h"

using core::Context;

namespace shifts {

namespace {

constexpr int days_listed = 14;

// A unit speaks for itself, the coordinator for every unit.
bool speaks_for(const Context& context, const std::string& team)
{
    return context.actor.is_of_team(team) || context.actor.roles.any_of(core::city_coordinator);
}

access::Team get_unit(Context& context, const std::string& code)
{
    const auto team = access::find_team(context, code);
    if (team && team->kind == "mobile_unit" && speaks_for(context, code))
        return *team;
    std::string expected;
    for (const auto& one : access::list_teams(context))
        if (one.kind == "mobile_unit" && speaks_for(context, one.code))
            expected += (expected.empty() ? "" : ", ") + one.code;
    refuse("team", "shifts.unknown_unit", {{"expected", expected}});
}

StopRow get_own(Context& context, const Id<Stop>& id)
{
    auto row = find_stop(context.store, id);
    if (!row || !speaks_for(context, row->team))
        throw not_found();
    return std::move(*row);
}

StopRow get_standing(Context& context, const Id<Stop>& id)
{
    auto row = get_own(context, id);
    if (row.cancelled_at)
        throw Problem(409, "shifts.stop_cancelled");
    return row;
}

void take_details(StopRow& row, const StopDetails& wish)
{
    if (wish.at) {
        const auto time = parse_clock(*wish.at);
        if (!time)
            refuse("at", "shifts.not_a_clock", {{"expected", "21:30"}});
        if (band_of(time->hour) != wish.band)
            refuse("at", "shifts.not_in_band");
    }
    row.band = wish.band;
    row.at = wish.at;
    row.district = wish.district;
    row.place = wish.place;
    row.note = wish.note;
}

// All that the last weeks say, and what is planned for the next ones.
Weeks weeks_of(Context& context)
{
    const auto today = context.today();
    const auto from = today.plus_days(1 - 7 * weeks_looked_at);
    Weeks weeks;
    weeks.met = outreach::met_since(context, from);
    for (const auto& one : stops_between(context.store, from, today, ""))
        if (one.state == "nobody")
            weeks.in_vain.push_back({one.district, one.day, one.band});
    return weeks;
}

Planned planned_of(Context& context, const std::string& team, Date from)
{
    Planned planned;
    for (const auto& one : stops_between(context.store, from, from.plus_days(6), team))
        planned.insert({one.day, one.band, one.district});
    return planned;
}

// Those to which no unit's stop goes yet.
std::vector<reports::WaitingReport> unplanned_reports(Context& context)
{
    const auto today = context.today();
    std::set<Id<reports::Report>> planned;
    for (const auto& one : stops_between(context.store, today, today.plus_days(days_listed), ""))
        if (one.report)
            planned.insert(*one.report);
    auto waiting = reports::waiting_reports(context);
    std::erase_if(waiting, [&](const auto& one) { return planned.contains(one.id); });
    return waiting;
}

} // namespace

Stop show_stop(Context& context, const StopRow& row)
{
    Stop shown;
    shown.id = row.id;
    shown.team = row.team;
    shown.day = row.day;
    shown.band = row.band;
    shown.at = row.at;
    shown.district = row.district;
    if (speaks_for(context, row.team)) {
        shown.place = row.place;
        shown.note = row.note;
    }
    shown.report = row.report;
    shown.state = row.state;
    shown.skip_reason = row.skip_reason;
    shown.planned_by_name = row.planned_by_name;
    shown.marked_by_name = row.marked_by_name;
    shown.marked_at = row.marked_at;
    return shown;
}

Stop plan_stop(Context& context, const PlanStop& wish)
{
    get_unit(context, wish.team);
    StopRow row;
    row.id = wish.id;
    row.team = wish.team;
    row.day = wish.day;
    take_details(row, wish);
    if (wish.report)
        reports::check_known(context, *wish.report);
    row.report = wish.report;
    row.state = "planned";
    row.planned_by = context.actor.account;
    row.planned_by_name = context.actor.name;
    row.planned_at = context.now;
    store::insert_row(context.store, row);
    return show_stop(context, row);
}

Stop change_stop(Context& context, const ChangeStop& wish)
{
    auto row = get_standing(context, wish.id);
    take_details(row, wish);
    store::update_row(context.store, row);
    return show_stop(context, row);
}

Stop mark_stop(Context& context, const MarkStop& wish)
{
    auto row = get_standing(context, wish.id);
    if (wish.skip_reason && wish.state != "skipped")
        refuse("skip_reason", "shifts.only_when_skipped");
    row.state = wish.state;
    row.skip_reason = wish.skip_reason;
    row.marked_by_name = context.actor.name;
    row.marked_at = context.now;
    if (wish.state == "planned") {
        row.marked_by_name.reset();
        row.marked_at.reset();
    }
    store::update_row(context.store, row);
    return show_stop(context, row);
}

// Cancelling what is cancelled, or restoring what stands, changes nothing: a phone may ask twice.
Stop cancel_stop(Context& context, const StopPath& wish)
{
    auto row = get_own(context, wish.id);
    if (!row.cancelled_at) {
        row.cancelled_at = context.now;
        store::update_row(context.store, row);
    }
    return show_stop(context, row);
}

Stop restore_stop(Context& context, const RestoreStop& wish)
{
    auto row = get_own(context, wish.id);
    if (row.cancelled_at) {
        row.cancelled_at.reset();
        store::update_row(context.store, row);
    }
    return show_stop(context, row);
}

Stops list_stops(Context& context, const ListStops& wish)
{
    const auto from = wish.from.value_or(context.today());
    Stops list;
    for (const auto& row : stops_between(context.store, from, from.plus_days(days_listed - 1),
                                         wish.team.value_or("")))
        list.items.push_back(show_stop(context, row));
    return list;
}

Hotspots show_hotspots(Context& context)
{
    Hotspots shown;
    shown.to = context.today();
    shown.from = shown.to.plus_days(1 - 7 * weeks_looked_at);
    shown.items = hotspots(outreach::met_since(context, shown.from), shown.to);
    return shown;
}

Proposals propose_stops(Context& context, const ProposeStops& wish)
{
    const auto team = get_unit(context, wish.team);
    const auto today = context.today();
    Proposals shown;
    shown.from = wish.from.value_or(today.plus_days(1));
    shown.items = propose_for_reports(unplanned_reports(context), shown.from, team.districts);
    for (auto& one : propose(weeks_of(context), today, shown.from, team.districts,
                             planned_of(context, wish.team, shown.from)))
        shown.items.push_back(std::move(one));
    std::stable_sort(
        shown.items.begin(), shown.items.end(),
        [](const Proposal& one, const Proposal& other) { return one.day < other.day; });
    return shown;
}

} // namespace shifts
