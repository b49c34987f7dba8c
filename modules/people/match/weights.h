// SPDX-License-Identifier: EUPL-1.2
// The weights of evidence of Fellegi and Sunter, in bits: how much likelier what is seen is for one
// person than for two. What many share weighs less.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "people/match/compare.h"
#include "people/match/frequencies.h"

namespace match {

using LevelChances = std::array<double, levels_max>;

// What is learnt: of each place, how often a level is seen of one person (m) and of two (u), where
// both have something to compare.
struct Weights {
    std::array<LevelChances, places_max> m{};
    std::array<LevelChances, places_max> u{};
    // Of two persons whose given name, family name or both agree (names_alike - 1): they come from
    // one country and are of one sex more often than others.
    std::array<std::array<LevelChances, places_max>, 3> u_alike{};
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

// Which names agree, at least by ear: 0 neither, 1 the given name, 2 the family name, 3 both.
std::size_t names_alike(const Pair& pair);
constexpr std::size_t both_alike = 3;

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
