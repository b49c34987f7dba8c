// SPDX-License-Identifier: EUPL-1.2
// In the city of arrival: who is handed over to it, and its yes or no.
#include "access/access.h"
#include "core/house.h"
#include "handovers/acts.h"
#include "handovers/bundle.h"
#include "handovers/rows.h"
#include "store/rows.h"

using core::Context;

namespace handovers {

namespace {

constexpr int listed_max = 500;

Received show(Context& context, const ReceivedRow& row)
{
    Received shown;
    shown.id = row.id;
    shown.from_city = row.from_city;
    shown.state = row.state;
    shown.late = row.state == "sent" && context.today() > row.due_on;
    shown.due_on = row.due_on;
    shown.arrived_at = row.arrived_at;
    shown.person = row.person;
    shown.case_id = row.case_id;
    shown.reason = row.reason;
    shown.words = row.words;
    shown.answered_by_name = row.answered_by_name;
    shown.answered_at = row.answered_at;
    if (row.bundle.empty())
        return shown; // the person has been erased
    const auto bundle = read_bundle(context, row.bundle);
    ENSURE(bundle); // it was read when it arrived
    shown.bundle = *bundle;
    return shown;
}

// A minor is for the équipe for minors alone. Where a city has none yet, who coordinates it sees
// that somebody waits: else nobody would.
bool sees_guarded(Context& context)
{
    return context.scope().sees_guarded ||
           (context.actor.roles.any_of(core::city_coordinator) &&
            access::list_holders(context, core::minors_worker).empty());
}

ReceivedRow get_row(Context& context, const Id<Received>& id)
{
    auto row = find_received(context.store, sees_guarded(context), id);
    if (!row)
        throw not_found();
    return std::move(*row);
}

void check_waiting(const ReceivedRow& row)
{
    if (row.state != "sent")
        throw Problem(409, row.state == "withdrawn" ? "handovers.withdrawn" : "handovers.answered");
}

void answer(Context& context, ReceivedRow& row, const char* state)
{
    row.state = state;
    row.answered_by = context.actor.account;
    row.answered_by_name = context.actor.name;
    row.answered_at = context.now;
    store::update_row(context.store, row);
}

people::NewPerson person_of(const Bundle& bundle, const AcceptHandover& wish)
{
    people::NewPerson person;
    static_cast<people::PersonDetails&>(person) = bundle;
    person.id = wish.person;
    person.identifiers = bundle.identifiers;
    person.similar_seen = wish.similar_seen;
    return person;
}

// The input of cases.open_case.
std::string case_of(Context& context, const ReceivedRow& row, const Bundle& bundle,
                    const AcceptHandover& wish)
{
    std::string json;
    JsonObject one(json);
    one.text("id", to_string(wish.case_id));
    one.text("person", to_string(wish.person));
    one.text("kind", wish.kind);
    one.text("opened_on", to_string(context.today()));
    if (wish.ends_on)
        one.text("ends_on", to_string(*wish.ends_on));
    one.text("district", wish.district);
    write_value(one.member("needs"), bundle.needs);
    one.text("note", context.house.words().say(
                         context.language(), "page.handovers.note_of_case",
                         {{"city", context.catalogue().find_city(row.from_city)->name},
                          {"sender", bundle.sender}}));
    one.close();
    return json;
}

} // namespace

ReceivedList list_received(Context& context)
{
    ReceivedList list;
    for (const auto& row : list_received_rows(context.store, sees_guarded(context), listed_max))
        list.items.push_back(show(context, row));
    return list;
}

Received get_received(Context& context, const ReceivedPath& wish)
{
    return show(context, get_row(context, wish.id));
}

// The person, and the case, are made as whoever accepts would make them: the same rules, the same
// lines in the journal.
Received accept_handover(Context& context, const AcceptHandover& wish)
{
    auto row = get_row(context, wish.id);
    if (row.state == "accepted" && row.case_id == wish.case_id)
        return show(context, row); // said again
    check_waiting(row);
    const auto bundle = read_bundle(context, row.bundle);
    ENSURE(bundle);
    if (!wish.known.value_or(false))
        people::add_person(context, person_of(*bundle, wish));
    if (row.guarded)
        people::guard(context, wish.person);
    context.perform("cases.open_case", case_of(context, row, *bundle, wish), "care");
    row.person = wish.person;
    row.case_id = wish.case_id;
    answer(context, row, "accepted");
    return show(context, row);
}

Received refuse_handover(Context& context, const RefuseHandover& wish)
{
    auto row = get_row(context, wish.id);
    if (row.state == "refused" && row.reason == wish.reason)
        return show(context, row); // said again
    check_waiting(row);
    row.reason = wish.reason;
    row.words = wish.words;
    answer(context, row, "refused");
    return show(context, row);
}

} // namespace handovers
