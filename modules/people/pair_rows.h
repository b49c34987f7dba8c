// SPDX-License-Identifier: EUPL-1.2
// SQL of the review of possible doubles.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "people/pairs.h"
#include "store/store.h"

namespace people {

struct PairRow {
    static constexpr const char* title = "PairRow";
    static constexpr const char* table = "people_pair";

    Id<Pair> id;
    Id<Person> one;
    Id<Person> other;
    std::string strength;
    std::int64_t weight = 0;
    Instant proposed_at;
    Instant checked_at;
    std::optional<Id<core::Account>> apart_by;
    std::optional<Instant> apart_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &PairRow::id), field("one", &PairRow::one), field("other", &PairRow::other),
            field("strength", &PairRow::strength), field("weight", &PairRow::weight),
            field("proposed_at", &PairRow::proposed_at), field("checked_at", &PairRow::checked_at),
            field("apart_by", &PairRow::apart_by), field("apart_at", &PairRow::apart_at));
    }
};

// Nothing where the reader does not see both, or one of them is there no more.
std::optional<PairRow> find_pair(store::Transaction& transaction, const core::Scope& scope,
                                 const Id<Pair>& id);
// Of those not merged, the likeliest first; from the one that comes after `after` on.
std::vector<PairRow> pair_rows(store::Transaction& transaction, const core::Scope& scope,
                               bool apart, const std::optional<PairRow>& after, int limit);
std::vector<PairRow> pairs_apart(store::Transaction& transaction);
// Whether it is a new one. What somebody has said to it stays.
bool put_pair(store::Transaction& transaction, const PairRow& row);
void write_apart(store::Transaction& transaction, const PairRow& row);
// Those that the night of this moment did not propose, unless somebody has said that they are two.
void delete_pairs_not_checked(store::Transaction& transaction, Instant checked_at);

struct NightRow {
    Date day;
    std::int64_t persons = 0;
    std::int64_t proposed = 0;
    std::optional<std::string> weights;
    Instant done_at;
};
std::optional<Date> last_night(store::Transaction& transaction);
std::optional<std::string> last_weights(store::Transaction& transaction);
void put_night(store::Transaction& transaction, const NightRow& row);

} // namespace people
