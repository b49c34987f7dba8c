// SPDX-License-Identifier: EUPL-1.2
// In the city of departure: what is sent, and what has become of it.
#include <algorithm>
#include <map>

#include "access/access.h"
#include "core/house.h"
#include "handovers/acts.h"
#include "handovers/exchange.h"
#include "handovers/stages.h"
#include "store/rows.h"

using core::Context;

namespace handovers {

namespace {

constexpr int listed_max = 500;

bool may_open(Context& context, const SentRow& row)
{
    return people::may_read(context, row.person,
                            context.scope().reach == core::Scope::Reach::city ||
                                row.sent_by == context.actor.account ||
                                context.actor.is_of_team(row.team));
}

SentRow get_sent(Context& context, const Id<Sent>& id)
{
    auto row = find_sent(context.store, id);
    if (!row || !may_open(context, *row))
        throw not_found();
    return std::move(*row);
}

Sent show(Context& context, const SentRow& row, people::Card card, std::string sender)
{
    const auto waiting = waiting_of(row.state, row.due_on, row, context.today());
    Sent shown;
    static_cast<Progress&>(shown) = row;
    shown.id = row.id;
    shown.kind = row.kind;
    shown.person = row.person;
    shown.person_card = std::move(card);
    shown.case_id = row.case_id;
    shown.to_city = row.to_city;
    shown.parts = row.parts;
    shown.basis = row.basis;
    shown.notified_on = row.notified_on;
    shown.area = row.area;
    shown.message = row.message;
    shown.state = stage_of(row.state, row);
    shown.clock = waiting.clock;
    shown.late = waiting.is_late();
    shown.due_on = waiting.due_on;
    shown.sent_at = row.sent_at;
    shown.sent_by_name = std::move(sender);
    shown.reason = row.reason;
    shown.words = row.words;
    shown.answered_by_name = row.answered_by_name;
    shown.answered_at = row.answered_at;
    if (row.kind == a_referral && row.state == "sent")
        shown.next.push_back({"revoked", outcomes_to_withdraw(context.catalogue())});
    return shown;
}

Sent show(Context& context, const SentRow& row)
{
    return show(context, row, people::get_card(context, row.person),
                access::name_of(context, row.sent_by));
}

bool asks(const SendHandover& wish) { return wish.kind == a_referral; }

bool has(const SendHandover& wish, const char* part)
{
    return std::find(wish.parts.begin(), wish.parts.end(), part) != wish.parts.end();
}

void add_case(Bundle& bundle, const SendHandover& wish, const cases::Case& one)
{
    bundle.kind = one.kind;
    bundle.opened_on = one.opened_on;
    if (has(wish, "CASE")) {
        bundle.needs = one.needs;
        bundle.reason_note = one.reason_note;
    }
    if (has(wish, "INTERVENTIONS"))
        for (const auto& done : one.interventions)
            if (!done.cancelled)
                bundle.interventions.push_back({done.code, done.on, done.note});
}

void add_plan(Bundle& bundle, const cases::Plan& plan)
{
    bundle.own_words = plan.own_words;
    for (const auto& goal : plan.goals)
        if (!goal.cancelled)
            bundle.goals.push_back({goal.area, goal.words, goal.due_on, goal.outcome});
}

Bundle bundle_of(Context& context, const SendHandover& wish, const cases::Case& one)
{
    Bundle bundle;
    const auto person = people::find_person(context, one.person_card.id);
    ENSURE(person);
    static_cast<people::PersonDetails&>(bundle) = *person;
    bundle.notes.reset(); // what a team has written down for itself stays here
    bundle.number = person->number;
    if (people::is_guarded(context, person->id))
        bundle.guarded = true;
    if (has(wish, "IDENTIFIERS"))
        bundle.identifiers = person->identifiers;
    add_case(bundle, wish, one);
    if (has(wish, "PLAN"))
        add_plan(bundle, cases::plan_of(context, one.id));
    bundle.parts = wish.parts;
    bundle.basis = wish.basis;
    bundle.notified_on = wish.notified_on;
    bundle.message = wish.message;
    if (asks(wish))
        bundle.asked = Asked{wish.area.value()};
    const auto account = access::find_account(context, context.actor.account);
    bundle.sender = context.actor.name +
                    (account && account->organisation ? ", " + *account->organisation : "");
    return bundle;
}

void check_wish(Context& context, const SendHandover& wish)
{
    if (wish.to_city == context.actor.store)
        refuse("to_city", "handovers.own_city");
    if (asks(wish) && !wish.area)
        refuse("area", "required");
}

// A case goes to one city at a time; a city is asked for the same once at a time.
void check_free(Context& context, const SendHandover& wish)
{
    if (!asks(wish))
        cases::check_no_hand_over(context, wish.case_id);
    else if (has_open_referral(context.store, wish.case_id, wish.to_city, *wish.area))
        throw Problem(409, "handovers.asked_already");
}

SentRow row_of(Context& context, const SendHandover& wish, const cases::Case& one)
{
    SentRow row;
    row.id = wish.id;
    row.kind = wish.kind.value_or(a_handover);
    row.person = one.person;
    row.case_id = one.id;
    row.to_city = wish.to_city;
    row.parts = wish.parts;
    row.basis = wish.basis;
    row.notified_on = wish.notified_on;
    if (asks(wish))
        row.area = wish.area;
    row.message = wish.message;
    row.sent_by = context.actor.account;
    row.team = one.team;
    row.sent_at = context.now;
    row.sent_on = context.today();
    row.due_on = context.today().plus_days(context.catalogue().days_of(clock_of_answer));
    return row;
}

// None ends without a coded outcome, and a sender withdraws for reasons of their own.
void check_withdrawal(Context& context, const WithdrawHandover& wish)
{
    if (!wish.outcome)
        refuse("outcome", "required");
    const auto fitting = outcomes_to_withdraw(context.catalogue());
    if (std::find(fitting.begin(), fitting.end(), *wish.outcome) == fitting.end())
        refuse("outcome", "referrals.other_outcome");
}

} // namespace

Sent send_handover(Context& context, const SendHandover& wish)
{
    check_wish(context, wish);
    const auto one = cases::read_case(context, wish.case_id);
    if (!one || one->state != "open" || one->cancelled)
        throw not_found();
    check_free(context, wish);
    if (!network::is_reached(context, wish.to_city))
        throw Problem(409, "handovers.not_reached", {{"city", wish.to_city}});
    const auto row = row_of(context, wish, *one);
    store::insert_row(context.store, row);
    tell_sent(context, row, bundle_of(context, wish, *one));
    if (row.kind == a_handover)
        cases::set_hand_over(context, one->id,
                             cases::HandOverNews{context.catalogue().find_city(wish.to_city)->name,
                                                 cases::in_another_city, context.today(),
                                                 std::nullopt, context.actor.account});
    return show(context, row);
}

SentList list_sent(Context& context)
{
    const auto rows = list_sent_rows(context.store, context.scope(), listed_max);
    std::vector<Id<people::Person>> persons;
    for (const auto& row : rows)
        persons.push_back(row.person);
    auto cards = people::find_cards(context, persons);
    std::map<Id<core::Account>, std::string> names; // few people send
    SentList list;
    for (const auto& row : rows) {
        const auto card = cards.find(row.person);
        if (card == cards.end())
            continue; // the record was a mistake and was taken back
        const auto [name, is_new] = names.try_emplace(row.sent_by);
        if (is_new)
            name->second = access::name_of(context, row.sent_by);
        list.items.push_back(show(context, row, card->second, name->second));
    }
    return list;
}

Sent withdraw_handover(Context& context, const WithdrawHandover& wish)
{
    auto row = get_sent(context, wish.id);
    if (row.state == "withdrawn")
        return show(context, row);
    if (row.state != "sent")
        throw Problem(409, "handovers.answered");
    if (row.kind == a_referral) {
        check_withdrawal(context, wish);
        row.outcome = wish.outcome;
        row.outcome_on = context.today();
    }
    row.state = "withdrawn";
    store::update_row(context.store, row);
    tell_withdrawn(context, row);
    if (row.kind == a_handover)
        cases::set_hand_over(context, row.case_id, std::nullopt);
    return show(context, row);
}

} // namespace handovers
