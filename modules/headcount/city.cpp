// SPDX-License-Identifier: EUPL-1.2
// What a city does: take part or not, and who of its persons does not.
#include "headcount/city.h"

#include <algorithm>
#include <map>
#include <set>

#include "access/access.h"
#include "core/house.h"
#include "headcount/acts.h"
#include "headcount/news.h"
#include "headcount/rows.h"
#include "headcount/servers.h"
#include "store/rows.h"

using core::Context;

namespace headcount {

namespace {

constexpr int shown_max = 40;

InvitationRow get_row(Context& context, const Id<Round>& id)
{
    auto row = find_invitation(context.store, id);
    if (!row)
        throw not_found();
    return *row;
}

// A city on a machine of its own has no part in what stands in the network's program.
bool lacks_servers(Context& context)
{
    return context.house.find_place(core::network_slug) == nullptr && !servers().separate;
}

Invitation invitation_of(Context& context, const InvitationRow& row)
{
    Invitation made;
    made.id = row.id;
    made.period_from = row.period_from;
    made.period_until = row.period_until;
    made.answer_by = row.answer_by;
    made.state = row.state;
    made.servers_missing = lacks_servers(context);
    made.takes_part = row.takes_part;
    if (row.answered_by)
        made.answered_by_name = access::name_of(context, *row.answered_by);
    made.answered_at = row.answered_at;
    made.sent_persons = row.sent_persons;
    made.sent_encodings = row.sent_encodings;
    made.sent_at = row.sent_at;
    made.destroyed_at = row.destroyed_at;
    made.persons = row.persons;
    made.low = row.low;
    made.high = row.high;
    return made;
}

Invitation answer(Context& context, const Id<Round>& id, bool takes_part)
{
    auto row = get_row(context, id);
    if (row.state == is_counted || row.state == is_broken_off)
        throw Problem(409, "headcount.over");
    // Who would come later would keep those waiting who are there.
    if (takes_part && row.state == is_counting && row.takes_part != true)
        throw Problem(409, "headcount.counting");
    if (takes_part && lacks_servers(context))
        throw Problem(409, "headcount.servers_missing");

    row.takes_part = takes_part;
    row.answered_by = context.actor.account;
    row.answered_at = context.now;
    store::update_row(context.store, row);
    tell_answer(context, row);
    return invitation_of(context, row);
}

Id<people::Person> read_person(Context& context, const Id<people::Person>& id)
{
    const auto canonical = people::canonical_of(context, id);
    if (!people::may_read(context, canonical, true))
        throw not_found();
    return canonical;
}

} // namespace

once::Prepared prepare(Context& context, Date from, Date until)
{
    std::set<Id<people::Person>> left_out;
    for (const auto& id : everybody_left_out(context.store))
        for (const auto& same : people::same_persons(context, id))
            left_out.insert(same);
    once::TokenMaker maker;
    std::vector<once::CityPerson> persons;
    std::size_t apart = 0;
    people::each_written(context, from, until, [&](const people::WrittenPerson& one) {
        if (left_out.contains(one.id)) {
            ++apart;
            return;
        }
        // Two records that one colleague made are no two strangers' writings.
        std::map<Id<core::Account>, std::uint32_t> sides;
        std::vector<once::Writing> writings;
        for (std::size_t i = 0; i < one.writings.size(); ++i) {
            const auto side =
                sides.emplace(one.writers[i], static_cast<std::uint32_t>(sides.size()));
            writings.push_back({one.writings[i], side.first->second});
        }
        persons.push_back(once::describe(maker, writings));
    });
    return once::prepare(persons, apart);
}

Invitations list_invitations(Context& context)
{
    Invitations all;
    for (const auto& row : newest_invitations(context.store, shown_max))
        all.items.push_back(invitation_of(context, row));
    return all;
}

Invitation get_invitation(Context& context, const RoundPath& wish)
{
    return invitation_of(context, get_row(context, wish.id));
}

Preview preview(Context& context, const RoundPath& wish)
{
    const auto row = get_row(context, wish.id);
    const auto prepared = prepare(context, row.period_from, row.period_until);
    Preview made;
    made.persons = static_cast<int>(prepared.tallies.persons);
    made.not_taking_part =
        static_cast<int>(prepared.tallies.persons - prepared.tallies.taking_part);
    for (const auto& one : prepared.persons) {
        made.without_encodings += one.strong.empty() && one.weak.empty() ? 1 : 0;
        made.encodings += static_cast<int>(one.strong.size() + one.weak.size());
    }
    const auto step = static_cast<int>(once::persons_step);
    made.filled_up_to =
        std::max((static_cast<int>(prepared.persons.size()) + step - 1) / step, 1) * step;
    return made;
}

Invitation take_part(Context& context, const RoundPath& wish)
{
    return answer(context, wish.id, true);
}

Invitation stay_out(Context& context, const RoundPath& wish)
{
    return answer(context, wish.id, false);
}

Wanted leave_out(Context& context, const LeaveOut& wish)
{
    const auto person = read_person(context, wish.person);
    if (!find_left_out(context.store, person))
        store::insert_row(context.store, LeftOutRow{wish.id, person, context.actor.account,
                                                    context.now, std::nullopt});
    return {person, true};
}

Wanted undo_leave_out(Context& context, const PersonPath& wish)
{
    const auto person = read_person(context, wish.person);
    for (const auto& same : people::same_persons(context, person))
        if (auto row = find_left_out(context.store, same)) {
            row->ended_at = context.now;
            store::update_row(context.store, *row);
        }
    return {person, false};
}

Wanted get_left_out(Context& context, const PersonPath& wish)
{
    const auto person = read_person(context, wish.person);
    const auto same = people::same_persons(context, person);
    const bool left_out = std::any_of(same.begin(), same.end(), [&](const auto& one) {
        return find_left_out(context.store, one).has_value();
    });
    return {person, left_out};
}

} // namespace headcount
