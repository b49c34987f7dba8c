// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/add_up.h"

#include "monitoring/indicator.h"

namespace monitoring {

namespace {

// Of figures counted by several versions of a definition, only those of the newest are added up.
void add_one(NetworkValue& sum, const Value& value, const Indicator& indicator)
{
    if (value.version < sum.version)
        return;
    if (value.version > sum.version)
        sum = {.indicator = value.indicator,
               .version = value.version,
               .window = value.window,
               .value = {},
               .numerator = {},
               .denominator = {},
               .cities_counted = 0};
    ++sum.cities_counted;
    if (indicator.unit == Unit::share) {
        sum.numerator = sum.numerator.value_or(0) + value.numerator.value_or(0);
        sum.denominator = sum.denominator.value_or(0) + value.denominator.value_or(0);
        if (*sum.denominator > 0)
            sum.value = static_cast<double>(*sum.numerator) / static_cast<double>(*sum.denominator);
    } else if (indicator.is_length()) {
        sum.denominator = sum.denominator.value_or(0) + value.denominator.value_or(0);
    } else {
        sum.value = sum.value.value_or(0) + value.value.value_or(0);
    }
}

} // namespace

std::vector<NetworkValue> add_up(const core::Catalogue& catalogue,
                                 const std::vector<std::vector<Value>>& cities)
{
    std::vector<NetworkValue> sums;
    for (const auto& indicator : indicators(catalogue))
        for (const auto* window : {"period", "year_to_date"}) {
            NetworkValue sum;
            sum.indicator = indicator.definition.code;
            sum.version = 0;
            sum.window = window;
            for (const auto& city : cities)
                for (const auto& value : city)
                    if (!value.suppressed && value.indicator == sum.indicator &&
                        value.window == window)
                        add_one(sum, value, indicator);
            if (sum.cities_counted > 0)
                sums.push_back(std::move(sum));
        }
    return sums;
}

} // namespace monitoring
