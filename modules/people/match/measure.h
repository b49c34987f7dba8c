// SPDX-License-Identifier: EUPL-1.2
// How right a linking is, where the truth is known.
#pragma once

#include <cstdint>
#include <vector>

#include "people/match/cluster.h"

namespace match {

struct Quality {
    double precision = 0;
    double recall = 0;
    double f1 = 0;
    float threshold = 0;
};

struct Measured {
    double true_pairs = 0;
    Quality pairs_shipped;       // each pair by itself, at the shipped threshold
    Quality pairs_best;          // at the threshold that labels would choose
    double recall_at_99 = 0;     // the most recall of pairs where 99 of 100 are right
    double candidate_recall = 0; // true pairs that were scored at all
    Quality persons_shipped;     // pairs within the persons that were put together
    Quality persons_best;
    double recall_at_99_persons = 0;
    double b_cubed_precision = 0;
    double b_cubed_recall = 0;
    double b_cubed = 0;
    double persons_true = 0;
};

// `truth` numbers the person of each record. Pairs of the same `party` (not 0) are left out.
Measured measure(const std::vector<Link>& links, const Clustering& clustering,
                 const std::vector<std::uint32_t>& truth, const std::vector<std::uint32_t>& parties,
                 float threshold);

} // namespace match
