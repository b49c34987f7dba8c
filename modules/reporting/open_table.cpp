// SPDX-License-Identifier: EUPL-1.2
// Of a breakdown a reader knows the total, less what is shown: what the hidden cells are together.
// A hidden cell can be anything from the least (one, or zero where zeros are hidden too) up to what
// is left when all others are the least. While that is 4 or less for some cell, whoever reads knows
// that it is small; then more is hidden.
#include "reporting/open_table.h"

#include <algorithm>

namespace reporting {

namespace {

void hide_small(OpenBreakdown& breakdown)
{
    for (auto& cell : breakdown.cells)
        cell.shown = cell.shown && cell.count && !is_small(*cell.count);
}

// The smallest that is shown and not zero; none: null.
OpenCell* next_to_hide(OpenBreakdown& breakdown)
{
    OpenCell* smallest = nullptr;
    for (auto& cell : breakdown.cells)
        if (cell.shown && *cell.count > 0 &&
            (smallest == nullptr || *cell.count < *smallest->count))
            smallest = &cell;
    return smallest;
}

bool is_safe(const OpenBreakdown& breakdown, std::int64_t total)
{
    std::int64_t hidden = 0;
    std::int64_t left = total;
    bool zeros_are_shown = false;
    for (const auto& cell : breakdown.cells) {
        hidden += cell.shown ? 0 : 1;
        left -= cell.shown ? *cell.count : 0;
        zeros_are_shown |= cell.shown;
    }
    if (hidden == 0)
        return true;
    const std::int64_t least = zeros_are_shown ? 1 : 0;
    return hidden > 1 && left - (hidden - 1) * least > small_most;
}

void hide_all(OpenBreakdown& breakdown)
{
    for (auto& cell : breakdown.cells)
        cell.shown = false;
}

} // namespace

bool is_small(std::int64_t count) { return count >= 1 && count <= small_most; }

void protect(OpenTable& table)
{
    table.total_shown = !is_small(table.total);
    for (auto& breakdown : table.breakdowns) {
        hide_small(breakdown);
        if (!table.total_shown)
            hide_all(breakdown);
        while (table.total_shown && !is_safe(breakdown, table.total)) {
            auto* more = next_to_hide(breakdown);
            if (more == nullptr) {
                hide_all(breakdown);
                break;
            }
            more->shown = false;
        }
    }
}

} // namespace reporting
