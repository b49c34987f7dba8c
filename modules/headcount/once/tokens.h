// SPDX-License-Identifier: EUPL-1.2
// What of a person may be the same in two cities, however it was written: a few short texts over
// all spellings that a city knows. They never leave the city; what leaves is made of them by
// blind.h.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "people/match/match.h"

namespace once {

// Of what a token is made. Never of names alone: so many share one that how many would be seen.
enum class Trait : std::uint8_t {
    day,      // the sounds of two names, and the day of birth
    heaped,   // two names, a first of January, sex and country
    phone,    // a telephone and the sound of one name
    one_name, // the sound of one name, the day of birth, sex and country
    year,     // two names, the year of birth, sex and country
};
constexpr bool is_strong(Trait trait) { return trait <= Trait::phone; }

struct Token {
    Trait trait = Trait::day;
    std::string text;
    auto operator<=>(const Token&) const = default;
};

// One strong token in common, or two others, and two persons are taken for one.
constexpr int strong_worth = 2;
constexpr int weak_worth = 1;
constexpr int worth_wanted = 2;
constexpr int worth_of(Trait trait) { return is_strong(trait) ? strong_worth : weak_worth; }

// At most so many of each kind; of somebody with more spellings some of each trait are kept.
constexpr std::size_t strong_max = 12;
constexpr std::size_t weak_max = 12;

// The fields that tokens are made of, in the order of Record::values: sex, country, phone.
const std::vector<match::FieldKind>& token_fields();

// Makes tokens of persons; keeps the words of names that it has seen.
class TokenMaker {
public:
    TokenMaker() : lexicon_(token_fields()) {}
    // Of everything that is written of one person, each token once, in order.
    std::vector<Token> tokens_of(const std::vector<match::Record>& writings);

private:
    match::Lexicon lexicon_;
};

} // namespace once
