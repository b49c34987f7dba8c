// SPDX-License-Identifier: EUPL-1.2
// What a team takes along to where there is no signal, and whom it looks for.
#include <algorithm>

#include "outreach/acts.h"
#include "outreach/contacts.h"
#include "outreach/outings.h"
#include "outreach/pages.h"
#include "outreach/tallies.h"

using core::Context;

namespace outreach {

namespace {

// A telephone holds what an evening may need, not an archive.
constexpr int outings_looked_at = 12;
constexpr int contacts_max = 500;
constexpr std::size_t persons_max = 300;
constexpr std::int64_t met_seconds_max = 8LL * 7 * 86'400;

// Own outings of yesterday, today and tomorrow, and those that nobody has closed yet.
std::vector<OutingRow> outings_of_these_days(Context& context)
{
    core::Scope own{core::Scope::Reach::team, context.actor.account, context.actor.teams};
    auto rows =
        outings(own, context.store, std::nullopt, std::nullopt, std::nullopt, outings_looked_at);
    const auto today = context.today();
    std::erase_if(rows, [&](const OutingRow& row) {
        const bool near = today.plus_days(-1) <= row.day && row.day <= today.plus_days(1);
        return !near && state_of(row, context.now) != "open";
    });
    return rows;
}

void add_person(Context& context, const Id<people::Person>& id, std::vector<people::Card>& cards)
{
    const auto card = people::find_card(context, id);
    if (!card || cards.size() >= persons_max)
        return;
    const bool known = std::any_of(cards.begin(), cards.end(),
                                   [&](const people::Card& one) { return one.id == card->id; });
    if (!known)
        cards.push_back(*card);
}

people::Cards sought_in(Context& context, const Id<Outing>& outing)
{
    people::Cards found;
    for (const auto& person : sought_persons(context.store, outing))
        add_person(context, person, found.items);
    return found;
}

} // namespace

Kit get_kit(Context& context)
{
    Kit kit;
    kit.made_at = context.now;
    auto page = page_after(std::nullopt, contacts_max);
    const auto scope = scope_of(context);
    for (const auto& outing : outings_of_these_days(context)) {
        kit.outings.push_back(sheet_of(context, outing));
        for (const auto& row : contacts_of_outing(scope, context.store, outing.id, page, false))
            kit.contacts.push_back(show_contact(context, row));
        for (const auto& row : tallies(scope, context.store, outing.id, page))
            kit.tallies.push_back(show_tally(row));
        // First of all those who are looked for: they must not fall behind the limit.
        for (const auto& person : sought_persons(context.store, outing.id))
            add_person(context, person, kit.persons);
    }
    const auto since = context.now.plus_seconds(-met_seconds_max);
    for (const auto& person :
         persons_met(context.actor.teams, context.store, since, static_cast<int>(persons_max)))
        add_person(context, person, kit.persons);
    return kit;
}

people::Cards list_sought(Context& context, const SoughtPath& wish)
{
    get_outing_row(context, wish.outing);
    return sought_in(context, wish.outing);
}

// Looking for somebody twice, or for nobody any more twice, changes nothing: a phone may ask again.
people::Cards seek_person(Context& context, const SeekPerson& wish)
{
    get_outing_row(context, wish.outing);
    people::get_card(context, wish.person);
    insert_sought(context.store, wish.outing, wish.person, context.actor.account, context.now);
    return sought_in(context, wish.outing);
}

people::Cards stop_seeking(Context& context, const SeekPerson& wish)
{
    get_outing_row(context, wish.outing);
    if (people::may_read(context, wish.person, true))
        delete_sought(context.store, wish.outing, wish.person);
    return sought_in(context, wish.outing);
}

} // namespace outreach
