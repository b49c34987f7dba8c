// SPDX-License-Identifier: EUPL-1.2
// A network of invented persons of which the truth is known: some are met in several cities, some
// live with namesakes born on the same day, and nobody is written twice the same way. The same seed
// makes the same network.
#pragma once

#include <cstdint>
#include <vector>

#include "headcount/once/city.h"

namespace once {

struct KnownWriting {
    Writing writing;
    std::uint32_t person = 0;
    std::uint32_t city = 0;
};

struct InventedNetwork {
    std::size_t persons = 12000;
    std::size_t cities = 16;
    double in_several = 0.05;    // of them in three or more one in ten
    double in_households = 0.16; // who share the family name, and one in four the day too
};
std::vector<KnownWriting> invent(const InventedNetwork& wish, std::uint64_t seed);

} // namespace once
