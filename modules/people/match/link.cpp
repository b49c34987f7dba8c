// SPDX-License-Identifier: EUPL-1.2
#include "people/match/link.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <thread>
#include <unordered_map>
#include <utility>

namespace match {

namespace {

constexpr float looked_at_from = -4;
constexpr float kept_from = -12; // log-odds in bits: what is less likely is not kept
// The same before anything is learnt of persons, which may yet change much.
constexpr double hopeless_bits = -22;
constexpr std::size_t part_min = 20000; // pairs: fewer are not worth a thread

double seconds_since(std::chrono::steady_clock::time_point begun)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

struct Scored {
    Pair pair;
    float bits = 0;
};

class Linker {
public:
    Linker(const Lexicon& lexicon, const std::vector<Entry>& entries, const LinkSettings& settings)
        : lexicon_(lexicon), entries_(entries), settings_(settings), comparer_(lexicon)
    {
    }

    Linking run()
    {
        auto begun = std::chrono::steady_clock::now();
        auto pairs = candidates(lexicon_, entries_, settings_.candidates);
        made_.candidate_pairs = made_.pairs_compared = static_cast<double>(pairs.size());
        made_.seconds_scoring = seconds_since(begun);
        for (int round = 0; round < settings_.rounds; ++round) {
            begun = std::chrono::steady_clock::now();
            frequencies_ = std::make_unique<Frequencies>(lexicon_);
            frequencies_->add_all(entries_, made_.clustering.persons);
            learn_again(round);
            made_.seconds_learning += seconds_since(begun);
            begun = std::chrono::steady_clock::now();
            if (round == 0)
                compare_all(std::exchange(pairs, {}));
            else
                score_again();
            settle_prior();
            made_.seconds_scoring += seconds_since(begun);
            begun = std::chrono::steady_clock::now();
            put_together(round + 1 == settings_.rounds);
            made_.seconds_clustering += seconds_since(begun);
        }
        return std::move(made_);
    }

private:
    // Each part on a processor of its own; what they find does not depend on how many there are.
    template <class Do> void in_parts(std::size_t all, Do&& act) const
    {
        const auto parts = std::clamp<std::size_t>(all / part_min, 1, processors());
        std::vector<std::jthread> others;
        for (std::size_t part = 1; part < parts; ++part)
            others.emplace_back(
                [&, part] { act(part, all * part / parts, all * (part + 1) / parts); });
        act(0, 0, all / parts);
    }

    static std::size_t processors() { return std::max(1U, std::thread::hardware_concurrency()); }

    // Most pairs have one thing in common and nothing else: they are not kept for the next round.
    void compare_all(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs)
    {
        const double hopeless =
            hopeless_bits - std::log2(2 / std::max(static_cast<double>(entries_.size()), 2.0));
        std::vector<std::vector<Scored>> found(processors());
        in_parts(pairs.size(), [&](std::size_t part, std::size_t begin, std::size_t end) {
            Comparer comparer(lexicon_);
            for (auto i = begin; i < end; ++i) {
                Scored one;
                one.pair.a = pairs[i].first;
                one.pair.b = pairs[i].second;
                comparer.compare(entries_[one.pair.a], entries_[one.pair.b], one.pair);
                one.bits = bits_of(one.pair);
                if (one.bits >= hopeless)
                    found[part].push_back(one);
            }
        });
        for (auto& part : found) {
            scored_.insert(scored_.end(), part.begin(), part.end());
            part = {};
        }
    }

    void learn_again(int round)
    {
        const double crossed = made_.weights.crossed;
        made_.weights = learn(lexicon_, entries_, *frequencies_, made_.clustering.persons,
                              settings_.seed + static_cast<std::uint64_t>(round));
        made_.weights.crossed = crossed;
        made_.weights.word_frequency = settings_.word_frequency;
        made_.weights.names_together = settings_.names_together;
        if (round > 0 && settings_.namesakes)
            learn_of_alike(made_.weights, lexicon_, entries_, made_.clustering.persons,
                           settings_.seed);
    }

    float bits_of(const Pair& pair) const
    {
        const auto& persons = made_.clustering.persons;
        const bool is_one = !persons.empty() && persons[pair.a] == persons[pair.b];
        return score(made_.weights, *frequencies_, comparer_, pair, entries_[pair.a],
                     entries_[pair.b], is_one ? Own::one : Own::two)
            .bits;
    }

    void score_again()
    {
        in_parts(scored_.size(), [&](std::size_t, std::size_t begin, std::size_t end) {
            for (auto i = begin; i < end; ++i)
                scored_[i].bits = bits_of(scored_[i].pair);
        });
    }

    void settle_prior()
    {
        std::vector<float> bits;
        bits.reserve(scored_.size());
        for (const auto& one : scored_)
            bits.push_back(one.bits);
        const auto count = static_cast<double>(entries_.size());
        made_.weights.prior_bits = learn_prior(bits, std::max(1.0, count * (count - 1) / 2));
        double crossed = 0.5;
        double all = 25;
        made_.links.clear();
        for (auto& one : scored_) {
            one.bits += static_cast<float>(made_.weights.prior_bits);
            if (one.bits < kept_from)
                continue;
            made_.links.push_back({one.pair.a, one.pair.b, one.bits});
            const double likely = probability(one.bits);
            crossed += one.pair.crossed ? likely : 0;
            all += likely;
        }
        made_.weights.crossed = crossed / all;
    }

    // How well two records agree, also where they are no candidates; each pair is compared once.
    float bits_between(std::uint32_t a, std::uint32_t b)
    {
        if (a > b)
            std::swap(a, b);
        const auto link = std::lower_bound(
            made_.links.begin(), made_.links.end(), std::pair(a, b),
            [](const Link& one, const auto& wanted) { return std::pair(one.a, one.b) < wanted; });
        if (link != made_.links.end() && link->a == a && link->b == b)
            return link->bits;
        const auto [place, is_new] = known_.try_emplace(std::uint64_t{a} << 32 | b, 0.0F);
        if (is_new) {
            Pair pair;
            pair.a = a;
            pair.b = b;
            comparer_.compare(entries_[a], entries_[b], pair);
            made_.pairs_compared += 1;
            place->second = bits_of(pair) + static_cast<float>(made_.weights.prior_bits);
        }
        return place->second;
    }

    void put_together(bool is_last)
    {
        known_.clear();
        ClusterRules rules;
        rules.average = settings_.average;
        rules.bits_of = [&](std::uint32_t a, std::uint32_t b) { return bits_between(a, b); };
        rules.may_join = [&](std::uint32_t a, std::uint32_t b) {
            return !of_one_party(entries_[a], entries_[b]);
        };
        // How many records a person has follows from the persons, and the persons from that.
        const auto records = static_cast<double>(entries_.size());
        double size = made_.clustering.count == 0
                          ? 1.3
                          : records / static_cast<double>(made_.clustering.count);
        if (settings_.sizes)
            rules.size_bits = [&size](std::size_t a, std::size_t b) {
                return bits_of_sizes(a, b, size);
            };
        rules.threshold = settings_.threshold;
        rules.looked_at = settings_.threshold;
        const int turns = settings_.sizes ? 3 : 1;
        for (int turn = 1; turn <= turns; ++turn) {
            if (is_last && turn == turns)
                rules.looked_at = std::min(settings_.threshold, looked_at_from);
            made_.clustering = cluster(entries_.size(), made_.links, rules);
            size = records / static_cast<double>(std::max<std::size_t>(made_.clustering.count, 1));
        }
    }

    const Lexicon& lexicon_;
    const std::vector<Entry>& entries_;
    const LinkSettings& settings_;
    Comparer comparer_;
    std::unique_ptr<Frequencies> frequencies_;
    std::vector<Scored> scored_;
    std::unordered_map<std::uint64_t, float> known_;
    Linking made_;
};

} // namespace

Linking link(const Lexicon& lexicon, const std::vector<Entry>& entries,
             const LinkSettings& settings)
{
    return Linker(lexicon, entries, settings).run();
}

} // namespace match
