// SPDX-License-Identifier: EUPL-1.2
// Text as it is compared: "Via Àrno, 7" and "via arno 7" are the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace core {

// Small letters without accents, in any script (NFKD, case folded); what is neither letter nor
// digit is a space.
std::string folded(std::string_view text);
// The words of a folded text.
std::vector<std::string> words_of(const std::string& folded);

} // namespace core
