// SPDX-License-Identifier: EUPL-1.2
#include "people/match/link.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <random>
#include <unordered_map>

namespace match {

namespace {

constexpr float looked_at_from = -4;
constexpr float kept_from = -12; // log-odds in bits: what is less likely is not kept

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
        const auto pairs = candidates(lexicon_, entries_, settings_.candidates);
        made_.candidate_pairs = static_cast<double>(pairs.size());
        compare_all(pairs);
        made_.seconds_scoring = seconds_since(begun);
        for (int round = 0; round < settings_.rounds; ++round) {
            begun = std::chrono::steady_clock::now();
            count_persons();
            learn_again(round);
            made_.seconds_learning += seconds_since(begun);
            begun = std::chrono::steady_clock::now();
            score_all();
            made_.seconds_scoring += seconds_since(begun);
            begun = std::chrono::steady_clock::now();
            put_together();
            made_.seconds_clustering += seconds_since(begun);
        }
        return std::move(made_);
    }

private:
    void compare_all(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs)
    {
        scored_.resize(pairs.size());
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            auto& pair = scored_[i].pair;
            pair.a = pairs[i].first;
            pair.b = pairs[i].second;
            comparer_.compare(entries_[pair.a], entries_[pair.b], pair);
        }
        made_.pairs_compared = static_cast<double>(pairs.size());
    }

    void count_persons()
    {
        frequencies_ = std::make_unique<Frequencies>(lexicon_);
        const auto& persons = made_.clustering.persons;
        std::vector<std::vector<const Entry*>> groups(persons.empty() ? entries_.size()
                                                                      : made_.clustering.count);
        for (std::size_t i = 0; i < entries_.size(); ++i)
            groups[persons.empty() ? i : persons[i]].push_back(&entries_[i]);
        for (const auto& group : groups)
            frequencies_->add(group);
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

    void score_all()
    {
        std::vector<float> bits(scored_.size());
        for (std::size_t i = 0; i < scored_.size(); ++i)
            bits[i] = scored_[i].bits = bits_of(scored_[i].pair);
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
        const auto [place, is_new] =
            known_.try_emplace(std::uint64_t{std::min(a, b)} << 32 | std::max(a, b), 0.0F);
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

    void put_together()
    {
        known_.clear();
        for (const auto& one : made_.links)
            known_[std::uint64_t{one.a} << 32 | one.b] = one.bits;
        ClusterRules rules;
        rules.average = settings_.average;
        rules.bits_of = [&](std::uint32_t a, std::uint32_t b) { return bits_between(a, b); };
        rules.may_join = [&](std::uint32_t a, std::uint32_t b) {
            return entries_[a].party == 0 || entries_[a].party != entries_[b].party;
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
        for (int round = 0; round < (settings_.sizes ? 3 : 1); ++round) {
            made_.clustering = cluster(entries_.size(), made_.links, rules);
            size = records / static_cast<double>(std::max<std::size_t>(made_.clustering.count, 1));
        }
        rules.threshold = looked_at_from;
        made_.clustering.joins = cluster(entries_.size(), made_.links, rules).joins;
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
