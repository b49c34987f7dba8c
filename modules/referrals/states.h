// SPDX-License-Identifier: EUPL-1.2
// How a referral goes on: which step may follow, and what it waits for meanwhile. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "core/catalogue.h"
#include "referrals/rows.h"

namespace referrals {

// By whom a step is told: somebody who works here, or the service with its link.
enum class Teller { worker, link };

// Codes of referral_step, in the order in which they are offered.
std::vector<std::string> steps_after(const std::string& state, Teller teller);

// The same, with the outcomes that fit each.
std::vector<NextStep> next_steps(const core::Catalogue& catalogue, const std::string& state,
                                 Teller teller);

// Whether this outcome fits the step: a service refuses for reasons of its own, a sender withdraws
// for others.
bool fits(const core::Catalogue& catalogue, const std::string& what, const std::string& outcome,
          Teller teller);

// The yes/no columns of referral_outcome.csv.
bool is_gap(const core::Catalogue& catalogue, const std::string& outcome);
// "confirms", "doubts", or "": what an outcome says of the directory.
std::string says_of_service(const core::Catalogue& catalogue, const std::string& outcome);

// When an answer, and when the outcome is due; see referral_mode.csv. Of an appointment the days
// begin with its day.
struct Due {
    std::optional<Instant> answer; // none: the service is not asked for one
    Instant outcome;
};
Due due_of(const core::Catalogue& catalogue, const std::string& mode, Instant sent_at,
           std::optional<Instant> appointment_at);

struct Waiting {
    std::string clock; // code of referral_clock
    std::optional<Instant> due;

    bool is_late() const { return clock == "answer_late" || clock == "outcome_late"; }
};
Waiting waiting_of(const ReferralRow& row, Instant now);

// For how many days after the outcome is due the link still opens.
inline constexpr int link_days_more = 30;

} // namespace referrals
