// SPDX-License-Identifier: EUPL-1.2
// How far the figures of a statement can be relied on: a score from 0 to 100 of three parts, which
// catalogue/returns.toml defines in words.
#pragma once

#include "monitoring/count.h"

namespace monitoring {

struct Rules;

struct Quality {
    int score = 0; // all from 0 to 100
    int completeness = 0;
    int unremarked = 0;
    int punctuality = 0;
    int late_days = 0;
};

// `late_days`: how long after its due date the quarter was first submitted; 0 for in time.
Quality quality_of(const Rules& rules, const Figures& figures, int late_days);

} // namespace monitoring
