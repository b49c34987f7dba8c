// SPDX-License-Identifier: EUPL-1.2
// Where a unit plans to go, and what the last weeks suggest.
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
    throw Problem(422, "core.input_invalid", {},
                  {{"team", "shifts.unknown_unit", {{"expected", expected}}}});
}

StopRow get_own(Context& context, const Id<Stop>& id)
{
    auto row = find_stop(context.store, id);
    if (!row || !speaks_for(context, row->team))
        throw not_found();
    return std::move(*row);
}

Planned planned_of(Context& context, const std::string& team, Date from)
{
    Planned planned;
    for (const auto& one : stops_between(context.store, from, from.plus_days(6), team))
        planned.insert({one.day, one.band, one.district});
    return planned;
}

} // namespace

Stop show_stop(Context& context, const StopRow& row)
{
    Stop shown;
    shown.id = row.id;
    shown.team = row.team;
    shown.day = row.day;
    shown.band = row.band;
    shown.district = row.district;
    if (speaks_for(context, row.team)) {
        shown.place = row.place;
        shown.note = row.note;
    }
    shown.state = row.state;
    shown.planned_by_name = row.planned_by_name;
    return shown;
}

Stop plan_stop(Context& context, const PlanStop& wish)
{
    get_unit(context, wish.team);
    StopRow row;
    row.id = wish.id;
    row.team = wish.team;
    row.day = wish.day;
    row.band = wish.band;
    row.district = wish.district;
    row.place = wish.place;
    row.note = wish.note;
    row.state = "planned";
    row.planned_by = context.actor.account;
    row.planned_by_name = context.actor.name;
    row.planned_at = context.now;
    store::insert_row(context.store, row);
    return show_stop(context, row);
}

Stop mark_stop(Context& context, const MarkStop& wish)
{
    auto row = get_own(context, wish.id);
    if (row.cancelled_at)
        throw Problem(409, "shifts.stop_cancelled");
    row.state = wish.state;
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
    shown.items =
        propose(outreach::met_since(context, today.plus_days(1 - 7 * weeks_looked_at)), today,
                shown.from, team.districts, planned_of(context, wish.team, shown.from));
    return shown;
}

} // namespace shifts
