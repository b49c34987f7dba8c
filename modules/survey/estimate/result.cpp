// SPDX-License-Identifier: EUPL-1.2
#include "survey/estimate/result.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "survey/estimate/quantile.h"

namespace estimate {

namespace {

constexpr double upper = 1 - (1 - confidence) / 2;
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

Result without_interval(const Sums& sums)
{
    Result result;
    result.estimate = sums.n == 0 ? unknown : sums.estimate;
    const bool known = sums.is_census || sums.degrees_of_freedom > 0;
    result.standard_error = known ? std::sqrt(std::max(sums.variance, 0.0)) : unknown;
    if (std::isnan(sums.variance))
        result.standard_error = unknown;
    result.degrees_of_freedom = sums.degrees_of_freedom;
    result.n = sums.n;
    if (sums.weights_squared > 0)
        result.n_effective = sums.weights * sums.weights / sums.weights_squared;
    result.design_effect =
        sums.simple_variance > 0 ? sums.variance / sums.simple_variance : unknown;
    result.plain = plain(result.estimate, result.standard_error, sums.degrees_of_freedom);
    result.low = result.plain.low;
    result.high = result.plain.high;
    return result;
}

bool tells_its_variance(const Result& result) { return !std::isnan(result.standard_error); }

// One of the two sides of a difference: what the other is not asked.
Withheld side(const Result& result)
{
    if (result.n < interviews_min)
        return Withheld::few_interviews;
    return tells_its_variance(result) ? Withheld::no : Withheld::unknown_variance;
}

double share_of_degrees(const Result& result)
{
    const double variance = result.standard_error * result.standard_error;
    return variance == 0 ? 0 : variance * variance / result.degrees_of_freedom;
}

} // namespace

Interval plain(double estimate, double standard_error, double degrees_of_freedom)
{
    if (standard_error == 0)
        return {estimate, estimate};
    const double reach = student_quantile(upper, degrees_of_freedom) * standard_error;
    return {estimate - reach, estimate + reach};
}

Interval logit(double proportion, double standard_error, double degrees_of_freedom)
{
    const double odds = std::log(proportion / (1 - proportion));
    const double reach = student_quantile(upper, degrees_of_freedom) * standard_error /
                         (proportion * (1 - proportion));
    const auto back = [](double value) { return 1 / (1 + std::exp(-value)); };
    return {back(odds - reach), back(odds + reach)};
}

Interval korn_graubard(double proportion, double variance, double degrees_of_freedom,
                       std::int64_t n)
{
    const double count = static_cast<double>(n);
    const double simple = variance > 0 ? proportion * (1 - proportion) / variance : count;
    const double lost =
        student_quantile(upper, count - 1) / student_quantile(upper, degrees_of_freedom);
    const double size = simple * lost * lost;
    return {beta_quantile(1 - upper, size * proportion, size * (1 - proportion) + 1),
            beta_quantile(upper, size * proportion + 1, size * (1 - proportion))};
}

Interval wilson(double proportion, double variance, double degrees_of_freedom, double n_effective)
{
    const double spread = proportion * (1 - proportion);
    if (variance == 0 && spread > 0)
        return {proportion, proportion}; // everybody was drawn, or all clusters say the same
    const double size = variance > 0 ? spread / variance : n_effective;
    const double quantile = student_quantile(upper, degrees_of_freedom);
    const double pull = quantile * quantile / size;
    const double centre = (proportion + pull / 2) / (1 + pull);
    const double reach = std::sqrt(pull * spread + pull * pull / 4) / (1 + pull);
    return {std::max(0.0, centre - reach), std::min(1.0, centre + reach)};
}

Withheld withheld(const Result& result)
{
    if (result.n < interviews_min)
        return Withheld::few_interviews;
    if (!tells_its_variance(result))
        return Withheld::unknown_variance;
    if (result.estimate == 0 && result.standard_error == 0)
        return Withheld::nobody;
    if (result.standard_error > variation_max * std::abs(result.estimate))
        return Withheld::imprecise;
    return Withheld::no;
}

Result as_number(const Sums& sums)
{
    auto result = without_interval(sums);
    result.withheld = withheld(result);
    return result;
}

Result as_proportion(const Sums& sums)
{
    auto within = sums;
    within.estimate = std::clamp(sums.estimate, 0.0, 1.0); // 1 + 2e-16 is 1
    // Of equal answers the scores are zero but for rounding.
    if (within.estimate == 0 || within.estimate == 1)
        within.variance = std::isnan(sums.variance) ? sums.variance : 0;
    auto result = without_interval(within);
    if (tells_its_variance(result) && !sums.is_census) {
        const auto interval =
            wilson(within.estimate, within.variance, sums.degrees_of_freedom, result.n_effective);
        result.low = interval.low;
        result.high = interval.high;
    }
    result.withheld = withheld(result);
    return result;
}

Difference difference(const Result& one, const Result& other)
{
    Difference result;
    result.estimate = one.estimate - other.estimate;
    const double variance =
        one.standard_error * one.standard_error + other.standard_error * other.standard_error;
    result.standard_error = std::sqrt(variance);
    const double shares = share_of_degrees(one) + share_of_degrees(other);
    result.degrees_of_freedom =
        shares == 0 ? std::numeric_limits<double>::infinity() : variance * variance / shares;
    result.plain = plain(result.estimate, result.standard_error, result.degrees_of_freedom);
    result.low = result.estimate - std::hypot(one.estimate - one.low, other.high - other.estimate);
    result.high = result.estimate + std::hypot(one.high - one.estimate, other.estimate - other.low);
    result.withheld = side(one);
    if (result.withheld == Withheld::no)
        result.withheld = side(other);
    return result;
}

} // namespace estimate
