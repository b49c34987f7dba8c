// SPDX-License-Identifier: EUPL-1.2
// Words and numbers as files and the report say them, in the reader's language.
#pragma once

#include "survey/findings.h"

namespace survey {

// page.survey_findings.<key>
std::string say(core::Context& context, const std::string& key, const Facts& facts = {});
// Of a code of a vocabulary; the code itself where it is in none.
std::string label_of(core::Context& context, const char* list, const std::string& code);
// "23/11/2026" in Italian, "2026-11-23" else.
std::string day_in(core::Context& context, Date day);
std::string number_in(core::Context& context, double number, int decimals);

// "62,0 % (55,1-68,4); n 210, n eff. 164, deff 1,3", or why it is not shown.
std::string figure_in(core::Context& context, const Figure& figure);
// "RR1 41,2 % = 70 / 170; …"
std::string rates_in(core::Context& context, const ResponseRates& rates);
// How the interviews of a group were weighed.
std::string weighting_in(core::Context& context, const Weighting& weighting);

} // namespace survey
