// SPDX-License-Identifier: EUPL-1.2
// How many interviews a wanted precision takes.
#pragma once

#include <optional>

namespace survey {

// The z of a two-sided interval: 1.96 for 95 (percent).
double z_of(int confidence_percent);

struct Precision {
    double margin_percent = 10;   // half the width of the interval
    double expected_percent = 50; // the share that is expected
    int confidence_percent = 95;
    double design_effect = 1; // how much more variance than a simple sample has
    // None: nobody knows it, and nothing is corrected for it.
    std::optional<int> population;
};

// deff · n₀ / (1 + (n₀ - 1)/N) with n₀ = z² p (1 - p)/e², rounded up, never more than there are.
int size_of(const Precision& wanted);

} // namespace survey
