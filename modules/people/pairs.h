// SPDX-License-Identifier: EUPL-1.2
// The review of possible doubles: each night proposes pairs of persons who may be one, and somebody
// says of each whether they are. No pair is ever merged by the program.
#pragma once

#include "people/people.h"

namespace people {

struct ListPairs {
    static constexpr const char* title = "ListPairs";
    std::optional<bool> apart;
    std::optional<int> limit;
    std::optional<Id<Pair>> after;

    static constexpr auto fields()
    {
        return std::tuple(field("apart", &ListPairs::apart)
                              .says("Those of whom somebody has said that they are two"),
                          field("limit", &ListPairs::limit).between(1, 200),
                          field("after", &ListPairs::after));
    }
};

struct PairPath {
    static constexpr const char* title = "PairPath";
    Id<Pair> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &PairPath::id).sample(core::samples::pair));
    }
};

struct PairLine {
    static constexpr const char* title = "PairLine";

    Id<Pair> id;
    std::string strength; // code of similarity_strength
    Card one;
    Card other;
    std::optional<Instant> apart_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &PairLine::id),
                          field("strength", &PairLine::strength).one_of("similarity_strength"),
                          field("one", &PairLine::one), field("other", &PairLine::other),
                          field("apart_at", &PairLine::apart_at));
    }
};

struct PairLines {
    static constexpr const char* title = "PairLines";
    std::vector<PairLine> items;
    std::optional<Id<Pair>> next;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &PairLines::items), field("next", &PairLines::next));
    }
};

// Two records side by side, and what speaks for their being one person and against it.
struct Pair {
    static constexpr const char* title = "PersonPair";

    Id<Pair> id;
    std::string strength; // code of similarity_strength
    Person one;
    Person other;
    std::vector<SimilarityReason> reasons;
    bool same = false; // they have been merged
    std::optional<Id<core::Account>> apart_by;
    std::optional<Instant> apart_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Pair::id),
                          field("strength", &Pair::strength).one_of("similarity_strength"),
                          field("one", &Pair::one), field("other", &Pair::other),
                          field("reasons", &Pair::reasons), field("same", &Pair::same),
                          field("apart_by", &Pair::apart_by), field("apart_at", &Pair::apart_at));
    }
};

// Those who may be one, the likeliest first; only where the reader sees both.
PairLines list_pairs(core::Context& context, const ListPairs& wish);
Pair get_pair(core::Context& context, const PairPath& wish);
// They are two: never proposed again, until that is undone. Said again, it changes nothing.
Pair keep_apart(core::Context& context, const PairPath& wish);
Pair undo_apart(core::Context& context, const PairPath& wish);

// The chore people.propose_pairs: once a night, away from the writer, all records of the city are
// compared, and the weights are learnt of them; what is then written are the pairs.
std::function<std::vector<Uuid>(core::Context&)> look_for_pairs(core::Context& context);

} // namespace people
