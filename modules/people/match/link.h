// SPDX-License-Identifier: EUPL-1.2
// Who in a set of records is the same person: weights learnt from the records alone, pairs scored,
// persons put together.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "people/match/candidates.h"
#include "people/match/cluster.h"
#include "people/match/learn.h"

namespace match {

struct Linking {
    Weights weights;
    std::vector<Link> links; // pairs that may be one, sorted by their records
    Clustering clustering;
    double pairs_compared = 0;
    double candidate_pairs = 0;
    double seconds_learning = 0;
    double seconds_scoring = 0;
    double seconds_clustering = 0;
};

struct LinkSettings {
    CandidateLimits candidates;
    int rounds = 2;
    float threshold = 0; // log-odds in bits
    std::uint64_t seed = 20261130;
    bool word_frequency = true; // each can be left out, to see what it brings
    bool names_together = true;
    bool namesakes = true; // what they have in common by being that
    bool sizes = true;     // how many records persons have
    bool average = true;   // else whoever is linked at all is one
};

Linking link(const Lexicon& lexicon, const std::vector<Entry>& entries,
             const LinkSettings& settings = {});

} // namespace match
