// SPDX-License-Identifier: EUPL-1.2
// The weights of evidence of Fellegi and Sunter, in bits: how much likelier what is seen is for one
// person than for two. What many share weighs less.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "people/match/compare.h"

namespace match {

// How many persons share a word, a sound, a day, a value.
class Frequencies {
public:
    explicit Frequencies(const Lexicon& lexicon);

    // One person, known by these records.
    void add(const std::vector<const Entry*>& records) { count(records, 1); }
    void take_back(const std::vector<const Entry*>& records) { count(records, -1); }

    void make_room(); // as the lexicon does

    double persons() const { return persons_; }
    // As if so many others had been counted: of a handful of persons nothing is common or rare yet.
    void take_for_granted(double persons) { granted_ = persons; }
    double granted() const { return granted_; }
    double of_word(Slot slot, std::uint32_t word) const;
    double of_sound(Slot slot, std::uint32_t sound) const;
    double of_kin(Slot slot, std::uint32_t kin) const;
    double of_sounds(std::uint32_t given, std::uint32_t family) const;
    double of_birth(const Birth& birth) const;
    double of_year(int year) const;
    double of_value(std::size_t field, std::uint32_t value) const;
    // The chance that two persons have the same: the sum of squares.
    double chance_same_word(Slot slot) const;
    double chance_same_birth() const;
    double chance_same_value(std::size_t field) const;

private:
    using Counts = std::vector<std::int32_t>;
    void count(const std::vector<const Entry*>& records, int sign);
    void count_words(const std::vector<const Entry*>& records, int sign);

    const Lexicon& lexicon_;
    double persons_ = 0;
    double granted_ = 0;
    std::array<Counts, 2> words_; // of given names, of family names
    std::array<Counts, 2> sounds_;
    std::array<Counts, 2> kins_;
    std::unordered_map<std::uint64_t, std::int32_t> pairs_of_sounds_;
    std::unordered_map<std::uint32_t, std::int32_t> births_;
    Counts years_;
    std::vector<Counts> values_;
};

using LevelChances = std::array<double, levels_max>;

// What is learnt: of each place, how often a level is seen of one person (m) and of two (u), where
// both have something to compare.
struct Weights {
    std::array<LevelChances, places_max> m{};
    std::array<LevelChances, places_max> u{};
    // Of two persons who are called alike: they come from one country more often than others.
    std::array<LevelChances, places_max> u_alike{};
    double crossed = 0.02;   // how often one person's names are written the other way round
    double prior_bits = -16; // log2 of the odds that two records taken blindly are one person's
    std::size_t places = values_place;
    bool word_frequency = true;
    bool names_together = true;
};

constexpr std::size_t levels_at(std::size_t place)
{
    return place == birth_place ? birth_levels : place < birth_place ? name_levels : value_levels;
}

// Both names agree, at least by ear.
bool names_agree(const Pair& pair);

// Of how many persons the frequencies count the two records that are compared.
enum class Own { none, one, two };

struct Score {
    float bits = 0;                           // without the prior
    std::array<float, places_max> by_place{}; // what each field brings
    float names_together = 0;                 // these two names go together more often than chance
    float order = 0;                          // written the other way round
};

Score score(const Weights& weights, const Frequencies& frequencies, const Comparer& comparer,
            const Pair& pair, const Entry& a, const Entry& b, Own own);

// Of a field of Kind::met where both have a code: told by the one that fewest have. People are met
// in groups; so that is never much, however few they are, and never against.
double met_bits(const Weights& weights, const Frequencies& frequencies, const Lexicon& lexicon,
                std::size_t field, std::string_view a, std::string_view b, double own);

double probability(double bits); // of log-odds in bits

// As text, to be kept from one start to the next; nothing of a text that is not of so many fields.
std::string write_weights(const Weights& weights);
std::optional<Weights> read_weights(std::string_view text, std::size_t fields);

} // namespace match
