// SPDX-License-Identifier: EUPL-1.2
// Estimates for everybody or for a domain, with the linearised (Taylor) variance of the design.
// Scores, of which the variance of the total is taken (Särndal, Swensson, Wretman, 5.5 to 5.8 and
// 10.3), for interview i of the domain with weight w, zero outside:
//   total       w y
//   mean        w (y - mean) / sum of w
//   ratio       w (y - ratio x) / sum of w x
#pragma once

#include <span>

#include "survey/estimate/result.h"
#include "survey/estimate/sample.h"

namespace estimate {

using Values = std::span<const double>; // one an interview

Result total(const Design& design, Values value, Domain within = {});
Result mean(const Design& design, Values value, Domain within = {});
Result ratio(const Design& design, Values numerator, Values denominator, Domain within = {});

// The mean of values between 0 and 1: with the interval of a proportion.
Result proportion(const Design& design, Values value, Domain within = {});

} // namespace estimate
