// SPDX-License-Identifier: EUPL-1.2
// What is said of possible doubles: one function per act, guards first.
#include "people/pairs.h"

#include "people/index.h"
#include "people/pair_rows.h"
#include "people/rows.h"

using core::Context;

namespace people {

namespace {

constexpr int lines_shown = 50;

PairRow get_pair_row(Context& context, const Id<Pair>& id)
{
    auto row = find_pair(context.store, context.scope(), id);
    if (!row)
        throw not_found();
    return std::move(*row);
}

Profile profile_of(Context& context, const PersonRow& row)
{
    const auto found = identifiers_of(context.store, row.id);
    return make_profile(row, {found.begin(), found.end()},
                        seen_by(context.scope(), meetings_of(context.store, row.id)));
}

// Of all records of the two persons those that agree best.
std::vector<SimilarityReason> reasons_of(Context& context, const Id<Person>& one,
                                         const Id<Person>& other)
{
    const auto& index = context.kept<Index>();
    std::optional<Similarity> best;
    const auto others = rows_with_canonical(context.store, other);
    for (const auto& row : rows_with_canonical(context.store, one)) {
        const auto profile = profile_of(context, row);
        for (const auto& of_other : others) {
            auto similarity = index.compare(profile, context.scope(), of_other.id);
            if (similarity && (!best || best->bits < similarity->bits))
                best = std::move(similarity);
        }
    }
    return best ? std::move(best->reasons) : std::vector<SimilarityReason>();
}

Pair show_pair(Context& context, const PairRow& row)
{
    Pair pair;
    pair.id = row.id;
    pair.strength = row.strength;
    const auto one = canonical_of(context, row.one);
    const auto other = canonical_of(context, row.other);
    pair.same = one == other;
    // Who were merged are still shown as the two records that they are.
    pair.one = find_person(context, pair.same ? row.one : one).value();
    pair.other = find_person(context, pair.same ? row.other : other).value();
    if (!pair.same)
        pair.reasons = reasons_of(context, one, other);
    pair.apart_by = row.apart_by;
    pair.apart_at = row.apart_at;
    context.concerns(pair.one.id);
    return pair;
}

} // namespace

Id<Pair> pair_id(const Id<Person>& one, const Id<Person>& other)
{
    const auto& first = one < other ? one : other;
    const auto& second = one < other ? other : one;
    return Id<Pair>(named_uuid("people.pair " + to_string(first) + " " + to_string(second)));
}

PairLines list_pairs(Context& context, const ListPairs& wish)
{
    const int limit = wish.limit.value_or(lines_shown);
    const auto scope = context.scope();
    const auto after = wish.after ? find_pair(context.store, scope, *wish.after) : std::nullopt;
    auto rows = pair_rows(context.store, scope, wish.apart == true, after, limit + 1);
    PairLines found;
    const bool is_more = rows.size() > static_cast<std::size_t>(limit);
    if (is_more) {
        rows.resize(static_cast<std::size_t>(limit));
        found.next = rows.back().id;
    }

    std::vector<Id<Person>> persons;
    for (const auto& row : rows) {
        persons.push_back(row.one);
        persons.push_back(row.other);
    }
    const auto cards = find_cards(context, persons);
    for (const auto& row : rows) {
        const auto one = cards.find(row.one);
        const auto other = cards.find(row.other);
        if (one != cards.end() && other != cards.end())
            found.items.push_back({row.id, row.strength, one->second, other->second, row.apart_at});
    }
    return found;
}

Pair get_pair(Context& context, const PairPath& wish)
{
    return show_pair(context, get_pair_row(context, wish.id));
}

Pair keep_apart(Context& context, const PairPath& wish)
{
    auto row = get_pair_row(context, wish.id);
    if (row.apart_at)
        return show_pair(context, row);
    if (canonical_of(context, row.one) == canonical_of(context, row.other))
        throw Problem(409, "people.already_the_same");

    row.apart_by = context.actor.account;
    row.apart_at = context.now;
    write_apart(context.store, row);
    return show_pair(context, row);
}

Pair undo_apart(Context& context, const PairPath& wish)
{
    auto row = get_pair_row(context, wish.id);
    if (!row.apart_at)
        return show_pair(context, row);

    row.apart_by = std::nullopt;
    row.apart_at = std::nullopt;
    write_apart(context.store, row);
    return show_pair(context, row);
}

} // namespace people
