// SPDX-License-Identifier: EUPL-1.2
// A form as JSON: what is stored, and what the browser gets. Expressions stand there as trees
// (expression.h) and, below "sources", as they were written; only the sources are read back, so
// that a stored form and its trees cannot say two things.
#pragma once

#include <string>
#include <string_view>

#include "survey/xlsform/form.h"

namespace xlsform {

// {id, version, title, default_language, languages, nodes: [...], choices: {list: [...]}}. The
// form is one that was read without a fault.
std::string form_json(const Form& form);
// Throws Problem(400, "core.not_json") or ExpressionWrong("broken_form") for what form_json did
// not write.
Form form_from_json(std::string_view json);

// "one", "date_time": as JSON has it.
const char* name_of(Kind kind);

} // namespace xlsform
