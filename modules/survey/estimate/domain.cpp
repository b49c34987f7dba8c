// SPDX-License-Identifier: EUPL-1.2
#include "survey/estimate/domain.h"

#include <algorithm>

#include "base/problem.h"

namespace estimate {

namespace {

bool is_in(Domain within, std::size_t interview) { return within.empty() || within[interview]; }

// From `residual`, of which the weighted total over the domain has the variance that is wanted.
Sums sums_of(const Design& design, double estimate, const std::vector<double>& residual,
             Domain within)
{
    const auto& weights = design.weights();
    Sums sums;
    sums.estimate = estimate;
    std::vector<double> scores(weights.size());
    double total = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (!is_in(within, i) || weights[i] == 0)
            continue;
        ++sums.n;
        sums.weights += weights[i];
        sums.weights_squared += weights[i] * weights[i];
        scores[i] = weights[i] * residual[i];
        total += scores[i];
    }
    const double mean = total / sums.weights;
    double squares = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (is_in(within, i))
            squares += weights[i] * (residual[i] - mean) * (residual[i] - mean);
    // As many, drawn one by one with replacement: N² s² / n, with s² as R's svyvar() has it.
    sums.simple_variance = squares * sums.weights / static_cast<double>(sums.n - 1);
    sums.variance = design.variance(std::move(scores));
    sums.degrees_of_freedom = design.degrees_of_freedom(within);
    sums.is_census = design.is_census();
    return sums;
}

Sums sums_of_ratio(const Design& design, Values numerator, Values denominator, Domain within)
{
    const auto& weights = design.weights();
    ENSURE(numerator.size() == weights.size());
    ENSURE(denominator.empty() || denominator.size() == weights.size());
    ENSURE(within.empty() || within.size() == weights.size());
    const auto under = [&](std::size_t i) { return denominator.empty() ? 1 : denominator[i]; };
    double above = 0;
    double below = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (!is_in(within, i) || weights[i] == 0)
            continue;
        above += weights[i] * numerator[i];
        below += weights[i] * under(i);
    }
    const double ratio = above / below;
    std::vector<double> residual(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (is_in(within, i) && weights[i] > 0)
            residual[i] = (numerator[i] - ratio * under(i)) / below;
    return sums_of(design, ratio, residual, within);
}

} // namespace

Result total(const Design& design, Values value, Domain within)
{
    ENSURE(value.size() == design.interviews());
    ENSURE(within.empty() || within.size() == design.interviews());
    double sum = 0;
    for (std::size_t i = 0; i < value.size(); ++i)
        if (is_in(within, i) && design.weights()[i] > 0)
            sum += design.weights()[i] * value[i];
    return as_number(sums_of(design, sum, {value.begin(), value.end()}, within));
}

Result mean(const Design& design, Values value, Domain within)
{
    return as_number(sums_of_ratio(design, value, {}, within));
}

Result ratio(const Design& design, Values numerator, Values denominator, Domain within)
{
    return as_number(sums_of_ratio(design, numerator, denominator, within));
}

Result proportion(const Design& design, Values value, Domain within)
{
    return as_proportion(sums_of_ratio(design, value, {}, within));
}

} // namespace estimate
