// SPDX-License-Identifier: EUPL-1.2
// In the city of departure: what is sent, and what has become of it.
#include <algorithm>

#include "access/access.h"
#include "core/house.h"
#include "handovers/acts.h"
#include "handovers/box.h"
#include "handovers/rows.h"
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

Sent show(Context& context, const SentRow& row)
{
    Sent shown;
    shown.id = row.id;
    shown.person = row.person;
    shown.person_card = people::get_card(context, row.person);
    shown.case_id = row.case_id;
    shown.to_city = row.to_city;
    shown.parts = row.parts;
    shown.basis = row.basis;
    shown.notified_on = row.notified_on;
    shown.message = row.message;
    shown.state = row.state;
    shown.late = row.state == "sent" && context.today() > row.due_on;
    shown.due_on = row.due_on;
    shown.sent_at = row.sent_at;
    shown.sent_by_name = access::name_of(context, row.sent_by);
    shown.reason = row.reason;
    shown.words = row.words;
    shown.answered_by_name = row.answered_by_name;
    shown.answered_at = row.answered_at;
    return shown;
}

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
    const auto account = access::find_account(context, context.actor.account);
    bundle.sender = context.actor.name +
                    (account && account->organisation ? ", " + *account->organisation : "");
    return bundle;
}

// What others fill boxes for that city with; a city that has never been open has none.
std::string key_of(Context& context, const std::string& city)
{
    auto* network = context.house.find_place(core::network_slug);
    std::optional<KeyRow> key;
    if (network != nullptr)
        network->store->read(
            [&](store::Transaction& transaction) { key = find_key(transaction, city); });
    if (!key)
        throw Problem(409, "handovers.not_reached", {{"city", city}});
    return key->public_key;
}

} // namespace

Sent send_handover(Context& context, const SendHandover& wish)
{
    if (wish.to_city == context.actor.store)
        refuse("to_city", "handovers.own_city");
    const auto one = cases::read_case(context, wish.case_id);
    if (!one || one->state != "open" || one->cancelled)
        throw not_found();
    cases::check_no_hand_over(context, wish.case_id);
    const auto box =
        close_box(key_of(context, wish.to_city), to_json(bundle_of(context, wish, *one)));
    ENSURE(box);

    SentRow row;
    row.id = wish.id;
    row.person = one->person;
    row.case_id = one->id;
    row.to_city = wish.to_city;
    row.parts = wish.parts;
    row.basis = wish.basis;
    row.notified_on = wish.notified_on;
    row.message = wish.message;
    row.sent_by = context.actor.account;
    row.team = one->team;
    row.sent_at = context.now;
    row.due_on = context.today().plus_days(days_to_answer);
    row.box = *box;
    store::insert_row(context.store, row);
    cases::set_hand_over(context, one->id,
                         cases::HandOverNews{context.catalogue().find_city(wish.to_city)->name,
                                             cases::in_another_city, context.today(), std::nullopt,
                                             context.actor.account});
    return show(context, row);
}

SentList list_sent(Context& context)
{
    SentList list;
    for (const auto& row : list_sent_rows(context.store, context.scope(), listed_max))
        list.items.push_back(show(context, row));
    return list;
}

Sent withdraw_handover(Context& context, const SentPath& wish)
{
    auto row = get_sent(context, wish.id);
    if (row.state == "withdrawn")
        return show(context, row);
    if (row.state != "sent")
        throw Problem(409, "handovers.answered");
    row.state = "withdrawn";
    row.box.reset();
    store::update_row(context.store, row);
    cases::set_hand_over(context, row.case_id, std::nullopt);
    return show(context, row);
}

} // namespace handovers
