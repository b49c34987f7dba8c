// SPDX-License-Identifier: EUPL-1.2
#include "survey/sample_size.h"

#include <algorithm>
#include <cmath>

#include "base/problem.h"

namespace survey {

// erf(z/√2) is the confidence; it grows with z, so halving finds z.
double z_of(int confidence_percent)
{
    ENSURE(confidence_percent > 0 && confidence_percent < 100);
    const double wanted = confidence_percent / 100.0;
    double low = 0;
    double high = 10;
    for (int step = 0; step < 100; ++step) {
        const double middle = (low + high) / 2;
        (std::erf(middle / std::sqrt(2.0)) < wanted ? low : high) = middle;
    }
    return (low + high) / 2;
}

int size_of(const Precision& wanted)
{
    const double z = z_of(wanted.confidence_percent);
    const double p = wanted.expected_percent / 100;
    const double e = wanted.margin_percent / 100;
    ENSURE(e > 0 && p > 0 && p < 1 && wanted.design_effect >= 1);
    double size = z * z * p * (1 - p) / (e * e);
    if (wanted.population)
        size /= 1 + (size - 1) / *wanted.population;
    // Rounded up, but not because of the last bit of a product that should be whole.
    const double whole = std::ceil(size * wanted.design_effect - 1e-9);
    const double most = wanted.population ? *wanted.population : whole;
    return static_cast<int>(std::max(1.0, std::min(whole, most)));
}

} // namespace survey
