// SPDX-License-Identifier: EUPL-1.2
// Needs that come up (DOMAIN, SUR-05): between two waves, and out of open answers.
#pragma once

#include <string>
#include <vector>

#include "survey/estimate/result.h"

namespace estimate {

struct Ranked {
    std::string need;
    Result prevalence;
};

// Of a need that both waves asked about. Rank 1 is the most frequent; equal figures share a rank.
struct Risen {
    std::string need;
    int rank_before = 0;
    int rank_now = 0;
    bool intervals_apart = false; // the interval now lies above the one before
    bool is_emerging = false; // three places up or more, with intervals apart and enough interviews
};

constexpr int places_up_min = 3;

// Needs that only one of the two waves asked about are left out, and do not count for the ranks: a
// question that is new does not push another one down.
std::vector<Risen> compare_waves(const std::vector<Ranked>& before, const std::vector<Ranked>& now);

// A theme of the open answers, and how many persons of each group spoke of it.
struct Theme {
    std::string code;
    bool in_baseline = false; // one of the needs that the questionnaire asks about
    std::vector<int> persons; // by group
};

// Not in the baseline, spoken of by at least `persons_min` persons all together, out of at least
// two groups. Together, not in each group: operators and bodies are few, and a need that comes up
// is better looked at once too often.
bool is_emerging(const Theme& theme, int persons_min);

} // namespace estimate
