// SPDX-License-Identifier: EUPL-1.2
// How much will have been counted by a day, if it goes on as it went: pure. catalogue/returns.toml
// says it in words.
#pragma once

#include <optional>
#include <vector>

#include "base/time.h"

namespace monitoring {

// What was added in so many days.
struct Stretch {
    double added = 0;
    int days = 0;
};

struct Expected {
    double value = 0;
    double low = 0; // in 8 of 10 cases it will be between these two
    double high = 0;
};

// `quarters`: of those that are over. `running`: since the last of them, which counts for the pace
// and not for how much quarters differ. None where there are fewer than `least` quarters.
std::optional<Expected> forecast(double so_far, const std::vector<Stretch>& quarters,
                                 Stretch running, int days_left, int least);

} // namespace monitoring
