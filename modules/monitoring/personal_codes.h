// SPDX-License-Identifier: EUPL-1.2
// Texts that leave the city name nobody. A program cannot tell a name from a word, but it knows
// the codes that stand for one person: those are refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace monitoring {

// The first of these in a text: "codice_fiscale", "stp", "eni", "email", "digits" (nine or more in
// a row, as telephones, permits and provisional codes have, however they are spaced).
std::optional<std::string> personal_code_in(std::string_view text);

// A Problem that names the field and what it holds.
void refuse_personal_codes(const std::string& field, const std::optional<std::string>& text);

} // namespace monitoring
