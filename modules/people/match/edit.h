// SPDX-License-Identifier: EUPL-1.2
// How far apart two short texts are, letter by letter.
#pragma once

#include <cstdint>
#include <string_view>

namespace match {

// Letters put in, left out, changed or swapped with their neighbour; counts no further than `most`
// and answers `most + 1` beyond it.
int slips_apart(std::string_view a, std::string_view b, int most);

// Jaro and Winkler: 0 nothing in common, 1 the same. Texts beyond 64 bytes are cut.
double likeness(std::string_view a, std::string_view b);

// Pairs of neighbouring letters as a set of 64: texts whose sets share little are far apart.
std::uint64_t letter_pairs(std::string_view text);

} // namespace match
