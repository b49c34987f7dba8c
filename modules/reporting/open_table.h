// SPDX-License-Identifier: EUPL-1.2
// What of one figure of a quarter may be published: its total, and the cells of its breakdowns.
// Cells from 1 to 4 are hidden, and with them others, until nobody who adds and subtracts, or
// reckons with bounds, finds one. Knows no store.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace reporting {

inline constexpr std::int64_t small_most = 4;

bool is_small(std::int64_t count);

struct OpenCell {
    std::string code;
    // Nothing: a city has suppressed its part of it, and the network does not know it.
    std::optional<std::int64_t> count;
    bool shown = true;
};

// Cells that add up to the total.
struct OpenBreakdown {
    std::string name;
    std::vector<OpenCell> cells;
};

struct OpenTable {
    std::int64_t total = 0;
    bool total_shown = true;
    std::vector<OpenBreakdown> breakdowns;
};

void protect(OpenTable& table);

} // namespace reporting
