// SPDX-License-Identifier: EUPL-1.2
// Whether who works on a day is insured, and how a project stands: said once, asked everywhere.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"

namespace civic {

// From when to when, both days included.
struct Cover {
    Date from;
    Date until;
};

bool is_covered(const std::vector<Cover>& covers, Date day);
// The first of these days on which nobody is insured.
std::optional<Date> first_uncovered(const std::vector<Cover>& covers, std::vector<Date> days);
// The last day on which somebody is or was insured.
std::optional<Date> last_covered(const std::vector<Cover>& covers);
// Until when without a gap from today on; where nobody is insured now, when that ended. None where
// nobody was yet.
std::optional<Date> covered_until(const std::vector<Cover>& covers, Date today);

struct Standing {
    std::optional<Date> agreement_on;
    std::optional<Date> agreement_until;
    std::optional<Date> ended_on;
    std::vector<Cover> covers;
};

// A code of civic_state.
std::string state_of(const Standing& standing, Date today);

} // namespace civic
