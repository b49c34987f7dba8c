// SPDX-License-Identifier: EUPL-1.2
// Dates of birth as they are told: a day, a year alone, day and month swapped, 1 January for who
// does not know, a digit slipped.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace match {

struct Birth {
    std::array<char, 8> digits{}; // "yyyymmdd", '?' where a digit is not known; all zero: nothing
    std::int16_t year = 0;        // 0: not known
    std::int8_t month = 0;
    std::int8_t day = 0;
    bool estimated = false;

    bool is_empty() const { return digits[0] == 0; }
    bool is_full() const { return day != 0; }
    // Who does not know the day is written down as born on the first of January.
    bool is_heaped() const { return month == 1 && day == 1; }
    // 0 when not full. Of a day and its swapped form the same.
    std::uint32_t number() const { return day == 0 ? 0 : (year * 16u + month) * 32u + day; }
    std::uint32_t swapless() const;
    bool operator==(const Birth&) const = default;
};

// Reads 1994-03-14, 19940314, 14/03/1994, 14.3.94, 1994-03, 1994 and about that ("~1994", "1994?").
// What cannot be read is empty; a letter in the place of a digit is a digit not known.
Birth parse_birth(std::string_view text);
Birth born_on(int year, int month, int day, bool estimated = false);

enum class BirthLevel : std::uint8_t {
    missing,
    differs,
    year_near, // a year apart, or two where one is only about
    same_year, // another day of the year
    about,     // the same year, one of them being only about
    two_slips, // two digits, or one of day, month and year
    one_slip,  // one digit, or two neighbouring ones swapped
    swapped,   // day and month
    same,
};
constexpr std::size_t birth_levels = 9;

BirthLevel compare(const Birth& a, const Birth& b);

} // namespace match
