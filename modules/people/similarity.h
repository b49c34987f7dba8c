// SPDX-License-Identifier: EUPL-1.2
// How alike two persons are, as it is told: the evidence of match/ for each field, in bits, as
// codes that have words, and how loudly each speaks. A bit for means that what is seen is twice as
// likely of one person as of two. The numbers themselves are shown to nobody.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "people/profile.h"

namespace people {

struct Similarity {
    double bits = 0;           // log-odds that they are one
    std::string_view strength; // code of similarity_strength; empty where it is not worth showing
    bool telling = false;      // something agrees that few persons share
    // So likely, and an identifier, the telephone, the day of birth or the whole name with the year
    // agree to the letter: not proof, but nobody should add such a person unseen.
    bool must_be_seen = false;
    std::vector<SimilarityReason> reasons; // loudest first
};

// What two know of the identifiers of each other.
enum class Identifiers { unknown, shared, differ };
Identifiers compare_identifiers(const std::vector<std::string>& a, const std::string& fiscal_a,
                                const std::vector<std::string>& b, const std::string& fiscal_b);

// What two have in common of where they were met, and by whom.
struct MetAlike {
    bool district = false;
    bool team = false;
};
MetAlike compare_meetings(const std::vector<Meeting>& a, const std::vector<Meeting>& b);

// Of two that were compared; `birth` is that of the first.
Similarity make_similarity(const match::Lexicon& lexicon, const match::Found& found,
                           const match::Birth& birth, Identifiers identifiers, MetAlike met);

} // namespace people
