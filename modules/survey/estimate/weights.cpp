// SPDX-License-Identifier: EUPL-1.2
#include "survey/estimate/weights.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "base/problem.h"

namespace estimate {

double design_weight(const Drawing& drawing)
{
    ENSURE(drawing.slot_probability > 0 && drawing.slot_probability <= 1);
    ENSURE(drawing.every >= 1 && drawing.visits >= 1);
    return drawing.every / (drawing.slot_probability * drawing.visits);
}

Adjusted adjust_for_non_response(std::span<const double> weights, std::span<const int> class_of,
                                 std::span<const Outcome> outcome)
{
    ENSURE(class_of.size() == weights.size() && outcome.size() == weights.size());
    struct Class {
        double of[4] = {}; // weight by outcome
    };
    std::map<int, Class> classes;
    for (std::size_t i = 0; i < weights.size(); ++i)
        classes[class_of[i]].of[static_cast<int>(outcome[i])] += weights[i];

    Adjusted adjusted;
    std::map<int, double> factor;
    for (const auto& [code, sums] : classes) {
        const auto of = [&](Outcome one) { return sums.of[static_cast<int>(one)]; };
        const double eligible = of(Outcome::interview) + of(Outcome::none);
        const double known = eligible + of(Outcome::not_eligible);
        // Where nobody's eligibility is known, everybody counts as eligible.
        const double share = known > 0 ? eligible / known : 1;
        const double stands_for = eligible + share * of(Outcome::unknown);
        if (of(Outcome::interview) > 0)
            factor[code] = stands_for / of(Outcome::interview);
        else if (stands_for > 0)
            adjusted.without_interview.push_back(code);
    }
    adjusted.weights.resize(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (outcome[i] == Outcome::interview && weights[i] > 0)
            adjusted.weights[i] = weights[i] * factor.at(class_of[i]);
    return adjusted;
}

void scale_to(std::vector<double>& weights, double sum)
{
    const double now = std::accumulate(weights.begin(), weights.end(), 0.0);
    ENSURE(now > 0 && sum > 0);
    for (double& weight : weights)
        weight *= sum / now;
}

double effective_size(std::span<const double> weights)
{
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    const double squares = std::inner_product(weights.begin(), weights.end(), weights.begin(), 0.0);
    return squares > 0 ? sum * sum / squares : 0;
}

} // namespace estimate
