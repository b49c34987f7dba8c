// SPDX-License-Identifier: EUPL-1.2
// Weights from the records alone, without knowing who is who.
#pragma once

#include <cstdint>
#include <vector>

#include "people/match/weights.h"

namespace match {

// Who is taken to be whom so far: the number of each record's person. Empty: everybody apart.
using Persons = std::vector<std::uint32_t>;

// u from pairs taken blindly; m by expectation and maximisation, one session for each way in which
// pairs can agree on something (the same day of birth, the same names, the same telephone …), in
// which the other fields are learnt with u fixed. The prior is not set.
Weights learn(const Lexicon& lexicon, const std::vector<Entry>& entries,
              const Frequencies& frequencies, const Persons& persons, std::uint64_t seed);

// What namesakes have in common who are two persons, by their dates: it is no evidence that they
// are one. For each way of being called alike, from one pair a record.
void learn_of_alike(Weights& weights, const Lexicon& lexicon, const std::vector<Entry>& entries,
                    const Persons& persons, std::uint64_t seed);

// Before anything is learnt of matches: u from the records, m from what is usual (weights that were
// measured on labelled lists of several kinds). What the search begins with.
Weights usual_weights(const Lexicon& lexicon, const std::vector<Entry>& entries,
                      const Frequencies& frequencies, std::uint64_t seed);

// The odds that two records taken blindly are one person's, so that the probabilities of all pairs
// that were scored sum up to the pairs that there are.
double learn_prior(const std::vector<float>& bits, double pairs_of_all);

} // namespace match
