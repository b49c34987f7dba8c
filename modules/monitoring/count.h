// SPDX-License-Identifier: EUPL-1.2
// Counting: from the facts of a city to the values of its indicators. The rules are those of
// docs/generated/indicators.md; the worked examples of the catalogue test them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "monitoring/indicator.h"
#include "monitoring/rows.h"

namespace monitoring {

// The cells that breakdowns by codes have from the start, by name of the breakdown: the districts
// of a city, the settings of contacts, the categories and sources of reports.
using Lists = std::map<std::string, std::vector<std::string>>;
Lists lists_of(const core::Catalogue& catalogue, std::string_view city);

struct Figures {
    std::vector<Value> values;
    std::vector<LeftOut> left_out;
};

// Every indicator for the period (total and breakdowns) and for the year up to its end (total).
// All cells are there, those of zero too.
Figures count_all(store::Transaction& transaction, const std::vector<Indicator>& all,
                  const Lists& lists, Period period, Date as_of);
Figures count_one(store::Transaction& transaction, const Indicator& indicator, const Lists& lists,
                  Period period, Date as_of);

// One total, of the year up to today.
Value total_since_january(store::Transaction& transaction, const Indicator& indicator, Date today);

// under_18, 18_60, over_60 or not_recorded, on that day. What is not known of a date of birth is
// taken as its first: the first month, the first day. Without a year, what was seen decides.
std::string age_bracket(const Fact& fact, Date day);

// Cells of zero say nothing that their absence does not; totals and suppressed cells stay.
void leave_out_zeros(std::vector<Value>& values);

} // namespace monitoring
