// SPDX-License-Identifier: EUPL-1.2
// Workshops, who leads them, and when they meet.
#include <algorithm>

#include "access/access.h"
#include "core/version.h"
#include "store/rows.h"
#include "workshops/work.h"

using core::Context;

namespace workshops {

namespace {

WorkshopLine line_of(Context& context, const WorkshopRow& row, const std::vector<SessionSum>& times,
                     const std::vector<WorkSum>& works)
{
    WorkshopLine line;
    static_cast<WorkshopDetails&>(line) = row;
    line.id = row.id;
    for (const auto& account : row.leaders)
        line.leader_names.push_back(access::name_of(context, account));
    const auto places = places_of(context, row);
    line.seats_free = places.free;
    line.waiting = places.waiting;
    for (const auto& sum : times)
        if (sum.workshop == row.id) {
            line.sessions = sum.sessions;
            line.next_at = sum.next_at;
        }
    for (const auto& sum : works)
        if (sum.workshop == row.id) {
            line.works = sum.works;
            line.bridges = sum.bridges;
        }
    line.version = row.version;
    line.closed = row.closed_at.has_value();
    return line;
}

Workshop show(Context& context, const WorkshopRow& row)
{
    Workshop shown;
    shown.id = row.id;
    shown.line =
        line_of(context, row, session_sums(context.store, context.now), work_sums(context.store));
    shown.sessions = shown_sessions(context, row.id);
    for (const auto& work : works_of(context.store, row.id)) {
        Work one;
        static_cast<WorkDetails&>(one) = work;
        one.id = work.id;
        one.workshop = work.workshop;
        one.cancelled = work.cancelled_at.has_value();
        shown.works.push_back(std::move(one));
    }
    return shown;
}

// Whoever has led it may go on leading it, also where the role was taken from them since.
void check_leaders(Context& context, const std::vector<Id<core::Account>>& leaders,
                   const std::vector<Id<core::Account>>& before)
{
    const auto holders = access::list_holders(context, core::workshop_leader);
    for (std::size_t i = 0; i < leaders.size(); ++i) {
        const auto& leader = leaders[i];
        const bool is_one =
            std::find(before.begin(), before.end(), leader) != before.end() ||
            std::any_of(holders.begin(), holders.end(),
                        [&](const access::Account& one) { return one.id == leader; });
        const bool is_twice = std::count(leaders.begin(), leaders.end(), leader) > 1;
        if (!is_one || is_twice)
            refuse("leaders[" + std::to_string(i) + "]", "workshops.no_leader");
    }
}

void set_times(SessionRow& row, const SessionDetails& wish, const Context& context)
{
    static_cast<SessionDetails&>(row) = wish;
    row.day = local_date(wish.begins_at);
    row.changed_by = context.actor.account;
    row.changed_at = context.now;
}

void rewrite(Context& context, SessionRow& row)
{
    ++row.version;
    store::update_row(context.store, row);
}

} // namespace

WorkshopLines list_workshops(Context& context)
{
    const auto times = session_sums(context.store, context.now);
    const auto works = work_sums(context.store);
    WorkshopLines list;
    for (const auto& row : every_workshop(context.store))
        if (sees(context, row.id))
            list.items.push_back(line_of(context, row, times, works));
    std::stable_partition(list.items.begin(), list.items.end(),
                          [](const WorkshopLine& one) { return !one.closed; });
    return list;
}

Workshop get_workshop(Context& context, const WorkshopPath& wish)
{
    return show(context, get_row(context, wish.id));
}

// Said again, it is corrected; `closed` and its opposite undo each other.
Workshop write_workshop(Context& context, const WriteWorkshop& wish)
{
    const auto known = find_workshop(context.store, wish.id);
    if (known)
        core::check_base(wish.base, line_of(context, *known, {}, {}));
    check_leaders(context, wish.leaders, known ? known->leaders : std::vector<Id<core::Account>>{});
    WorkshopRow row = known.value_or(WorkshopRow{});
    static_cast<WorkshopDetails&>(row) = wish;
    row.id = wish.id;
    row.changed_by = context.actor.account;
    row.changed_at = context.now;
    const bool is_closed = wish.closed.value_or(row.closed_at.has_value());
    row.closed_at = is_closed ? row.closed_at.value_or(context.now) : std::optional<Instant>{};
    if (!known) {
        insert_workshop(context.store, row);
        return show(context, row);
    }
    ++row.version;
    update_workshop(context.store, row);
    return show(context, row);
}

Leaders list_leaders(Context& context)
{
    Leaders list;
    for (const auto& account : access::list_holders(context, core::workshop_leader))
        list.items.push_back({account.id, account.name});
    return list;
}

Session add_session(Context& context, const AddSession& wish)
{
    get_open(context, wish.workshop);
    SessionRow row;
    row.id = wish.id;
    row.workshop = wish.workshop;
    set_times(row, wish, context);
    store::insert_row(context.store, row);
    return show(context, row);
}

// Where attendance was taken the length stays: hours were counted by it. That of guarded persons
// alone holds nobody back who does not see them, and stays as it is, with its own day and minutes.
Session change_session(Context& context, const ChangeSession& wish)
{
    auto row = get_standing(context, wish.id);
    const auto shown = show(context, row);
    core::check_base(wish.base, shown);
    const bool is_moved = local_date(wish.begins_at) != row.day || wish.minutes != row.minutes;
    if (is_moved && shown.marked > 0)
        throw Problem(409, "workshops.attendance_taken");
    set_times(row, wish, context);
    rewrite(context, row);
    return show(context, row);
}

Session cancel_session(Context& context, const SessionPath& wish)
{
    auto row = get_row(context, wish.id);
    if (!row.cancelled_at) {
        row.cancelled_at = context.now;
        rewrite(context, row);
    }
    return show(context, row);
}

Session restore_session(Context& context, const RestoreSession& wish)
{
    auto row = get_row(context, wish.id);
    if (row.cancelled_at) {
        row.cancelled_at.reset();
        rewrite(context, row);
    }
    return show(context, row);
}

} // namespace workshops
