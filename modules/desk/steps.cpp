// SPDX-License-Identifier: EUPL-1.2
// What happens to a visit: somebody arrives, is called to a room, and it ends; and the last step
// undone. Two who press at once are told of each other, and nobody is called twice.
#include <algorithm>

#include "access/access.h"
#include "desk/queue.h"
#include "desk/work.h"

using core::Context;

namespace desk {

namespace {

// People are received and called on the day itself.
VisitRow get_of_today(Context& context, const Id<Visit>& id)
{
    auto row = get_standing(context, id);
    if (row.day != context.today())
        throw Problem(409, "desk.other_day", {{"day", to_string(row.day)}});
    return row;
}

void check_room(Context& context, const VisitRow& row, const std::optional<std::string>& room)
{
    if (!room)
        return;
    const auto rooms = get_site(context, row.site).rooms;
    if (std::find(rooms.begin(), rooms.end(), *room) != rooms.end())
        return;
    std::string expected;
    for (const auto& one : rooms)
        expected += (expected.empty() ? "" : ", ") + one;
    refuse("room", "desk.other_room", {{"expected", expected}});
}

// Who has called somebody may send them to another room; a colleague asks first.
void check_may_call(Context& context, const VisitRow& row)
{
    if (row.state == "waiting")
        return;
    if (row.state != "called")
        throw Problem(409, "desk.not_now");
    if (row.called_by != context.actor.account)
        throw Problem(409, "desk.already_called",
                      {{"name", access::name_of(context, row.called_by.value())}});
}

} // namespace

Visit receive_visit(Context& context, const ReceiveVisit& wish)
{
    auto row = get_of_today(context, wish.id);
    if (row.state == "waiting")
        return show(context, row); // said again
    if (row.state != "expected")
        throw Problem(409, "desk.not_now");
    receive(context, row);
    rewrite(context, row);
    return show(context, row);
}

Visit call_visit(Context& context, const CallVisit& wish)
{
    auto row = get_of_today(context, wish.id);
    check_may_call(context, row);
    check_room(context, row, wish.room);
    row.state = "called";
    row.room = wish.room;
    row.called_by = context.actor.account;
    row.called_at = context.now; // also when called again: the display shows it anew
    if (!row.minutes_waited)
        row.minutes_waited = minutes_between(row.arrived_at.value(), context.now);
    rewrite(context, row);
    return show(context, row);
}

Visit end_visit(Context& context, const EndVisit& wish)
{
    auto row = get_standing(context, wish.id);
    if (row.state == "ended") {
        if (row.outcome == wish.outcome)
            return show(context, row); // said again
        throw Problem(409, "desk.not_now");
    }
    if (!may_end(row, wish.outcome))
        refuse("outcome", "desk.other_outcome");
    row.state = "ended";
    row.outcome = wish.outcome;
    row.ended_at = context.now;
    if (wish.note)
        row.note = wish.note;
    if (row.arrived_at && !row.minutes_waited)
        row.minutes_waited = minutes_between(*row.arrived_at, context.now);
    rewrite(context, row);
    return show(context, row);
}

Visit undo_step(Context& context, const UndoStep& wish)
{
    auto row = get_standing(context, wish.id);
    if (row.state != wish.state || !take_back(row))
        throw Problem(409, "desk.not_now");
    rewrite(context, row);
    return show(context, row);
}

} // namespace desk
