// SPDX-License-Identifier: EUPL-1.2
// The rules of appointments: in a case, and of who asks over all their cases.
#include "cases/appointments.h"

#include "access/access.h"
#include "base/calendar.h"
#include "cases/work.h"
#include "core/house.h"
#include "store/rows.h"

using core::Context;

namespace cases {

namespace {

constexpr auto moved = "MOVED"; // the only outcome that may come before the appointment

// As many characters of the id of a case as tell one's own cases apart, and no stranger anything.
constexpr std::size_t reference_length = 8;

struct Place {
    StoredCase one;
    AppointmentRow row;
};

// An appointment, in a case in which work can go on.
Place get_place(Context& context, const Id<Appointment>& id)
{
    auto row = find_appointment(context.store, id);
    if (!row)
        throw not_found();
    auto one = get_working(context, row->case_id);
    context.concerns(one.person);
    return {std::move(one), std::move(*row)};
}

// A colleague who does not read the case would never see the appointment.
void check_colleague(Context& context, const StoredCase& one, const Id<core::Account>& account)
{
    const auto colleague = access::find_actor(context, account);
    if (!colleague)
        refuse("colleague", "cases.nobody_here");
    if (!colleague->roles.any_of(readers) ||
        !find_case(context.store, core::scope_of(*colleague), one.id))
        refuse("colleague", "cases.does_not_read", {{"name", colleague->name}});
}

void take_details(Context& context, const StoredCase& one, AppointmentRow& row,
                  const AppointmentDetails& wish)
{
    refuse_before("at", local_date(wish.at), one.opened_on);
    if (wish.outcome && *wish.outcome != moved && wish.at > context.now)
        refuse("outcome", "cases.not_yet");
    // It stays with whom it was, although they may have left since.
    if (wish.colleague && *wish.colleague != row.colleague) {
        if (*wish.colleague != context.actor.account)
            check_colleague(context, one, *wish.colleague);
        row.colleague = *wish.colleague;
    }
    row.at = wish.at;
    row.minutes = wish.minutes.value_or(appointment_minutes);
    row.place = wish.place;
    row.what = wish.what;
    row.outcome = wish.outcome;
}

std::vector<AppointmentOfPerson> from_today(Context& context)
{
    return list_appointments(context.store, context.scope(), local_instant(context.today(), 0, 0));
}

} // namespace

Appointment show_appointment(Context& context, const AppointmentRow& row)
{
    return {.id = row.id,
            .case_id = row.case_id,
            .at = row.at,
            .minutes = row.minutes,
            .place = row.place,
            .what = row.what,
            .colleague = row.colleague,
            .colleague_name = access::name_of(context, row.colleague),
            .outcome = row.outcome,
            .cancelled = row.cancelled_at.has_value()};
}

Appointment add_appointment(Context& context, const AddAppointment& wish)
{
    const auto one = get_working(context, wish.case_id);
    context.concerns(one.person);
    AppointmentRow row;
    row.colleague = context.actor.account;
    take_details(context, one, row, wish);
    row.id = wish.id;
    row.case_id = one.id;
    row.recorded_by = context.actor.account;
    row.recorded_at = context.now;
    store::insert_row(context.store, row);
    return show_appointment(context, row);
}

Appointment change_appointment(Context& context, const ChangeAppointment& wish)
{
    auto [one, row] = get_place(context, wish.id);
    if (row.cancelled_at)
        throw not_found();
    take_details(context, one, row, wish);
    store::update_row(context.store, row);
    return show_appointment(context, row);
}

void cancel_appointment(Context& context, const OneAppointment& wish)
{
    auto [one, row] = get_place(context, wish.id);
    if (row.cancelled_at)
        return;
    row.cancelled_at = context.now;
    store::update_row(context.store, row);
}

Appointment restore_appointment(Context& context, const OneCancelledAppointment& wish)
{
    auto [one, row] = get_place(context, wish.id);
    row.cancelled_at.reset();
    store::update_row(context.store, row);
    return show_appointment(context, row);
}

MyAppointments list_my_appointments(Context& context)
{
    const auto rows = from_today(context);
    std::vector<Id<people::Person>> persons;
    for (const auto& row : rows)
        persons.push_back(row.person);
    const auto cards = people::find_cards(context, persons);
    MyAppointments list;
    for (const auto& row : rows) {
        const auto card = cards.find(row.person);
        if (card == cards.end()) // the person was taken back
            continue;
        MyAppointment mine;
        static_cast<Appointment&>(mine) = show_appointment(context, row);
        mine.person = row.person;
        mine.person_card = card->second;
        list.items.push_back(std::move(mine));
    }
    return list;
}

core::Bytes print_calendar(Context& context)
{
    std::vector<calendar::Event> events;
    for (const auto& row : from_today(context)) {
        if (row.outcome)
            continue;
        const auto id = to_string(row.case_id);
        const auto reference = id.substr(id.size() - reference_length);
        events.push_back(
            {to_string(row.id) + "@lgnet", row.at,
             row.at.plus_seconds(60 * std::int64_t{row.minutes}),
             context.house.words().say(context.language(), "page.cases.calendar_summary",
                                       {{"case", reference}})});
    }
    return {calendar::write(events, context.now), "text/calendar", 200};
}

} // namespace cases
