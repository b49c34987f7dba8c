// SPDX-License-Identifier: EUPL-1.2
// Why two records may be of one person, or not: for each field a code and facts. The sentences are
// in the words ("match.reason.<field>.<level>"); the values themselves stay where they are.
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

// "very_likely", "likely", "possible" or "" for what is not worth showing. Very likely only where
// something agrees that few persons share: never by a name and a first of January alone.
std::string_view strength(const Pair& pair, const Score& score, double bits, const Birth& birth,
                          const Lexicon& lexicon);

} // namespace match
