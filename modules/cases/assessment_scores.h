// SPDX-License-Identifier: EUPL-1.2
// What the answers of an assessment come to, and how it stands beside the one before. Nothing is
// decided by a score: it shows where to look, and people answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cases/instruments.h"

namespace cases {

// So many points of a hundred are a change.
inline constexpr int change_points_least = 10;
// So many dimensions that grew worse are an early warning.
inline constexpr int worse_dimensions_least = 2;

// The mean of the levels that were answered × 25; nothing where nothing was asked.
std::optional<int> score_of(const std::vector<int>& levels);

// Codes of assessment_level: "none", "attention", "serious".
std::string level_of(const InstrumentDimension& dimension, int score);

// Codes of assessment_trend; nothing where one of the two is not known.
std::optional<std::string> trend_of(const std::optional<int>& before,
                                    const std::optional<int>& now);

// A dimension then and now.
struct Compared {
    const InstrumentDimension* dimension = nullptr;
    std::optional<int> before;
    std::optional<int> now;
};

// Two or more dimensions grew worse, or one has become serious that was not.
bool warns(const std::vector<Compared>& dimensions);

} // namespace cases
