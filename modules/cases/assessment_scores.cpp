// SPDX-License-Identifier: EUPL-1.2
#include "cases/assessment_scores.h"

#include <cmath>
#include <numeric>

namespace cases {

namespace {

constexpr int points_a_level = 25;
constexpr auto serious = "serious";

bool has_become_serious(const Compared& one)
{
    return one.before && one.now && level_of(*one.dimension, *one.now) == serious &&
           level_of(*one.dimension, *one.before) != serious;
}

} // namespace

std::optional<int> score_of(const std::vector<int>& levels)
{
    if (levels.empty())
        return std::nullopt;
    const double sum = std::accumulate(levels.begin(), levels.end(), 0);
    return static_cast<int>(std::lround(sum * points_a_level / static_cast<double>(levels.size())));
}

std::string level_of(const InstrumentDimension& dimension, int score)
{
    if (score >= dimension.serious)
        return serious;
    return score >= dimension.attention ? "attention" : "none";
}

std::optional<std::string> trend_of(const std::optional<int>& before, const std::optional<int>& now)
{
    if (!before || !now)
        return std::nullopt;
    if (*now - *before >= change_points_least)
        return "worse";
    return *before - *now >= change_points_least ? "better" : "same";
}

bool warns(const std::vector<Compared>& dimensions)
{
    int worse = 0;
    for (const auto& one : dimensions) {
        if (has_become_serious(one))
            return true;
        worse += trend_of(one.before, one.now) == "worse" ? 1 : 0;
    }
    return worse >= worse_dimensions_least;
}

} // namespace cases
