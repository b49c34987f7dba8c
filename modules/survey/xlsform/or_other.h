// SPDX-License-Identifier: EUPL-1.2
// "select_one list or_other": one choice more, and a question for what else it is. The form holds
// both as if they had been written, so that nobody else has to know.
#pragma once

#include <vector>

#include "survey/xlsform/form.h"

namespace xlsform {

void write_out_others(Form& form, std::vector<Fault>& faults);

} // namespace xlsform
