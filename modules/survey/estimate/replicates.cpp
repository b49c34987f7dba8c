// SPDX-License-Identifier: EUPL-1.2
#include "survey/estimate/replicates.h"

#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <utility>

#include "base/problem.h"

namespace estimate {

namespace {

Replicates without_factors(const Design& design)
{
    Replicates replicates;
    const auto& level = design.first_stage();
    replicates.cluster_of = level.cluster_of;
    for (const auto& stratum : level.strata)
        replicates.clusters += static_cast<std::size_t>(stratum.clusters);
    replicates.degrees_of_freedom = design.degrees_of_freedom();
    return replicates;
}

// The whole stratum left out: it has one cluster, and all others take its place.
void leave_stratum_out(Replicates& replicates, const Design::Stratum& stratum, double strata)
{
    if (strata < 2)
        return;
    std::vector<double> factors(replicates.clusters, strata / (strata - 1));
    factors[static_cast<std::size_t>(stratum.first)] = 0;
    replicates.factors.push_back(std::move(factors));
    replicates.shares.push_back((strata - 1) / strata);
}

} // namespace

Replicates jackknife(const Design& design)
{
    auto replicates = without_factors(design);
    const auto count = static_cast<double>(replicates.clusters);
    const auto& strata = design.first_stage().strata;
    replicates.scale = (count - 1) / count * (strata.size() == 1 ? strata[0].correction : 1);
    replicates.degrees_of_freedom = count - 1;
    for (std::size_t one = 0; one < replicates.clusters; ++one) {
        std::vector<double> factors(replicates.clusters, count / (count - 1));
        factors[one] = 0;
        replicates.factors.push_back(std::move(factors));
        replicates.shares.push_back(1);
    }
    return replicates;
}

Replicates stratified_jackknife(const Design& design)
{
    auto replicates = without_factors(design);
    const auto& strata = design.first_stage().strata;
    double lonely = 0;
    for (const auto& stratum : strata) {
        if (stratum.correction == 0)
            continue; // drawn whole: no error comes from it
        if (stratum.clusters == 1) {
            ++lonely;
            if (design.sample().lonely == Lonely::adjust)
                leave_stratum_out(replicates, stratum, static_cast<double>(strata.size()));
            continue;
        }
        const double count = stratum.clusters;
        for (int one = 0; one < stratum.clusters; ++one) {
            std::vector<double> factors(replicates.clusters, 1);
            for (int other = 0; other < stratum.clusters; ++other)
                factors[static_cast<std::size_t>(stratum.first + other)] =
                    other == one ? 0 : count / (count - 1);
            replicates.factors.push_back(std::move(factors));
            replicates.shares.push_back(stratum.correction * (count - 1) / count);
        }
    }
    const auto made = static_cast<double>(replicates.factors.size());
    if (lonely > 0 && made > 0 && design.sample().lonely == Lonely::average)
        replicates.scale = static_cast<double>(replicates.clusters) / made;
    return replicates;
}

Replicates bootstrap(const Design& design, int count, std::uint64_t seed)
{
    ENSURE(count >= 2);
    auto replicates = without_factors(design);
    std::mt19937_64 chance(seed);
    for (int replicate = 0; replicate < count; ++replicate) {
        std::vector<double> factors(replicates.clusters);
        for (const auto& stratum : design.first_stage().strata) {
            const auto first = static_cast<std::size_t>(stratum.first);
            if (stratum.clusters == 1) {
                factors[first] = 1;
                continue;
            }
            const auto clusters = static_cast<std::uint64_t>(stratum.clusters);
            const double factor = static_cast<double>(clusters) / static_cast<double>(clusters - 1);
            // Not by a distribution of the library's, which may draw otherwise in the next one.
            for (std::uint64_t drawn = 0; drawn + 1 < clusters; ++drawn)
                factors[first + chance() % clusters] += factor;
        }
        replicates.factors.push_back(std::move(factors));
        replicates.shares.push_back(1);
    }
    replicates.scale = 1.0 / (count - 1);
    return replicates;
}

std::vector<double> weights_of(const Replicates& replicates, std::span<const double> weights,
                               std::size_t replicate)
{
    if (!replicates.weights.empty())
        return replicates.weights[replicate];
    const auto& factors = replicates.factors[replicate];
    std::vector<double> result(weights.begin(), weights.end());
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] *= factors[static_cast<std::size_t>(replicates.cluster_of[i])];
    return result;
}

RakedReplicates raked(Replicates replicates, std::span<const double> weights,
                      const std::vector<Margin>& margins, const RakingLimits& limits)
{
    RakedReplicates result;
    std::vector<double> shares;
    std::vector<std::vector<double>> factors;
    std::vector<std::vector<double>> all;
    for (std::size_t one = 0; one < replicates.factors.size(); ++one) {
        auto made = rake(weights_of(replicates, weights, one), margins, limits);
        if (!made.is_good()) {
            result.faults.push_back(one);
            continue;
        }
        all.push_back(std::move(made.weights));
        shares.push_back(replicates.shares[one]);
        factors.push_back(std::move(replicates.factors[one]));
    }
    // Those that are left stand for those that are not.
    if (!all.empty())
        replicates.scale *=
            static_cast<double>(replicates.factors.size()) / static_cast<double>(all.size());
    replicates.weights = std::move(all);
    replicates.shares = std::move(shares);
    replicates.factors = std::move(factors);
    result.replicates = std::move(replicates);
    return result;
}

Replicated replicate(const Replicates& replicates, std::span<const double> weights,
                     const Statistic& statistic)
{
    Replicated result;
    result.estimate = statistic(weights);
    const auto count = replicates.factors.size();
    std::vector<double> values;
    for (std::size_t one = 0; one < count; ++one)
        values.push_back(statistic(weights_of(replicates, weights, one)));
    if (values.empty()) {
        result.variance = std::numeric_limits<double>::quiet_NaN();
    } else {
        const double mean =
            std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(count);
        for (std::size_t one = 0; one < count; ++one)
            result.variance += replicates.shares[one] * (values[one] - mean) * (values[one] - mean);
        result.variance *= replicates.scale;
    }
    result.standard_error = std::sqrt(result.variance);
    result.plain = plain(result.estimate, result.standard_error, replicates.degrees_of_freedom);
    return result;
}

} // namespace estimate
