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

// How far off all of the evidence may be, where nobody has said of any pair what it is: on labelled
// lists of eight kinds it was by up to four bits, mostly too sure that who differs is two.
constexpr double doubt_bits = 2;
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
        expect_persons();
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
        if (round > 0)
            learn_of_alike();
    }

    // Namesakes who are two persons, by their dates: what else they have in common is no evidence.
    void learn_of_alike()
    {
        auto& weights = made_.weights;
        std::array<LevelChances, places_max> counts{};
        const auto& persons = made_.clustering.persons;
        for (const auto& one : scored_) {
            const auto birth = static_cast<BirthLevel>(one.pair.levels[birth_place]);
            const bool is_two = persons[one.pair.a] != persons[one.pair.b] &&
                                birth >= BirthLevel::differs && birth <= BirthLevel::same_year;
            if (!is_two || !names_agree(one.pair))
                continue;
            for (auto place = values_place; place < weights.places; ++place)
                counts[place][one.pair.levels[place]] += 1;
        }
        for (auto place = values_place; place < weights.places; ++place) {
            double all = 20;
            for (std::size_t level = 1; level < value_levels; ++level)
                all += counts[place][level];
            for (std::size_t level = 1; level < value_levels; ++level)
                weights.u_alike[place][level] =
                    (counts[place][level] + 20 * weights.u[place][level]) / all;
        }
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
                const double together = std::min(static_cast<double>(a + b), 2 * size);
                return static_cast<float>(std::log2(size) + std::log2(std::max(together, 2.0)) - 1);
            };
        rules.threshold = settings_.threshold;
        for (int round = 0; round < (settings_.sizes ? 3 : 1); ++round) {
            made_.clustering = cluster(entries_.size(), made_.links, rules);
            size = records / static_cast<double>(std::max<std::size_t>(made_.clustering.count, 1));
        }
        rules.threshold = looked_at_from;
        made_.clustering.joins = cluster(entries_.size(), made_.links, rules).joins;
    }

    // A group that stayed apart is one of the larger ones, or a person of its own: of many unlikely
    // ones together it may yet be likely that it is one of them.
    std::vector<double> odds_of_apart() const
    {
        const auto& made = made_.clustering;
        std::vector<std::uint32_t> sizes(made.count);
        for (const auto person : made.persons)
            ++sizes[person];
        std::vector<double> odds(made.count);
        for (const auto& one : made.apart) {
            const auto a = made.persons[one.a];
            const auto b = made.persons[one.b];
            const bool is_a = sizes[a] != sizes[b] ? sizes[a] < sizes[b] : a > b;
            odds[is_a ? a : b] += std::exp2(static_cast<double>(one.bits));
        }
        std::erase(odds, 0.0);
        for (auto& one : odds)
            one = std::log2(one);
        return odds;
    }

    // Each join happens with its probability, all of them likelier or less by the same doubt; the
    // bounds come from trying that many times.
    void expect_persons()
    {
        std::mt19937_64 random(settings_.seed);
        std::normal_distribution<double> shift(0, doubt_bits);
        std::uniform_real_distribution<double> chance(0, 1);
        constexpr int tries = 400;
        const auto odds = odds_of_apart();
        const auto joined =
            std::min(entries_.size() - made_.clustering.count, made_.clustering.joins.size());
        const auto count_once = [&](double by) {
            double count = static_cast<double>(entries_.size());
            for (std::size_t i = 0; i < joined; ++i)
                count -= chance(random) < probability(made_.clustering.joins[i].bits + by) ? 1 : 0;
            for (const double one : odds)
                count -= chance(random) < probability(one + by) ? 1 : 0;
            return count;
        };
        std::vector<double> counts;
        for (int i = 0; i < tries; ++i) {
            counts.push_back(count_once(shift(random)));
            made_.persons_expected += counts.back() / tries;
        }
        std::sort(counts.begin(), counts.end());
        made_.persons_low = std::min(counts[tries / 40], made_.persons_expected);
        made_.persons_high = std::max(counts[tries - 1 - tries / 40], made_.persons_expected);
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
