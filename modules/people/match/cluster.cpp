// SPDX-License-Identifier: EUPL-1.2
#include "people/match/cluster.h"

#include <algorithm>
#include <cmath>
#include <queue>
#include <unordered_map>

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

class Agglomeration {
public:
    Agglomeration(std::size_t records, const std::vector<Link>& links, const ClusterRules& rules)
        : rules_(rules), members_(records), near_(records), version_(records)
    {
        for (std::uint32_t i = 0; i < records; ++i)
            members_[i] = {i};
        for (const auto& link : links) {
            if (link.a == link.b || link.bits < rules_.near ||
                (rules_.may_join && !rules_.may_join(link.a, link.b)))
                continue;
            const Between between{bounded(link.bits), 1};
            near_[link.a][link.b] = between;
            near_[link.b][link.a] = between;
            offer(link.a, link.b, between);
        }
    }

    Clustering run()
    {
        Clustering made;
        while (!offers_.empty()) {
            const auto best = offers_.top();
            offers_.pop();
            const bool is_stale =
                version_[best.a] != best.version_a || version_[best.b] != best.version_b;
            if (is_stale)
                continue;
            if (best.bits < rules_.threshold)
                break;
            if (!may_join(best.a, best.b)) {
                near_[best.a].erase(best.b);
                near_[best.b].erase(best.a);
                continue;
            }
            made.joins.push_back({members_[best.a][0], members_[best.b][0], best.bits});
            join(best.a, best.b);
        }
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
        return made;
    }

private:
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
        if (bits >= rules_.threshold)
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

    // The smaller group goes into the larger; who was near to either is near to both.
    void join(std::uint32_t a, std::uint32_t b)
    {
        if (members_[a].size() < members_[b].size())
            std::swap(a, b);
        auto of_b = std::move(near_[b]);
        near_[b].clear();
        near_[a].erase(b);
        of_b.erase(a);
        for (auto& [other, between] : near_[a]) {
            const auto known = of_b.find(other);
            const auto more = known != of_b.end() ? known->second : all_between(b, other);
            between = both(between, more);
            if (known != of_b.end())
                of_b.erase(known);
        }
        for (const auto& [other, between] : of_b) {
            const auto more = all_between(a, other);
            near_[a][other] = both(between, more);
        }
        members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
        members_[b].clear();
        ++version_[a];
        ++version_[b];
        for (const auto& [other, between] : near_[a]) {
            near_[other].erase(b);
            near_[other][a] = between;
            offer(a, other, between);
        }
    }

    const ClusterRules& rules_;
    std::vector<std::vector<std::uint32_t>> members_;
    std::vector<std::unordered_map<std::uint32_t, Between>> near_;
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
