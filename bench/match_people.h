// SPDX-License-Identifier: EUPL-1.2
// Invented persons from nine parts of the world, and how each of them is written down the next
// time: by ear, the names the other way round, a nickname, a letter slipped, the day not known.
// The same seed makes the same persons on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace bench {

struct InventedPerson {
    std::string given;
    std::string family;
    int year = 0;
    int month = 0; // 0: only the year is known
    int day = 0;
    std::string sex;
    std::string country;
    std::string phone;
};

std::vector<InventedPerson> invent_persons(std::size_t count, std::uint64_t seed);

// How somebody is written down the second time. Of the date of one in seven nothing is known.
InventedPerson written_again(const InventedPerson& person, std::uint64_t seed);

std::string date_of(const InventedPerson& person); // "1994-03-14", "1994" or ""

} // namespace bench
