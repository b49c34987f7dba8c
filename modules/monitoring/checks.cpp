// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/checks.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "monitoring/indicator.h"
#include "monitoring/rules.h"

namespace monitoring {

namespace {

constexpr double mad_to_deviation = 1.4826; // what makes it a standard deviation where it is one
constexpr double rounding = 1e-6;

Finding found(const std::string& check, const Value& value)
{
    Finding finding;
    finding.check = check;
    finding.indicator = value.indicator;
    finding.timeframe = value.window;
    finding.breakdown = value.breakdown;
    finding.cell = value.cell;
    finding.value = value.value;
    return finding;
}

bool is_total(const Value& value, std::string_view window)
{
    return value.breakdown == "total" && value.window == window;
}

const Value* total_of(const std::vector<Value>& values, const std::string& indicator,
                      std::string_view window)
{
    for (const auto& value : values)
        if (value.indicator == indicator && is_total(value, window))
            return &value;
    return nullptr;
}

// Counts, of which parts make a whole and a quarter is a part of its year.
bool is_count(const Indicator& indicator)
{
    return indicator.unit == Unit::persons || indicator.unit == Unit::events ||
           indicator.unit == Unit::total_hours;
}

bool out_of_range(const Value& value, const Indicator* indicator)
{
    if (value.suppressed)
        return value.value || value.numerator || value.denominator || value.p90;
    if (value.value && (!std::isfinite(*value.value) || *value.value < 0))
        return true;
    if (value.numerator && *value.numerator < 0)
        return true;
    if (value.denominator && *value.denominator < 0)
        return true;
    if (value.p90 && value.value && *value.p90 < *value.value - rounding)
        return true;
    if (indicator == nullptr || indicator->unit != Unit::share)
        return false;
    if (value.value && *value.value > 1 + rounding)
        return true;
    if (value.numerator && value.denominator && *value.numerator > *value.denominator)
        return true;
    return value.value && value.numerator && value.denominator && *value.denominator > 0 &&
           std::abs(*value.value - static_cast<double>(*value.numerator) /
                                       static_cast<double>(*value.denominator)) > 1e-3;
}

// What parts of a whole have together.
struct Together {
    double sum = 0;
    int cells = 0;
    bool some_suppressed = false;
};

double part_of(const Value& value)
{
    return value.denominator ? static_cast<double>(*value.denominator) : value.value.value_or(0);
}

double median_of(std::vector<double> numbers)
{
    std::sort(numbers.begin(), numbers.end());
    const auto half = numbers.size() / 2;
    return numbers.size() % 2 == 1 ? numbers[half] : (numbers[half - 1] + numbers[half]) / 2;
}

} // namespace

bool is_same_matter(const Finding& one, const Finding& other)
{
    return std::tie(one.check, one.indicator, one.timeframe, one.breakdown, one.cell, one.other) ==
           std::tie(other.check, other.indicator, other.timeframe, other.breakdown, other.cell,
                    other.other);
}

std::vector<Finding> check_ranges(const core::Catalogue& catalogue,
                                  const std::vector<Value>& values)
{
    std::vector<Finding> findings;
    for (const auto& value : values)
        if (out_of_range(value, find_indicator(catalogue, value.indicator)))
            findings.push_back(found("range", value));
    return findings;
}

// Cells of zero are not sent. Hours are rounded in each cell: their sum may be a little off.
std::vector<Finding> check_parts(const core::Catalogue& catalogue, const std::vector<Value>& values)
{
    std::map<std::pair<std::string, std::string>, Together> breakdowns;
    for (const auto& value : values) {
        if (value.breakdown == "total")
            continue;
        auto& together = breakdowns[{value.indicator, value.breakdown}];
        together.some_suppressed |= value.suppressed;
        together.sum += value.suppressed ? 0 : part_of(value);
        ++together.cells;
    }
    std::vector<Finding> findings;
    for (const auto& [which, together] : breakdowns) {
        const auto* total = total_of(values, which.first, "period");
        if (total == nullptr || total->suppressed)
            continue;
        const auto* indicator = find_indicator(catalogue, which.first);
        const bool hours = indicator != nullptr && indicator->unit == Unit::total_hours;
        const auto leeway = hours ? 0.1 * (together.cells + 1) : 0.5;
        const auto whole = part_of(*total);
        const bool too_much = together.sum > whole + leeway;
        const bool too_little = !together.some_suppressed && together.sum < whole - leeway;
        if (!too_much && !too_little)
            continue;
        auto finding = found("parts", *total);
        finding.breakdown = which.second;
        finding.value = together.sum;
        finding.low = together.some_suppressed ? 0 : whole;
        finding.high = whole;
        findings.push_back(std::move(finding));
    }
    return findings;
}

std::vector<Finding> check_year(const core::Catalogue& catalogue, const std::vector<Value>& values)
{
    std::vector<Finding> findings;
    for (const auto& year : values) {
        const auto* indicator = find_indicator(catalogue, year.indicator);
        if (!is_total(year, "year_to_date") || indicator == nullptr || !is_count(*indicator))
            continue;
        const auto* quarter = total_of(values, year.indicator, "period");
        if (quarter == nullptr || !quarter->value || !year.value ||
            *year.value >= *quarter->value - 0.1)
            continue;
        auto finding = found("year", year);
        finding.low = quarter->value;
        findings.push_back(std::move(finding));
    }
    return findings;
}

std::vector<Finding> check_at_most(const Rules& rules, const std::vector<Value>& values)
{
    std::vector<Finding> findings;
    for (const auto& [less, more] : rules.at_most)
        for (const auto* window : {"period", "year_to_date"}) {
            const auto* smaller = total_of(values, less, window);
            const auto* larger = total_of(values, more, window);
            if (smaller == nullptr || larger == nullptr || !smaller->value || !larger->value ||
                *smaller->value <= *larger->value)
                continue;
            auto finding = found("at_most", *smaller);
            finding.high = larger->value;
            finding.other = more;
            findings.push_back(std::move(finding));
        }
    return findings;
}

std::vector<Finding> check_definitions(const core::Catalogue& catalogue,
                                       const std::vector<Value>& values)
{
    std::vector<Finding> findings;
    std::set<std::string> stated;
    for (const auto& value : values) {
        if (!is_total(value, "period") || !stated.insert(value.indicator).second)
            continue;
        const auto* indicator = find_indicator(catalogue, value.indicator);
        const auto expected = indicator == nullptr ? 0 : indicator->definition.version;
        if (value.version == expected)
            continue;
        auto finding = found("definition", value);
        finding.value = value.version;
        finding.high = expected;
        findings.push_back(std::move(finding));
    }
    for (const auto& indicator : indicators(catalogue))
        if (!stated.contains(indicator.definition.code)) {
            Finding finding;
            finding.check = "definition";
            finding.indicator = indicator.definition.code;
            finding.high = indicator.definition.version;
            findings.push_back(std::move(finding));
        }
    return findings;
}

std::vector<Finding> check_series(const core::Catalogue& catalogue, const Rules& rules,
                                  const std::vector<Value>& values,
                                  const std::vector<std::vector<Value>>& earlier)
{
    const auto& rule = rules.series;
    std::vector<Finding> findings;
    for (const auto& value : values) {
        const auto* indicator = find_indicator(catalogue, value.indicator);
        if (!is_total(value, "period") || indicator == nullptr || indicator->is_length() ||
            !value.value)
            continue;
        const bool is_share = indicator->unit == Unit::share;
        const auto speaks = [&](const Value& one) {
            return one.value && one.version == value.version &&
                   (!is_share || one.denominator.value_or(0) >= rule.cases_least);
        };
        std::vector<double> before;
        for (const auto& quarter : earlier)
            if (const auto* one = total_of(quarter, value.indicator, "period");
                one != nullptr && speaks(*one) &&
                before.size() < static_cast<std::size_t>(rule.quarters_most))
                before.push_back(*one->value);
        if (before.size() < static_cast<std::size_t>(rule.quarters_least) || !speaks(value))
            continue;
        const auto middle = median_of(before);
        for (auto& one : before)
            one = std::abs(one - middle);
        const auto usual = rule.spreads * mad_to_deviation * median_of(before);
        const auto allowed =
            is_share ? std::max(usual, rule.share_least)
                     : std::max({usual, rule.part_of_median * middle, rule.count_least});
        if (std::abs(*value.value - middle) <= allowed + rounding)
            continue;
        auto finding = found("break", value);
        finding.low = std::max(0.0, middle - allowed);
        finding.high = is_share ? std::min(1.0, middle + allowed) : middle + allowed;
        findings.push_back(std::move(finding));
    }
    return findings;
}

std::vector<Finding> check_statement(const core::Catalogue& catalogue, const Rules& rules,
                                     const std::vector<Value>& values,
                                     const std::vector<std::vector<Value>>& earlier)
{
    std::vector<Finding> all;
    for (auto& some :
         {check_ranges(catalogue, values), check_parts(catalogue, values),
          check_year(catalogue, values), check_at_most(rules, values),
          check_series(catalogue, rules, values, earlier), check_definitions(catalogue, values)})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

} // namespace monitoring
