// SPDX-License-Identifier: EUPL-1.2
// Small numbers. Before figures leave a city, every cell of a breakdown that stands for 1 to 4 is
// suppressed, and with it as many others as it takes that none can be found by adding and
// subtracting what remains. Totals stay exact (docs/decisions/0004).
#pragma once

#include <vector>

#include "monitoring/monitoring.h"

namespace monitoring {

inline constexpr std::int64_t small_most = 4;

// `values` has every cell of each breakdown, also those of zero, as count_all gives them.
// Suppressed cells lose their numbers.
void suppress(std::vector<Value>& values);
// The same, and totals that are small lose their numbers too: for who may not even learn how few.
void suppress_with_totals(std::vector<Value>& values);
void lose_number(Value& value);

} // namespace monitoring
