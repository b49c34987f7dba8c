// SPDX-License-Identifier: EUPL-1.2
// How far something between cities has come, and what it waits for meanwhile. Pure.
#pragma once

#include <string>
#include <vector>

#include "core/catalogue.h"
#include "handovers/handovers.h"

namespace handovers {

// Code of handover_state: the answer of the other city, and of a referral what followed. `state` is
// that of the row.
std::string stage_of(const std::string& state, const Progress& progress);

struct Waiting {
    std::string clock; // code of referral_clock
    Date due_on;

    bool is_late() const { return clock == "answer_late" || clock == "outcome_late"; }
};
// `answer_due_on` stands where nothing is waited for.
Waiting waiting_of(const std::string& state, Date answer_due_on, const Progress& progress,
                   Date today);

// What may be told now of a referral that came here: attended, not_attended, closed. That it was
// seen is told by reading it.
std::vector<std::string> steps_after(const std::string& state, const Progress& progress);

// The outcomes with which a referral may be withdrawn, and those with which it may end.
std::vector<std::string> outcomes_to_withdraw(const core::Catalogue& catalogue);
std::vector<std::string> outcomes_to_close(const core::Catalogue& catalogue);

// Whether the outcome can still be taken back where it was written down: for so many days.
bool may_take_back(const Progress& progress, int days, Date today);

} // namespace handovers
