// SPDX-License-Identifier: EUPL-1.2
// The column `type` of the sheet survey, and which other columns each type has.
#pragma once

#include <string>
#include <string_view>

#include "survey/xlsform/form.h"

namespace xlsform {

struct QuestionType {
    enum class What { question, begin, end, unknown };
    What what = What::unknown;
    Kind kind = Kind::note;
    std::string list; // of one and many
    bool or_other = false;
};

// "select_one yes_no", "begin group", "dateTime".
QuestionType question_type(std::string_view text);

// Whether a cell of the column means something for a question of the kind.
bool has_column(Kind kind, std::string_view column);
// Whether somebody answers it: it must have a label.
bool is_shown(Kind kind);
// The appearances that both ODK Collect and the browser can follow, or can do without.
bool is_appearance(std::string_view word);

} // namespace xlsform
