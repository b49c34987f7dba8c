// SPDX-License-Identifier: EUPL-1.2
// The sheet survey: a row for each question, groups and repeats between their begin and end.
#pragma once

#include <string>
#include <vector>

#include "survey/xlsform/columns.h"
#include "survey/xlsform/form.h"

namespace xlsform {

bool knows_survey_column(const std::string& name);

// `form` has its languages and choices already. Expressions are not looked into here.
std::vector<Node> read_survey_sheet(const Table& survey, const Form& form,
                                    std::vector<Fault>& faults);

} // namespace xlsform
