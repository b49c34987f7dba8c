// SPDX-License-Identifier: EUPL-1.2
// In the city of arrival: who is handed over or referred to it, its yes or no, and how a referral
// ended.
#include <algorithm>

#include "access/access.h"
#include "core/house.h"
#include "handovers/acts.h"
#include "handovers/bundle.h"
#include "handovers/exchange.h"
#include "handovers/stages.h"
#include "store/rows.h"

using core::Context;

namespace handovers {

namespace {

constexpr int listed_max = 500;

std::vector<referrals::NextStep> next_of(Context& context, const ReceivedRow& row)
{
    std::vector<referrals::NextStep> next;
    if (row.kind != a_referral)
        return next;
    for (const auto& what : steps_after(row.state, row))
        next.push_back({what, what == "closed" ? outcomes_to_close(context.catalogue())
                                               : std::vector<std::string>()});
    return next;
}

Received show(Context& context, const ReceivedRow& row)
{
    const auto waiting = waiting_of(row.state, row.due_on, row, context.today());
    Received shown;
    static_cast<Progress&>(shown) = row;
    shown.id = row.id;
    shown.kind = row.kind;
    shown.from_city = row.from_city;
    shown.state = stage_of(row.state, row);
    shown.clock = waiting.clock;
    shown.late = waiting.is_late();
    shown.due_on = waiting.due_on;
    shown.arrived_at = row.arrived_at;
    shown.person = row.person;
    shown.case_id = row.case_id;
    shown.reason = row.reason;
    shown.words = row.words;
    shown.answered_by_name = row.answered_by_name;
    shown.answered_at = row.answered_at;
    shown.next = next_of(context, row);
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

// There is something new to tell the city of departure.
void write(Context& context, const ReceivedRow& row)
{
    store::update_row(context.store, row);
    tell_answer(context, row);
}

void answer(Context& context, ReceivedRow& row, const char* state)
{
    row.state = state;
    row.answered_by = context.actor.account;
    row.answered_by_name = context.actor.name;
    row.answered_at = context.now;
    write(context, row);
}

// "Da Milano, passaggio di Teresa Colli": where somebody comes from, for whoever reads it here.
std::string origin_of(Context& context, const char* key, const ReceivedRow& row,
                      const Bundle& bundle)
{
    return context.house.words().say(
        context.language(), key,
        {{"city", context.catalogue().find_city(row.from_city)->name}, {"sender", bundle.sender}});
}

people::NewPerson person_of(Context& context, const ReceivedRow& row, const Bundle& bundle,
                            const AcceptHandover& wish)
{
    people::NewPerson person;
    static_cast<people::PersonDetails&>(person) = bundle;
    person.id = wish.person;
    person.identifiers = bundle.identifiers;
    person.similar_seen = wish.similar_seen;
    // No case says it.
    if (row.kind == a_referral)
        person.notes = origin_of(context, "page.handovers.note_of_person", row, bundle);
    return person;
}

void find_or_add_person(Context& context, const ReceivedRow& row, const Bundle& bundle,
                        const AcceptHandover& wish)
{
    if (wish.known.value_or(false))
        people::get_card(context, wish.person);
    else
        people::add_person(context, person_of(context, row, bundle, wish));
    if (row.guarded)
        people::guard(context, wish.person);
}

// The input of cases.open_case.
std::string case_of(Context& context, const ReceivedRow& row, const Bundle& bundle,
                    const AcceptHandover& wish)
{
    std::string json;
    JsonObject one(json);
    one.text("id", to_string(*wish.case_id));
    one.text("person", to_string(wish.person));
    one.text("kind", *wish.kind);
    one.text("opened_on", to_string(context.today()));
    if (wish.ends_on)
        one.text("ends_on", to_string(*wish.ends_on));
    one.text("district", *wish.district);
    write_value(one.member("needs"), bundle.needs);
    one.text("note", origin_of(context, "page.handovers.note_of_case", row, bundle));
    one.close();
    return json;
}

void check_case(const AcceptHandover& wish)
{
    if (!wish.case_id)
        refuse("case", "required");
    if (!wish.kind)
        refuse("kind", "required");
    if (!wish.district)
        refuse("district", "required");
}

// Of a hand-over the charge; of a referral the clock alone, and no case by itself.
void take_on(Context& context, ReceivedRow& row, const Bundle& bundle, const AcceptHandover& wish)
{
    if (row.kind == a_referral) {
        row.outcome_due_on =
            context.today().plus_days(context.catalogue().days_of(clock_of_outcome));
        return;
    }
    context.perform("cases.open_case", case_of(context, row, bundle, wish), "care");
    row.case_id = wish.case_id;
}

void take_step(Context& context, ReceivedRow& row, const RecordStep& wish)
{
    if (wish.what == "seen") {
        row.seen_on = context.today();
        return;
    }
    if (wish.what != "closed") {
        row.went = wish.what;
        row.went_on = wish.on.value_or(context.today());
        return;
    }
    if (!wish.outcome)
        refuse("outcome", "required");
    row.outcome = wish.outcome;
    row.outcome_on = context.today();
    row.outcome_words = wish.words;
}

// The outcome first, then whether the person went.
void take_back(ReceivedRow& row)
{
    if (!row.outcome) {
        row.went.reset();
        row.went_on.reset();
    }
    row.outcome.reset();
    row.outcome_on.reset();
    row.outcome_words.reset();
}

bool was_told(const ReceivedRow& row, const RecordStep& wish)
{
    if (wish.what == "seen")
        return row.state != "sent" || row.seen_on;
    if (wish.what == "closed")
        return row.outcome && row.outcome == wish.outcome;
    return !row.outcome && row.went == wish.what;
}

bool may_follow(const ReceivedRow& row, const std::string& what)
{
    const auto steps = steps_after(row.state, row);
    return what == "seen" || std::find(steps.begin(), steps.end(), what) != steps.end();
}

ReceivedRow get_referral(Context& context, const Id<Received>& id)
{
    auto row = get_row(context, id);
    if (row.kind != a_referral)
        throw not_found();
    return row;
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
    const bool opens_case = row.kind == a_handover;
    if (row.state == "accepted" && row.person == wish.person &&
        (!opens_case || row.case_id == wish.case_id))
        return show(context, row); // said again
    check_waiting(row);
    if (opens_case)
        check_case(wish);
    const auto bundle = read_bundle(context, row.bundle);
    ENSURE(bundle);
    find_or_add_person(context, row, *bundle, wish);
    take_on(context, row, *bundle, wish);
    row.person = wish.person;
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

Received record_step(Context& context, const RecordStep& wish)
{
    auto row = get_referral(context, wish.id);
    if (was_told(row, wish))
        return show(context, row);
    if (!may_follow(row, wish.what))
        throw Problem(409, "handovers.not_now");
    take_step(context, row, wish);
    row.told_by_name = context.actor.name;
    write(context, row);
    return show(context, row);
}

Received undo_step(Context& context, const LastStep& wish)
{
    auto row = get_referral(context, wish.id);
    if (row.state != "accepted" || (!row.outcome && !row.went))
        return show(context, row);
    if (row.outcome &&
        !may_take_back(row, context.catalogue().days_of(clock_of_taking_back), context.today()))
        throw Problem(409, "handovers.told_long_ago");
    take_back(row);
    row.told_by_name = context.actor.name;
    write(context, row);
    return show(context, row);
}

} // namespace handovers
