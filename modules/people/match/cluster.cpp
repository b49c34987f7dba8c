// SPDX-License-Identifier: EUPL-1.2
#include "people/match/cluster.h"

#include <algorithm>
#include <cmath>
#include <queue>

namespace match {

namespace {

constexpr std::size_t looked_at_max = 60;

struct Between {
    float sum = 0;
    std::uint32_t pairs = 0;
    float average() const { return sum / static_cast<float>(pairs); }
};

struct Offer {
    float bits;
    std::uint32_t a;
    std::uint32_t b;
    std::uint32_t version_a;
    std::uint32_t version_b;
    bool operator<(const Offer& other) const
    {
        if (bits != other.bits)
            return bits < other.bits;
        return a != other.a ? a > other.a : b > other.b;
    }
};

struct Near {
    std::uint32_t group = 0;
    Between between;
};
using Neighbours = std::vector<Near>; // sorted by group

Neighbours::iterator find_in(Neighbours& near, std::uint32_t group)
{
    return std::lower_bound(near.begin(), near.end(), group,
                            [](const Near& one, std::uint32_t other) { return one.group < other; });
}

void take_out(Neighbours& near, std::uint32_t group)
{
    const auto found = find_in(near, group);
    if (found != near.end() && found->group == group)
        near.erase(found);
}

void put_in(Neighbours& near, const Near& one)
{
    const auto found = find_in(near, one.group);
    if (found != near.end() && found->group == one.group)
        found->between = one.between;
    else
        near.insert(found, one);
}

class Agglomeration {
public:
    Agglomeration(std::size_t records, const std::vector<Link>& links, const ClusterRules& rules)
        : rules_(rules),
          least_(std::min(rules.threshold, rules.looked_at)),
          members_(records),
          near_(records),
          version_(records)
    {
        for (std::uint32_t i = 0; i < records; ++i)
            members_[i] = {i};
        for (const auto& link : links) {
            if (link.a == link.b || link.bits < rules_.near ||
                (rules_.may_join && !rules_.may_join(link.a, link.b)))
                continue;
            const Between between{bounded(link.bits), 1};
            near_[link.a].push_back({link.b, between});
            near_[link.b].push_back({link.a, between});
            offer(link.a, link.b, between);
        }
        for (auto& near : near_)
            std::sort(near.begin(), near.end(),
                      [](const Near& one, const Near& other) { return one.group < other.group; });
    }

    Clustering run()
    {
        Clustering made;
        bool is_told = false; // who is whom; joins below the threshold come after that
        while (!offers_.empty()) {
            const auto best = offers_.top();
            offers_.pop();
            const bool is_stale =
                version_[best.a] != best.version_a || version_[best.b] != best.version_b;
            if (is_stale)
                continue;
            if (!is_told && best.bits < rules_.threshold) {
                tell(made);
                is_told = true;
            }
            if (best.bits < least_)
                break;
            if (!may_join(best.a, best.b)) {
                take_out(near_[best.a], best.b);
                take_out(near_[best.b], best.a);
                continue;
            }
            made.joins.push_back({members_[best.a][0], members_[best.b][0], best.bits});
            join(best.a, best.b);
        }
        if (!is_told)
            tell(made);
        return made;
    }

private:
    void tell(Clustering& made) const
    {
        for (std::uint32_t a = 0; a < members_.size(); ++a)
            for (const auto& [b, between] : near_[a])
                if (a < b && may_join(a, b))
                    made.apart.push_back({members_[a][0], members_[b][0], bits_of(a, b, between)});
        made.persons.assign(members_.size(), 0);
        for (const auto& group : members_) {
            for (const auto record : group)
                made.persons[record] = static_cast<std::uint32_t>(made.count);
            made.count += group.empty() ? 0 : 1;
        }
    }

    float bounded(float bits) const { return std::clamp(bits, -rules_.most, rules_.most); }

    float bits_of(std::uint32_t a, std::uint32_t b, const Between& between) const
    {
        const float bits = between.average();
        return rules_.size_bits ? bits + rules_.size_bits(members_[a].size(), members_[b].size())
                                : bits;
    }

    void offer(std::uint32_t a, std::uint32_t b, const Between& between)
    {
        const float bits = bits_of(a, b, between);
        if (bits >= least_)
            offers_.push({bits, std::min(a, b), std::max(a, b), version_[std::min(a, b)],
                          version_[std::max(a, b)]});
    }

    bool may_join(std::uint32_t a, std::uint32_t b) const
    {
        if (!rules_.may_join)
            return true;
        for (const auto one : members_[a])
            for (const auto other : members_[b])
                if (!rules_.may_join(one, other))
                    return false;
        return true;
    }

    Between both(const Between& one, const Between& other) const
    {
        if (!rules_.average)
            return one.sum > other.sum ? one : other;
        return {one.sum + other.sum, one.pairs + other.pairs};
    }

    Between all_between(std::uint32_t a, std::uint32_t b) const
    {
        Between between;
        if (!rules_.average)
            return {-rules_.most, 1};
        const auto all = members_[a].size() * members_[b].size();
        const auto step = 1 + all / looked_at_max; // of crowds a part says enough
        for (std::size_t i = 0; i < all; i += step) {
            const auto one = members_[a][i % members_[a].size()];
            const auto other = members_[b][i / members_[a].size()];
            between.sum += bounded(rules_.bits_of(one, other));
            ++between.pairs;
        }
        if (between.pairs > 0) {
            between.sum *= static_cast<float>(all) / static_cast<float>(between.pairs);
            between.pairs = static_cast<std::uint32_t>(all);
        }
        return between;
    }

    // Who was near to either is near to both.
    Neighbours near_both(std::uint32_t a, std::uint32_t b) const
    {
        const auto& of_a = near_[a];
        const auto& of_b = near_[b];
        Neighbours made;
        made.reserve(of_a.size() + of_b.size());
        auto one = of_a.begin();
        auto other = of_b.begin();
        while (one != of_a.end() || other != of_b.end()) {
            const bool in_a =
                one != of_a.end() && (other == of_b.end() || one->group <= other->group);
            const bool in_b =
                other != of_b.end() && (one == of_a.end() || other->group <= one->group);
            const auto group = in_a ? one->group : other->group;
            if (group != a && group != b)
                made.push_back({group, both(in_a ? one->between : all_between(a, group),
                                            in_b ? other->between : all_between(b, group))});
            one += in_a ? 1 : 0;
            other += in_b ? 1 : 0;
        }
        return made;
    }

    // The smaller group goes into the larger.
    void join(std::uint32_t a, std::uint32_t b)
    {
        if (members_[a].size() < members_[b].size())
            std::swap(a, b);
        near_[a] = near_both(a, b);
        near_[b] = {};
        members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
        members_[b] = {};
        ++version_[a];
        ++version_[b];
        for (const auto& [other, between] : near_[a]) {
            take_out(near_[other], b);
            put_in(near_[other], {a, between});
            offer(a, other, between);
        }
    }

    const ClusterRules& rules_;
    const float least_;
    std::vector<std::vector<std::uint32_t>> members_;
    std::vector<Neighbours> near_; // of each group
    std::vector<std::uint32_t> version_;
    std::priority_queue<Offer> offers_;
};

} // namespace

float bits_of_sizes(std::size_t a, std::size_t b, double size)
{
    const double together = std::min(static_cast<double>(a + b), 2 * size);
    return static_cast<float>(std::log2(size) + std::log2(std::max(together, 2.0)) - 1);
}

Clustering cluster(std::size_t records, const std::vector<Link>& links, const ClusterRules& rules)
{
    return Agglomeration(records, links, rules).run();
}

} // namespace match
