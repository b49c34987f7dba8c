// SPDX-License-Identifier: EUPL-1.2
// Requests to see somebody else's case: who asks, and what who keeps the case answers.
#include "cases/openings.h"

#include "access/access.h"
#include "cases/work.h"
#include "store/rows.h"

using core::Context;

namespace cases {

namespace {

constexpr auto waiting = "waiting";
constexpr auto granted = "granted";
constexpr auto refused = "refused";
constexpr auto withdrawn = "withdrawn";
constexpr auto ended = "ended";

constexpr std::int64_t day_seconds = 24 * 60 * 60;

// Who keeps the case, and who coordinates the city.
bool answers_for(Context& context, const Id<core::Account>& worker)
{
    return context.actor.roles.any_of(readers) &&
           (worker == context.actor.account || context.scope().reach == core::Scope::Reach::city);
}

std::optional<std::string> team_name_of(Context& context, const Id<core::Account>& id)
{
    const auto account = access::find_account(context, id);
    if (!account || account->teams.empty())
        return std::nullopt;
    const auto team = access::find_team(context, account->teams.front());
    return team ? std::optional(team->name) : std::nullopt;
}

// What may be said to who asked and to who answers.
AccessRequest show(Context& context, const AccessRequestRow& row, const people::Card& card,
                   const Id<people::Person>& person, const Id<core::Account>& worker)
{
    AccessRequest shown;
    shown.id = row.id;
    shown.case_id = row.case_id;
    shown.person = person;
    shown.person_card = card;
    shown.worker_name = access::name_of(context, worker);
    shown.reason = row.reason;
    shown.asked_by_name = access::name_of(context, row.asked_by);
    shown.asked_by_team = team_name_of(context, row.asked_by);
    shown.asked_at = row.asked_at;
    shown.state = state_of(row, context.now);
    shown.own = row.asked_by == context.actor.account;
    shown.may_answer = answers_for(context, worker);
    shown.answer = row.answer;
    if (row.answered_by)
        shown.answered_by_name = access::name_of(context, *row.answered_by);
    shown.answered_at = row.answered_at;
    shown.until = row.ended_at ? row.ended_at : row.ends_at;
    return shown;
}

AccessRequest show(Context& context, const AccessRequestRow& row, const StoredCase& one)
{
    return show(context, row, people::get_card(context, one.person), one.person, one.worker);
}

struct Place {
    StoredCase one;
    AccessRequestRow row;
};

// A request that waits for the asker's word, or had it.
Place get_answerable(Context& context, const Id<AccessRequest>& id)
{
    auto row = find_request(context.store, id);
    if (!row)
        throw not_found();
    auto one = get_visible(context, row->case_id);
    if (one.cancelled_at)
        throw not_found();
    if (!answers_for(context, one.worker))
        throw Problem(409, "cases.not_yours_to_answer",
                      {{"name", access::name_of(context, one.worker)}});
    if (row->state == withdrawn)
        throw Problem(409, "cases.request_withdrawn");
    return {std::move(one), std::move(*row)};
}

void answer(Context& context, AccessRequestRow& row, const char* state,
            const std::optional<std::string>& words)
{
    row.state = state;
    row.answer = words;
    row.answered_by = context.actor.account;
    row.answered_at = context.now;
    row.ended_at.reset();
}

void check_not_asked(Context& context, const Id<Case>& id)
{
    const auto latest = find_latest_request(context.store, id, context.actor.account);
    if (!latest)
        return;
    const auto state = state_of(*latest, context.now);
    if (state == waiting)
        throw Problem(409, "cases.asked_already",
                      {{"on", to_string(local_date(latest->asked_at))}});
    if (state == granted)
        throw Problem(409, "cases.reads_already");
}

} // namespace

AccessRequest ask_access(Context& context, const AskAccess& wish)
{
    const auto one = get_known(context, wish.case_id);
    if (find_visible(context, one.id))
        throw Problem(409, "cases.reads_already");
    check_not_asked(context, one.id);

    AccessRequestRow row;
    row.id = wish.id;
    row.case_id = one.id;
    row.reason = wish.reason;
    row.asked_by = context.actor.account;
    row.asked_at = context.now;
    row.state = waiting;
    store::insert_row(context.store, row);
    return show(context, row, one);
}

AccessRequests list_access_requests(Context& context, const ListAccessRequests& wish)
{
    const bool answers = context.actor.roles.any_of(readers);
    const auto rows = list_requests(context.store, context.scope(), answers);
    std::vector<Id<people::Person>> persons;
    for (const auto& row : rows)
        persons.push_back(row.person);
    const auto cards = people::find_cards(context, persons);

    AccessRequests list;
    for (const auto& row : rows) {
        const auto card = cards.find(row.person);
        if (card == cards.end()) // the person was taken back
            continue;
        auto shown = show(context, row, card->second, row.person, row.worker);
        if (!wish.state || shown.state == *wish.state)
            list.items.push_back(std::move(shown));
    }
    return list;
}

// By who asked, at any time: what was granted ends with it.
AccessRequest withdraw_access_request(Context& context, const OneAccessRequest& wish)
{
    auto row = find_request(context.store, wish.id);
    if (!row || row->asked_by != context.actor.account)
        throw not_found();
    const auto one = get_known(context, row->case_id);
    if (row->state == waiting || row->state == granted) {
        row->state = withdrawn;
        row->ended_at = context.now;
        store::update_row(context.store, *row);
    }
    return show(context, *row, one);
}

// Said again, it counts from now on anew; so is a refusal taken back.
AccessRequest grant_access(Context& context, const GrantAccess& wish)
{
    auto [one, row] = get_answerable(context, wish.id);
    answer(context, row, granted, wish.words);
    row.ends_at = context.now.plus_seconds(wish.days.value_or(access_days_usual) * day_seconds);
    store::update_row(context.store, row);
    return show(context, row, one);
}

AccessRequest refuse_access(Context& context, const RefuseAccess& wish)
{
    auto [one, row] = get_answerable(context, wish.id);
    if (state_of(row, context.now) == granted)
        throw Problem(409, "cases.granted_already");
    answer(context, row, refused, wish.words);
    row.ends_at.reset();
    store::update_row(context.store, row);
    return show(context, row, one);
}

// At once: the next thing that the other wants to read is not there any more.
AccessRequest end_access(Context& context, const OneGrantedRequest& wish)
{
    auto [one, row] = get_answerable(context, wish.id);
    if (state_of(row, context.now) != granted)
        return show(context, row, one);
    row.state = ended;
    row.ended_at = context.now;
    store::update_row(context.store, row);
    return show(context, row, one);
}

WaitingRequests count_access_requests(Context& context)
{
    return {count_requests(context.store, context.scope())};
}

} // namespace cases
