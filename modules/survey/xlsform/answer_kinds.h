// SPDX-License-Identifier: EUPL-1.2
// What an answer to each kind of question looks like.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "survey/xlsform/form.h"

namespace xlsform {

// Whether the value is one of the question's kind; choices are looked at elsewhere.
bool fits_kind(const Node& node, std::string_view value);

// "a b c", as XForms writes several choices.
std::vector<std::string> codes_of(std::string_view value);

struct Range {
    std::string start, end, step; // as they were written
    double from = 0, to = 0, by = 1;
    bool is_whole() const; // every value is a whole number
};
// Of "start=0 end=10 step=1"; nullopt where it is none.
std::optional<Range> range_of(std::string_view parameters);

} // namespace xlsform
