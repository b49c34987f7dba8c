// SPDX-License-Identifier: EUPL-1.2
// Patterns of regex(): ICU's, which are those of Java and so of ODK Collect. Only what JavaScript
// reads alike may be written; time and memory that one may take are bounded.
#pragma once

#include <string>
#include <string_view>

namespace xlsform {

// Why the pattern cannot be used; empty: it can.
std::string fault_of_pattern(std::string_view pattern);
// Whether the whole of the text is such a pattern. What takes too long is none.
bool matches(std::string_view text, std::string_view pattern);

} // namespace xlsform
