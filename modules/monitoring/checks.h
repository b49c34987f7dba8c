// SPDX-License-Identifier: EUPL-1.2
// What can be checked of a statement without seeing anybody: pure functions of its cells, of the
// catalogue, and of the city's own earlier totals. catalogue/returns.toml says each rule in words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "monitoring/monitoring.h"

namespace monitoring {

struct Rules;

struct Finding {
    std::string check; // a code of statement_check
    std::string indicator;
    std::string timeframe = "period";
    std::string breakdown = "total";
    std::string cell;
    std::optional<double> value;
    std::optional<double> low;  // what was expected: from
    std::optional<double> high; // to
    std::string other;          // the indicator that it was compared with

    bool operator==(const Finding&) const = default;
};

// Is it the same thing that is asked about, whatever the numbers are now?
bool is_same_matter(const Finding& one, const Finding& other);

std::vector<Finding> check_ranges(const core::Catalogue& catalogue,
                                  const std::vector<Value>& values);
std::vector<Finding> check_parts(const core::Catalogue& catalogue,
                                 const std::vector<Value>& values);
std::vector<Finding> check_year(const core::Catalogue& catalogue, const std::vector<Value>& values);
std::vector<Finding> check_at_most(const Rules& rules, const std::vector<Value>& values);
std::vector<Finding> check_definitions(const core::Catalogue& catalogue,
                                       const std::vector<Value>& values);
// `earlier`: the totals of the city's earlier quarters, each by itself, the newest first.
std::vector<Finding> check_series(const core::Catalogue& catalogue, const Rules& rules,
                                  const std::vector<Value>& values,
                                  const std::vector<std::vector<Value>>& earlier);

// All of them, the gravest first.
std::vector<Finding> check_statement(const core::Catalogue& catalogue, const Rules& rules,
                                     const std::vector<Value>& values,
                                     const std::vector<std::vector<Value>>& earlier);

} // namespace monitoring
