// SPDX-License-Identifier: EUPL-1.2
// Which pairs are worth comparing: those that share a key, and in smaller sets those whose letters,
// dates and values have most in common, whatever key may be broken.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "people/match/roll.h"

namespace match {

// What two records of one person are likely to share, as numbers: the sounds of two names, a sound
// and the year, the day of birth, a telephone.
void keys_of(const Lexicon& lexicon, const Entry& entry, std::vector<std::uint64_t>& keys);

struct CandidateLimits {
    std::size_t block = 150;           // a key that more records share says nothing
    std::size_t nearest = 25;          // of each record, by letters in common
    std::size_t everybody_max = 70000; // beyond so many records only keys are used
};

// Each pair once, the smaller number first, sorted.
std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates(const Lexicon& lexicon,
                                                                const std::vector<Entry>& entries,
                                                                const CandidateLimits& limits = {});

} // namespace match
