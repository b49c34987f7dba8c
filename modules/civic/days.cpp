// SPDX-License-Identifier: EUPL-1.2
// Days of work, planned and done, and who works on them: one tap each. On a day that no insurance
// covers nobody works, and nobody is asked to come.
#include <algorithm>

#include "civic/work.h"
#include "store/rows.h"

using core::Context;

namespace civic {

namespace {

void check_details(const DayDetails& wish)
{
    if (wish.begins && !parse_clock(*wish.begins))
        refuse("begins", "civic.not_a_clock", {{"expected", "09:30"}});
}

void check_day(Context& context, const Id<Project>& project, Date day)
{
    require_open(get_standing(context, project), day);
    require_cover(context, project, day);
}

void take_details(Context& context, DayRow& row, const DayDetails& wish)
{
    row.day = wish.day;
    row.begins = wish.begins;
    row.minutes = wish.minutes;
    row.what = wish.what;
    row.written_by = context.actor.account;
    row.written_at = context.now;
}

// What is said of one who worked must hold: on that day, insured, while they took part.
void check_worked(Context& context, const DayRow& day, const ParticipantRow& participant)
{
    if (day.day > context.today())
        throw Problem(409, "civic.day_to_come", {{"day", to_string(day.day)}});
    require_cover(context, day.project, day.day);
    if (day.day < participant.joined_on)
        throw Problem(409, "civic.not_yet_there", {{"day", to_string(participant.joined_on)}});
    if (participant.left_on && day.day > *participant.left_on)
        throw Problem(409, "civic.no_longer_there", {{"day", to_string(*participant.left_on)}});
}

} // namespace

Day add_day(Context& context, const AddDay& wish)
{
    check_details(wish);
    check_day(context, wish.project, wish.day);
    DayRow row;
    row.id = wish.id;
    row.project = wish.project;
    take_details(context, row, wish);
    store::insert_row(context.store, row);
    return show(context, row);
}

Day change_day(Context& context, const ChangeDay& wish)
{
    auto row = get_standing_day(context, wish.id);
    check_details(wish);
    check_day(context, row.project, wish.day);
    // Hours that were worked are of their day. Where only guarded persons have worked, who does not
    // see them moves it, and those hours stay as they are: they keep their own day.
    if (wish.day != row.day && count_worked(context.store, context.scope(), row.id) > 0)
        refuse("day", "civic.day_worked");
    take_details(context, row, wish);
    store::update_row(context.store, row);
    return show(context, row);
}

void cancel_day(Context& context, const DayPath& wish)
{
    auto row = find_day(context.store, wish.id);
    if (!row)
        throw not_found();
    if (row->cancelled_at)
        return;
    row->cancelled_at = context.now;
    store::update_row(context.store, *row);
}

Day restore_day(Context& context, const RestoreDay& wish)
{
    auto row = find_day(context.store, wish.id);
    if (!row)
        throw not_found();
    check_day(context, row->project, row->day);
    row->cancelled_at.reset();
    store::update_row(context.store, *row);
    return show(context, *row);
}

Attendance set_attendance(Context& context, const SetAttendance& wish)
{
    const auto participant = get_standing_participant(context, wish.participant);
    const auto day = get_standing_day(context, wish.day);
    if (participant.project != day.project)
        throw not_found();
    get_standing(context, day.project);
    const bool has_worked = wish.state == "worked";
    if (has_worked)
        check_worked(context, day, participant);
    if (!has_worked && wish.minutes)
        refuse("minutes", "civic.only_of_work");

    const auto known = find_attendance(context.store, day.id, participant.id);
    const auto at = std::min(wish.at.value_or(context.now), context.now);
    // What a phone sends late undoes nothing that somebody has corrected since.
    if (known && known->said_at > at)
        return show(*known);
    AttendanceRow row = known.value_or(AttendanceRow{});
    row.day = day.id;
    row.participant = participant.id;
    row.state = wish.state;
    row.worked_on = has_worked ? std::optional(day.day) : std::nullopt;
    row.minutes = has_worked ? std::optional(wish.minutes.value_or(day.minutes)) : std::nullopt;
    row.said_by = context.actor.account;
    row.said_at = at;
    if (known) {
        store::update_row(context.store, row);
        return show(row);
    }
    row.id = Id<AttendanceRow>(named_uuid(to_string(day.id) + "/" + to_string(participant.id)));
    store::insert_row(context.store, row);
    return show(row);
}

} // namespace civic
