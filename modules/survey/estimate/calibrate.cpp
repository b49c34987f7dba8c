// SPDX-License-Identifier: EUPL-1.2
#include "survey/estimate/calibrate.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/problem.h"

namespace estimate {

namespace {

std::vector<double> totals(const std::vector<double>& weights, const Margin& margin)
{
    std::vector<double> sums(margin.total.size());
    for (std::size_t i = 0; i < weights.size(); ++i)
        sums[static_cast<std::size_t>(margin.level[i])] += weights[i];
    return sums;
}

std::string name_of_level(const Margin& margin, std::size_t level)
{
    return level < margin.levels.size() ? margin.levels[level] : std::to_string(level);
}

void blame(Raked& raked, Fault fault, const Margin& margin, std::size_t level)
{
    raked.fault = fault;
    raked.margin = margin.name;
    raked.level = name_of_level(margin, level);
}

// What no amount of scaling can mend.
void find_impossible(Raked& raked, const std::vector<Margin>& margins, double apart_max)
{
    double everybody = -1;
    for (const auto& margin : margins) {
        ENSURE(margin.level.size() == raked.weights.size());
        for (const int level : margin.level)
            ENSURE(level >= 0 && level < static_cast<int>(margin.total.size()));
        const auto sums = totals(raked.weights, margin);
        for (std::size_t level = 0; level < sums.size(); ++level) {
            ENSURE(margin.total[level] >= 0);
            if (margin.total[level] > 0 && sums[level] == 0)
                return blame(raked, Fault::level_without_interviews, margin, level);
            if (margin.total[level] == 0 && sums[level] > 0)
                return blame(raked, Fault::level_without_population, margin, level);
        }
        const double sum = std::accumulate(margin.total.begin(), margin.total.end(), 0.0);
        if (everybody >= 0 && std::abs(sum - everybody) > apart_max * everybody) {
            raked.off = std::abs(sum - everybody) / everybody;
            raked.fault = Fault::different_totals;
            raked.margin = margin.name;
            return;
        }
        if (everybody < 0)
            everybody = sum;
    }
}

void scale_to_margin(std::vector<double>& weights, const Margin& margin)
{
    auto factors = totals(weights, margin);
    for (std::size_t level = 0; level < factors.size(); ++level)
        factors[level] = factors[level] > 0 ? margin.total[level] / factors[level] : 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        weights[i] *= factors[static_cast<std::size_t>(margin.level[i])];
}

// Notes the level that is furthest from its total.
void look_how_far(Raked& raked, const std::vector<Margin>& margins)
{
    raked.off = 0;
    for (const auto& margin : margins) {
        const auto sums = totals(raked.weights, margin);
        for (std::size_t level = 0; level < sums.size(); ++level) {
            if (margin.total[level] == 0)
                continue;
            const double off = std::abs(sums[level] / margin.total[level] - 1);
            if (off <= raked.off)
                continue;
            raked.off = off;
            raked.margin = margin.name;
            raked.level = name_of_level(margin, level);
        }
    }
}

} // namespace

Raked rake(const std::vector<double>& weights, const std::vector<Margin>& margins,
           const RakingLimits& limits)
{
    Raked raked;
    raked.weights = weights;
    find_impossible(raked, margins, limits.apart_max);
    if (!raked.is_good())
        return raked;
    for (raked.rounds = 0; raked.rounds < limits.rounds_max;) {
        ++raked.rounds;
        for (const auto& margin : margins)
            scale_to_margin(raked.weights, margin);
        look_how_far(raked, margins);
        if (raked.off > limits.tolerance)
            continue;
        raked.margin.clear();
        raked.level.clear();
        return raked;
    }
    raked.fault = Fault::not_converged;
    return raked;
}

Raked post_stratify(const std::vector<double>& weights, const Margin& margin)
{
    return rake(weights, {margin});
}

Sample calibrated(Sample sample, std::vector<Margin> margins, const Raked& raked)
{
    ENSURE(raked.is_good() && raked.weights.size() == sample.weights.size());
    sample.calibration = Calibration{std::move(margins), std::move(sample.weights)};
    sample.weights = raked.weights;
    return sample;
}

} // namespace estimate
