// SPDX-License-Identifier: EUPL-1.2
#include "core/spoken_code.h"

#include <array>
#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/problem.h"

namespace core {

namespace {

constexpr std::size_t digits_random = 15;
constexpr std::size_t digits_all = digits_random + 1;
constexpr std::size_t typed_bytes_max = 200;

// A quasigroup of order ten that is totally anti-symmetric (H. Michael Damm, 2004).
constexpr std::array<std::array<int, 10>, 10> damm{{{0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
                                                    {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
                                                    {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
                                                    {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
                                                    {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
                                                    {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
                                                    {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
                                                    {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
                                                    {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
                                                    {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}}};

bool is_between_groups(UChar32 character)
{
    return u_isUWhiteSpace(character) || u_charType(character) == U_DASH_PUNCTUATION ||
           u_charType(character) == U_FORMAT_CHAR;
}

} // namespace

char check_digit(std::string_view digits)
{
    int interim = 0;
    for (const char digit : digits) {
        ENSURE(digit >= '0' && digit <= '9');
        interim = damm[static_cast<std::size_t>(interim)][static_cast<std::size_t>(digit - '0')];
    }
    return static_cast<char>('0' + interim);
}

std::string make_code(const Uuid& thing, const Uuid& ticket)
{
    // Of its 122 bits 60 are taken: 10^15 is less than 2^50.
    const auto hashed = named_uuid("follow-up code " + to_string(thing) + to_string(ticket));
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i)
        number = number << 8 | hashed.bytes[i];
    std::string digits;
    for (std::size_t i = 0; i < digits_random; ++i) {
        digits += static_cast<char>('0' + number % 10);
        number /= 10;
    }
    return digits + check_digit(digits);
}

std::optional<std::string> read_code(std::string_view text)
{
    if (text.size() > typed_bytes_max)
        return std::nullopt;
    std::string digits;
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < length;) {
        UChar32 character = 0;
        U8_NEXT(text.data(), at, length, character);
        if (character < 0)
            return std::nullopt;
        const auto digit = u_charDigitValue(character);
        if (digit >= 0)
            digits += static_cast<char>('0' + digit);
        else if (!is_between_groups(character))
            return std::nullopt;
    }
    if (digits.size() != digits_all ||
        check_digit(std::string_view(digits).substr(0, digits_random)) != digits.back())
        return std::nullopt;
    return digits;
}

std::string spoken(const std::string& code)
{
    std::string groups;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (i > 0 && i % 4 == 0)
            groups += ' ';
        groups += code[i];
    }
    return groups;
}

std::string mark_of_code(const store::Seal& seal, const std::string& what, const std::string& code)
{
    return seal.mark(what, code);
}

} // namespace core
