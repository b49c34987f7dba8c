// SPDX-License-Identifier: EUPL-1.2
// The clock of a report: within how long somebody acts on it, by priority. It runs in hours that
// pass, not in hours of the wall: across midnight, and across the nights on which Italy changes its
// clocks, two hours are two hours. The minutes stand in report_priority.csv.
#pragma once

#include <optional>
#include <string>

#include "base/time.h"
#include "core/catalogue.h"

namespace reports {

// None: a planned report, or one that nobody has assessed.
std::optional<int> minutes_of(const core::Catalogue& catalogue,
                              const std::optional<std::string>& priority);

std::optional<Instant> due_after(Instant from, std::optional<int> minutes);

// A report that nobody has assessed is as urgent as the most urgent one until somebody says
// otherwise: it could be. The board shows it as late when two hours have passed.
inline constexpr int minutes_to_assess = 120;
// By when somebody acts, or says how urgent it is.
Instant due_of(Instant from, std::optional<Instant> due);

// What the board needs to know of a report.
struct Running {
    Instant from;
    std::optional<Instant> due;
    std::optional<Instant> acted;
    bool assessed = false;
    bool over = false; // closed, or joined to another
};

// A code of report_clock. "soon_late" when less than a quarter of the time is left.
std::string clock_of(const Running& running, Instant now);

} // namespace reports
