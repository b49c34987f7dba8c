// SPDX-License-Identifier: EUPL-1.2
// Weights that agree with what is known of the population. Only where a margin is defensible: of
// people without papers nobody knows how many there are, and nothing must be forced to say so.
#pragma once

#include <string>
#include <vector>

#include "survey/estimate/sample.h"

namespace estimate {

enum class Fault {
    none,
    not_converged,            // margins that contradict each other, or the sample
    level_without_interviews, // the population has somebody there, the sample nobody
    level_without_population, // the other way round
    different_totals,         // two margins are of populations of different size
};

struct Raked {
    Fault fault = Fault::none;
    std::string margin; // where; when not converged, the one that is furthest off
    std::string level;
    double off = 0; // how far, as a share of the level's total
    int rounds = 0;
    std::vector<double> weights; // as far as it came; not to be used when there is a fault

    bool is_good() const { return fault == Fault::none; }
};

struct RakingLimits {
    int rounds_max = 100;
    double tolerance = 1e-9; // furthest that a level may be off, as a share of its total
    double apart_max = 1e-6; // furthest that the sums of two margins may be apart
};

// Iterative proportional fitting (Deming and Stephan 1940; Deville, Särndal, Sautory 1993): every
// margin in turn is scaled to its totals, until all agree at once.
Raked rake(const std::vector<double>& weights, const std::vector<Margin>& margins,
           const RakingLimits& limits = {});

// One margin, so one round.
Raked post_stratify(const std::vector<double>& weights, const Margin& margin);

// The sample with the raked weights, its variance being told of the margins. `raked` must be good.
Sample calibrated(Sample sample, std::vector<Margin> margins, const Raked& raked);

} // namespace estimate
