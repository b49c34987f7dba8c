// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/forecast.h"

#include <algorithm>
#include <cmath>

namespace monitoring {

namespace {

constexpr double of_eighty_percent = 1.2816; // standard deviations to each side

// How much more the quarters differ than counts of independent events would: their variance over
// their mean. At least 1: quarters that happen to be alike are no promise.
double dispersion_of(const std::vector<Stretch>& quarters, double pace)
{
    double sum = 0;
    for (const auto& quarter : quarters) {
        const auto expected = pace * quarter.days;
        if (expected > 0)
            sum += (quarter.added - expected) * (quarter.added - expected) / expected;
    }
    return std::max(1.0, sum / static_cast<double>(quarters.size() - 1));
}

} // namespace

std::optional<Expected> forecast(double so_far, const std::vector<Stretch>& quarters,
                                 Stretch running, int days_left, int least)
{
    if (quarters.size() < static_cast<std::size_t>(std::max(2, least)) || days_left <= 0)
        return std::nullopt;
    // A correction may have taken more away than was added.
    auto all = Stretch{std::max(0.0, running.added), std::max(0, running.days)};
    for (const auto& quarter : quarters) {
        all.added += std::max(0.0, quarter.added);
        all.days += quarter.days;
    }
    const auto pace = all.added / all.days;
    const auto rest = pace * days_left;
    const auto variance =
        dispersion_of(quarters, pace) * rest * (1 + static_cast<double>(days_left) / all.days);
    const auto aside = of_eighty_percent * std::sqrt(variance);
    return Expected{.value = so_far + rest,
                    .low = std::max(so_far, so_far + rest - aside),
                    .high = so_far + rest + aside};
}

} // namespace monitoring
