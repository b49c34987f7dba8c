// SPDX-License-Identifier: EUPL-1.2
// The variance by making the estimate again with clusters left out or drawn anew. Slower than the
// linearised one and with hardly an assumption: each replicate can be raked too.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "survey/estimate/calibrate.h"
#include "survey/estimate/result.h"
#include "survey/estimate/sample.h"

namespace estimate {

// Factors on the weights, cluster by cluster: as many as there are interviews would be a thousand
// times more. Variance: scale · sum over replicates of share · (theta - mean of theta)².
struct Replicates {
    std::size_t clusters = 0;
    std::vector<int> cluster_of;              // each interview's
    std::vector<std::vector<double>> factors; // of each replicate, one a cluster
    std::vector<double> shares;               // one a replicate
    double scale = 1;
    double degrees_of_freedom = 0;
    std::vector<std::vector<double>> weights; // of each replicate, when raked; else empty
};

// Each cluster left out in turn, without regard to strata; all others count n/(n-1) (Särndal,
// Swensson, Wretman, 11.5; R: "JK1").
Replicates jackknife(const Design& design);

// Each cluster left out in turn, those of its stratum count n/(n-1) (R: "JKn"). A stratum with one
// cluster: with Lonely::adjust left out as a whole, the others count H/(H-1); else not at all.
Replicates stratified_jackknife(const Design& design);

// In each stratum n-1 of n clusters drawn with replacement, and scaled by n/(n-1) (Rao and Wu 1988;
// R: "subbootstrap"). The same seed gives the same replicates. No finite population correction.
Replicates bootstrap(const Design& design, int replicates, std::uint64_t seed);

// The weights of replicate r.
std::vector<double> weights_of(const Replicates& replicates, std::span<const double> weights,
                               std::size_t replicate);

// Each replicate's weights raked to the margins, as the sample's own were: `weights` are those
// before raking. `faults`: replicates in which raking failed, and which are left out.
struct RakedReplicates {
    Replicates replicates;
    std::vector<std::size_t> faults;
};
RakedReplicates raked(Replicates replicates, std::span<const double> weights,
                      const std::vector<Margin>& margins, const RakingLimits& limits = {});

// Of anything that weights make: a total, a ratio of ratios, a rank.
using Statistic = std::function<double(std::span<const double> weights)>;
struct Replicated {
    double estimate = 0;
    double variance = 0;
    double standard_error = 0;
    Interval plain; // with Student's t
};
Replicated replicate(const Replicates& replicates, std::span<const double> weights,
                     const Statistic& statistic);

} // namespace estimate
