// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/quality.h"

#include <algorithm>
#include <cmath>

#include "monitoring/rules.h"

namespace monitoring {

namespace {

constexpr auto share_of_complete_data = "DQ-01";

bool is_total_of_period(const Value& value)
{
    return value.breakdown == "total" && value.window == "period";
}

double completeness_of(const Figures& figures)
{
    for (const auto& value : figures.values)
        if (value.indicator == share_of_complete_data && is_total_of_period(value) && value.value)
            return *value.value;
    return 1;
}

double counted_in(const Value& total)
{
    return total.denominator ? static_cast<double>(*total.denominator) : total.value.value_or(0);
}

// Of what an indicator counted, how much bears no remark; one thing may bear several.
double unremarked_of(const Figures& figures)
{
    double sum = 0;
    int indicators = 0;
    for (const auto& total : figures.values) {
        if (!is_total_of_period(total) || counted_in(total) <= 0)
            continue;
        double remarks = 0;
        for (const auto& left : figures.left_out)
            if (left.counted && left.indicator == total.indicator)
                remarks += static_cast<double>(left.count);
        sum += 1 - std::min(1.0, remarks / counted_in(total));
        ++indicators;
    }
    return indicators == 0 ? 1 : sum / indicators;
}

int percent(double part) { return static_cast<int>(std::lround(100 * part)); }

} // namespace

Quality quality_of(const Rules& rules, const Figures& figures, int late_days)
{
    Quality quality;
    quality.late_days = std::max(0, late_days);
    const auto late = static_cast<double>(quality.late_days) / rules.late_days_most;
    quality.completeness = percent(completeness_of(figures));
    quality.unremarked = percent(unremarked_of(figures));
    quality.punctuality = percent(1 - std::min(1.0, late));
    const auto weighted = rules.weight_of("completeness") * quality.completeness +
                          rules.weight_of("unremarked") * quality.unremarked +
                          rules.weight_of("punctuality") * quality.punctuality;
    quality.score = percent(weighted / 10'000.0);
    return quality;
}

} // namespace monitoring
