// SPDX-License-Identifier: EUPL-1.2
// From pairs to persons. Not connected components, which chain a few wrong links into crowds: the
// two groups that are most alike on average are joined first, as long as there are such.
#pragma once

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace match {

struct Link {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    float bits = 0; // log-odds that they are one, the prior included
};

struct Join {
    std::uint32_t a = 0; // a record of either group
    std::uint32_t b = 0;
    float bits = 0; // on average, between the groups
};

struct Clustering {
    std::vector<std::uint32_t> persons; // of each record
    std::size_t count = 0;
    std::vector<Join> joins; // in the order made; below the threshold only looked at
    std::vector<Join> apart; // groups that were not joined, and may yet be one
};

// The first `count` joins once more, one after the other: `see` is told each with the records of
// the larger and of the smaller group, before they are one.
template <class See> void each_join(const Clustering& clustering, std::size_t count, See&& see)
{
    std::vector<std::vector<std::uint32_t>> members(clustering.persons.size());
    std::vector<std::uint32_t> at(members.size());
    for (std::uint32_t i = 0; i < members.size(); ++i)
        members[at[i] = i] = {i};
    for (std::size_t i = 0; i < count; ++i) {
        const auto& join = clustering.joins[i];
        auto into = at[join.a];
        auto from = at[join.b];
        if (members[into].size() < members[from].size())
            std::swap(into, from);
        see(join, std::as_const(members[into]), std::as_const(members[from]));
        for (const auto record : members[from])
            at[record] = into;
        members[into].insert(members[into].end(), members[from].begin(), members[from].end());
        members[from].clear();
    }
}

// Joins while the average is at least `threshold`. `bits_of` is asked for pairs that are no link,
// and `may_join` forbids groups that are known to be two persons.
struct ClusterRules {
    std::function<float(std::uint32_t, std::uint32_t)> bits_of;
    std::function<bool(std::uint32_t, std::uint32_t)> may_join;
    float threshold = 0;
    float looked_at = 0; // what is above this and below the threshold is told as joins only
    float near = -6;     // only who is linked by more than this may come to be joined
    bool average = true; // false: the best pair speaks for both groups
    float most = 20;     // a pair speaks no louder than this, for or against
    // What the sizes of two groups say before anything is seen: where persons have many records,
    // one more record is rather theirs than a new person's.
    std::function<float(std::size_t, std::size_t)> size_bits;
};

// As size_bits where persons have `size` records on average, and fewer have more of them.
float bits_of_sizes(std::size_t a, std::size_t b, double size);

Clustering cluster(std::size_t records, const std::vector<Link>& links, const ClusterRules& rules);

} // namespace match
