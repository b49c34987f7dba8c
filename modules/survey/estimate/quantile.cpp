// SPDX-License-Identifier: EUPL-1.2
#include "survey/estimate/quantile.h"

#include <cmath>
#include <limits>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

namespace estimate {

double normal_quantile(double probability)
{
    return boost::math::quantile(boost::math::normal(), probability);
}

double student_quantile(double probability, double degrees_of_freedom)
{
    if (!(degrees_of_freedom > 0))
        return std::numeric_limits<double>::quiet_NaN();
    if (std::isinf(degrees_of_freedom))
        return normal_quantile(probability);
    return boost::math::quantile(boost::math::students_t(degrees_of_freedom), probability);
}

double beta_quantile(double probability, double first, double second)
{
    if (!(first > 0))
        return 0;
    if (!(second > 0))
        return 1;
    return boost::math::quantile(boost::math::beta_distribution<>(first, second), probability);
}

} // namespace estimate
