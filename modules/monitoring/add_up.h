// SPDX-License-Identifier: EUPL-1.2
// The sum of cities: what can be added is added, and nothing else.
#pragma once

#include "monitoring/monitoring.h"

namespace monitoring {

// Of each city its totals. A person known in two cities counts in both; medians are not added; of
// figures counted by several versions of a definition, only those of the newest are.
std::vector<NetworkValue> add_up(const core::Catalogue& catalogue,
                                 const std::vector<std::vector<Value>>& cities);

} // namespace monitoring
