// SPDX-License-Identifier: EUPL-1.2
// What must be done for a minor by when: worked out from the file, what was done, the birthday and
// the terms. Knows no store.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/catalogue.h"
#include "minors/rows.h"

namespace minors {

inline constexpr auto court_report = "REPORT_COURT";
inline constexpr auto support_asked = "CONTINUED_SUPPORT";

// A term as it holds in a city.
struct Term {
    std::string what;
    std::string start; // code of minor_clock_start
    int days = 0;
    int days_of_network = 0;
    std::string source_it;
    std::string source_en;
    bool confirmed = false;
};

// The network's, with the days that a city has set.
std::vector<Term> terms_of(const core::Catalogue& catalogue, const std::vector<TermRow>& own);
bool is_on_a_clock(const core::Catalogue& catalogue, const std::string& what);

// The day on which somebody turns so many years old. Who was born on 29 February does so on 1
// March. Of a year of birth alone the first day, so that nothing is thought of too late.
struct Birthday {
    Date on;
    bool estimated = false;
};
std::optional<Birthday> birthday(const people::Birth& birth, int years);

// What is due for this file, in order of the day: nothing that a closed file no longer waits for.
struct Due {
    std::string what;
    Date due_on;
    std::optional<Date> done_on;
};
std::vector<Due> dues_of(const FileRow& file, const people::Birth& birth,
                         const std::vector<StepRow>& steps, const std::vector<Term>& terms);

// "open", "late", "done", "done_late".
const char* state_of(Date due_on, const std::optional<Date>& done_on, Date today);

} // namespace minors
