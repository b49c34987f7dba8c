// SPDX-License-Identifier: EUPL-1.2
// Response rates as the American Association for Public Opinion Research defines them (Standard
// Definitions), so that they can be compared with those of other surveys.
#pragma once

#include "survey/survey.h"

namespace survey {

// Adds so many that ended so.
void count_outcome(QuotaCell& cell, const std::string& disposition, int interviews);
void count_outcome(ResponseRates& rates, const std::string& disposition, int interviews);

// From the parts; a rate whose denominator is nothing is left out.
void work_out(ResponseRates& rates);

} // namespace survey
