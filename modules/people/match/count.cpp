// SPDX-License-Identifier: EUPL-1.2
#include "people/match/count.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace match {

namespace {

// How far off all of the evidence may be, where nobody has said of any pair what it is: on labelled
// lists the best threshold of pairs lay one to three bits below 0.
constexpr double doubt_bits = 1.5;
constexpr double compared_max = 1e7;       // groups, two by two: some seconds
constexpr std::size_t pairs_of_groups = 4; // so many of their records say how well two groups agree
constexpr double weighed_least = 1000;     // parts
constexpr float sure_bits = 8;             // what is put together by more is nobody else
constexpr float most = 40;                 // a pair speaks no louder than this
constexpr int tries = 400;

using Group = std::vector<std::uint32_t>;

class Counter {
public:
    Counter(const Lexicon& lexicon, const std::vector<Entry>& entries, const Linking& linking,
            const LinkSettings& settings)
        : entries_(entries),
          linking_(linking),
          settings_(settings),
          frequencies_(lexicon),
          comparer_(lexicon),
          random_(settings.seed),
          groups_(linking.clustering.count)
    {
        const auto& persons = linking.clustering.persons;
        for (std::uint32_t i = 0; i < persons.size(); ++i)
            groups_[persons[i]].push_back(i);
        frequencies_.add_all(entries, persons);
        size_ = static_cast<double>(entries.size()) /
                static_cast<double>(std::max<std::size_t>(groups_.size(), 1));
    }

    PersonCount run()
    {
        take_joins_back();
        add_apart();
        const auto weighed = weigh_against_everybody();
        PersonCount made;
        made.persons = static_cast<double>(entries_.size());
        for (const auto bits : sure_joins_)
            made.persons -= probability(bits);
        for (const auto bits : weighed)
            made.persons -= each_stands_for_ * probability(bits);
        return with_interval(made, weighed);
    }

private:
    // Some records of a person, and the odds that they are somebody who is there without them.
    struct Part {
        Group records;
        std::uint32_t group = 0;          // where they are now, or they alone
        double odds = 0;                  // of being those who are named below
        std::vector<std::uint32_t> known; // groups that have been weighed
    };

    // What was put to a group, and might as well have been put to another.
    void take_joins_back()
    {
        const auto& clustering = linking_.clustering;
        const auto joined = std::min(entries_.size() - clustering.count, clustering.joins.size());
        each_join(clustering, joined, [&](const Join& join, const Group&, const Group& smaller) {
            if (join.bits >= sure_bits) {
                sure_joins_.push_back(join.bits);
                return;
            }
            const auto group = clustering.persons[join.a];
            parts_.push_back({smaller, group, std::exp2(double{join.bits}), {group}});
        });
    }

    // Groups that stayed apart: the smaller of two is one of the larger, not the other way round.
    void add_apart()
    {
        const auto& persons = linking_.clustering.persons;
        const auto first = parts_.size();
        for (std::uint32_t i = 0; i < groups_.size(); ++i)
            parts_.push_back({groups_[i], i, 0, {i}});
        for (const auto& one : linking_.clustering.apart) {
            const auto a = persons[one.a];
            const auto b = persons[one.b];
            const bool is_a = comes_after(groups_[a].size(), a, b);
            auto& part = parts_[first + (is_a ? a : b)];
            part.odds += std::exp2(double{one.bits});
            part.known.push_back(is_a ? b : a);
        }
    }

    bool comes_after(std::size_t size, std::uint32_t group, std::uint32_t other) const
    {
        return size != groups_[other].size() ? size < groups_[other].size() : group > other;
    }

    // Of each part, or of as many as there is time for, the odds in bits that it is anybody else.
    std::vector<double> weigh_against_everybody()
    {
        const auto all = static_cast<double>(parts_.size());
        const auto others = static_cast<double>(groups_.size());
        const auto weighed =
            std::min(all, std::floor(std::max(weighed_least, compared_max / (others + 1))));
        const auto beside = std::min(others, std::floor(compared_max / (weighed + 1)));
        each_stands_for_ = weighed < all ? all / weighed : 1;
        std::vector<double> made;
        std::vector<double> seen(groups_.size(), -1);
        for (double i = 0; i < weighed; ++i) {
            auto& part = parts_[static_cast<std::size_t>(i * each_stands_for_)];
            for (const auto other : part.known)
                seen[other] = i;
            double odds = 0;
            for (double j = 0; j < beside; ++j) {
                const auto other = static_cast<std::uint32_t>(
                    beside < others ? random_() % groups_.size() : static_cast<std::uint64_t>(j));
                if (seen[other] != i && comes_after(part.records.size(), part.group, other))
                    odds += odds_between(part.records, groups_[other]);
            }
            odds = part.odds + odds * others / beside;
            if (odds > 0)
                made.push_back(std::log2(odds));
        }
        return made;
    }

    double odds_between(const Group& a, const Group& b)
    {
        const auto all = a.size() * b.size();
        const auto pairs = std::min(all, pairs_of_groups);
        float sum = 0;
        for (std::size_t i = 0; i < pairs; ++i) {
            const auto at = pairs < all ? random_() % all : i;
            Pair pair;
            pair.a = a[at % a.size()];
            pair.b = b[at / a.size()];
            const auto& one = entries_[pair.a];
            const auto& other = entries_[pair.b];
            if (of_one_party(one, other))
                return 0;
            comparer_.compare(one, other, pair);
            const auto bits =
                score(linking_.weights, frequencies_, comparer_, pair, one, other, Own::two).bits +
                static_cast<float>(linking_.weights.prior_bits);
            sum += std::clamp(bits, -most, most);
        }
        const float sizes = settings_.sizes ? bits_of_sizes(a.size(), b.size(), size_) : 0.0F;
        return std::exp2(static_cast<double>(sum / static_cast<float>(pairs) + sizes));
    }

    // Each thing happens with its probability, all of them likelier or less by the same doubt; the
    // bounds come from trying that many times.
    PersonCount with_interval(PersonCount made, const std::vector<double>& weighed)
    {
        std::normal_distribution<double> shift(0, doubt_bits);
        std::uniform_real_distribution<double> chance(0, 1);
        std::vector<double> counts;
        for (int i = 0; i < tries; ++i) {
            const double by = shift(random_);
            double count = static_cast<double>(entries_.size());
            for (const double bits : sure_joins_)
                count -= chance(random_) < probability(bits + by) ? 1 : 0;
            for (const double bits : weighed)
                count -= chance(random_) < probability(bits + by) ? each_stands_for_ : 0;
            counts.push_back(count);
        }
        std::sort(counts.begin(), counts.end());
        made.low = std::min(counts[tries / 40], made.persons);
        made.high = std::max(counts[tries - 1 - tries / 40], made.persons);
        return made;
    }

    const std::vector<Entry>& entries_;
    const Linking& linking_;
    const LinkSettings& settings_;
    Frequencies frequencies_;
    Comparer comparer_;
    std::mt19937_64 random_;
    std::vector<Group> groups_;
    double size_ = 1;                // records of a person, on average
    std::vector<double> sure_joins_; // in bits
    std::vector<Part> parts_;
    double each_stands_for_ = 1;
};

} // namespace

PersonCount count_persons(const Lexicon& lexicon, const std::vector<Entry>& entries,
                          const Linking& linking, const LinkSettings& settings)
{
    return Counter(lexicon, entries, linking, settings).run();
}

} // namespace match
