// SPDX-License-Identifier: EUPL-1.2
// The follow-up code by which a reporter, anonymous or not, sees what became of the report: 15
// digits and a check digit, said and written in four groups ("4821 0937 5516 7302"). Digits,
// because every reporter can say and type them, in any script. 10^15 codes: with the limits of
// gate.h a guess is hopeless. The store keeps only a keyed mark of it.
//
// The code follows from the report's id and from a ticket, which the sender makes up at random and
// nobody keeps: who sends the same report again (the signal was lost before the answer came) gets
// the same code, and nobody else can find it out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "store/seal.h"

namespace reports {

// 16 digits.
std::string make_code(const Uuid& report, const Uuid& ticket);

// The check digit of a row of digits (Damm's algorithm): finds every single wrong digit and every
// two neighbours that changed places.
char check_digit(std::string_view digits);

// The 16 digits of what somebody typed: spaces and hyphens between them, Arabic, Persian, Bengali,
// Devanagari or full-width digits too. None where it is no code.
std::optional<std::string> read_code(std::string_view text);

// "4821 0937 5516 7302"
std::string spoken(const std::string& code);

std::string mark_of_code(const store::Seal& seal, const std::string& code);

} // namespace reports
