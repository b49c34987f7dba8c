// SPDX-License-Identifier: EUPL-1.2
// Why two records may be of one person, or not: for each field a code. Who shows it has the
// sentences; the values themselves stay where they are.
#pragma once

#include <string>
#include <vector>

#include "people/match/weights.h"

namespace match {

struct Reason {
    std::string field; // "given", "family", "birth", "names_together", "order", or a field's name
    std::string code;  // of the level: "same", "sound", "swapped" …
    double bits = 0;   // for one person, or against
};

// What speaks loudest first; what says nothing is left out.
std::vector<Reason> explain(const Lexicon& lexicon, const Pair& pair, const Score& score);

// Something agrees that few persons share: never a name and a first of January alone.
bool is_telling(const Pair& pair, const Score& score, const Birth& birth, const Lexicon& lexicon);

// "very_likely", "likely", "possible" or "" for what is not worth showing. Very likely only where
// something telling agrees.
constexpr double very_likely_bits = 6.63; // 0.99
constexpr double likely_bits = 0;
constexpr double possible_bits = -2; // 0.2
std::string_view strength(double bits, bool is_telling);

} // namespace match
