// SPDX-License-Identifier: EUPL-1.2
// A code that somebody without an account is given and says again later, on paper or on the
// telephone: 15 digits and a check digit, in four groups ("4821 0937 5516 7302"). Digits, because
// everybody can say and type them, in any script. 10^15 codes: with the limits of gate.h a guess is
// hopeless. The store keeps a keyed mark of it, by which it is found.
//
// The code follows from the id of what it opens and from a ticket, which is made up at random: who
// sends the same thing again (the signal was lost before the answer came) gets the same code, and
// nobody else can find it out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "store/seal.h"

namespace core {

// 16 digits.
std::string make_code(const Uuid& thing, const Uuid& ticket);

// The check digit of a row of digits (Damm's algorithm): finds every single wrong digit and every
// two neighbours that changed places.
char check_digit(std::string_view digits);

// The 16 digits of what somebody typed: spaces and hyphens between them, Arabic, Persian, Bengali,
// Devanagari or full-width digits too. None where it is no code.
std::optional<std::string> read_code(std::string_view text);

// "4821 0937 5516 7302"
std::string spoken(const std::string& code);

// `what` the code opens ("reports.follow"): a code of one thing is none of another.
std::string mark_of_code(const store::Seal& seal, const std::string& what, const std::string& code);

} // namespace core
