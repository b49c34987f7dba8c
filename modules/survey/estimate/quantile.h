// SPDX-License-Identifier: EUPL-1.2
// Quantiles of distributions. Boost.Math stands behind them, seen by quantile.cpp alone.
#pragma once

namespace estimate {

// With infinite degrees of freedom the normal one; NaN below one degree.
double student_quantile(double probability, double degrees_of_freedom);
double normal_quantile(double probability);
// Of the beta distribution; 0 where the first, 1 where the second parameter is not positive.
double beta_quantile(double probability, double first, double second);

} // namespace estimate
