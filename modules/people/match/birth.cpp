// SPDX-License-Identifier: EUPL-1.2
#include "people/match/birth.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

namespace match {

namespace {

constexpr int year_min = 1000;
constexpr int year_max = 2100;
constexpr std::size_t text_max = 40;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_part(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A letter or a sign among digits stands for a digit that slipped.
std::string as_digits(std::string_view part)
{
    std::string digits;
    for (const char c : part)
        digits += is_digit(c) ? c : '?';
    return digits;
}

int number_of(std::string_view digits)
{
    int number = 0;
    for (const char c : digits) {
        if (!is_digit(c))
            return 0;
        number = number * 10 + (c - '0');
    }
    return number;
}

std::string padded(std::string digits) { return digits.size() == 1 ? "0" + digits : digits; }

Birth from_parts(const std::string& year, const std::string& month, const std::string& day)
{
    Birth birth;
    const auto all = year + month + day;
    if (all.size() != birth.digits.size())
        return birth;
    std::copy(all.begin(), all.end(), birth.digits.begin());
    const int year_number = number_of(year);
    const int month_number = number_of(month);
    const int day_number = number_of(day);
    if (year_number >= year_min && year_number <= year_max)
        birth.year = static_cast<std::int16_t>(year_number);
    const bool is_day = month_number >= 1 && month_number <= 12 && day_number >= 1 &&
                        day_number <= 31 && birth.year != 0;
    if (is_day) {
        birth.month = static_cast<std::int8_t>(month_number);
        birth.day = static_cast<std::int8_t>(day_number);
    }
    return birth;
}

std::string full_year(const std::string& two)
{
    const int number = number_of(two);
    return (number > 26 ? "19" : "20") + two;
}

Birth from_run(const std::string& digits)
{
    if (digits.size() == 4)
        return from_parts(digits, "??", "??");
    if (digits.size() == 6)
        return from_parts(digits.substr(0, 4), digits.substr(4), "??");
    if (digits.size() != 8)
        return {};
    const int first = number_of(digits.substr(0, 4));
    const int last = number_of(digits.substr(4));
    const auto is_year = [](int year) { return year > 1200 && year <= year_max; };
    if (!is_year(first) && is_year(last))
        return from_parts(digits.substr(4), digits.substr(2, 2), digits.substr(0, 2));
    return from_parts(digits.substr(0, 4), digits.substr(4, 2), digits.substr(6));
}

Birth from_three(std::vector<std::string> part)
{
    if (part[0].size() >= 3) // the year stands first
        return from_parts(part[0], padded(part[1]), padded(part[2]));
    if (part[2].size() <= 2)
        part[2] = full_year(padded(part[2]));
    if (number_of(part[1]) > 12 && number_of(part[0]) <= 12)
        std::swap(part[0], part[1]);
    return from_parts(part[2], padded(part[1]), padded(part[0]));
}

int slips(const Birth& a, const Birth& b)
{
    int count = 0;
    for (std::size_t i = 0; i < a.digits.size(); ++i)
        count += a.digits[i] != b.digits[i] ? 1 : 0;
    if (count != 2)
        return count;
    for (std::size_t i = 0; i + 1 < a.digits.size(); ++i)
        if (a.digits[i] != b.digits[i])
            return a.digits[i] == b.digits[i + 1] && a.digits[i + 1] == b.digits[i] ? 1 : 2;
    return count;
}

bool is_about(const Birth& birth)
{
    return birth.estimated || !birth.is_full() || birth.is_heaped();
}

BirthLevel compare_years(const Birth& a, const Birth& b)
{
    if (a.year == 0 || b.year == 0)
        return BirthLevel::differs;
    const bool about = is_about(a) || is_about(b);
    const int apart = std::abs(a.year - b.year);
    if (apart == 0)
        return about ? BirthLevel::about : BirthLevel::same_year;
    return apart == 1 || (apart == 2 && about) ? BirthLevel::year_near : BirthLevel::differs;
}

} // namespace

std::uint32_t Birth::swapless() const
{
    if (day == 0)
        return 0;
    return (year * 32u + std::min(month, day)) * 32u + std::max(month, day);
}

Birth born_on(int year, int month, int day, bool estimated)
{
    if (year < year_min || year > year_max)
        return {};
    const auto two = [](int number) {
        return number > 0 && number < 32 ? padded(std::to_string(number)) : std::string("??");
    };
    auto birth = from_parts(std::to_string(year), two(month), two(day));
    birth.estimated = estimated;
    return birth;
}

Birth parse_birth(std::string_view text)
{
    text = text.substr(0, text_max);
    // An instant is a day and an hour.
    if (text.size() > 10 && (text[10] == 'T' || text[10] == ' '))
        text = text.substr(0, 10);
    const bool estimated = text.find_first_of("~?") != std::string_view::npos ||
                           text.starts_with("c.") || text.starts_with("ca");
    std::vector<std::string> parts;
    bool open = false;
    for (const char c : text) {
        const bool is_between = c == '-' || c == '/' || c == '.' || c == ' ' || c == '~';
        const bool is_taken = !is_between && (is_part(c) || !parts.empty());
        if (is_taken) {
            if (!open)
                parts.emplace_back();
            parts.back() += c;
        }
        open = is_taken;
    }
    for (auto& part : parts)
        part = as_digits(part);
    std::erase_if(parts, [](const std::string& part) {
        return std::none_of(part.begin(), part.end(), is_digit) && part.size() != 2;
    });
    Birth birth;
    if (parts.size() == 1)
        birth = from_run(parts[0].size() == 5 ? parts[0].substr(0, 4) : parts[0]);
    else if (parts.size() == 2 && parts[0].size() == 4)
        birth = from_parts(parts[0], padded(parts[1]), "??");
    else if (parts.size() == 2 && parts[1].size() == 4)
        birth = from_parts(parts[1], padded(parts[0]), "??");
    else if (parts.size() == 3)
        birth = from_three(parts);
    if (!birth.is_empty())
        birth.estimated = estimated;
    return birth;
}

BirthLevel compare(const Birth& a, const Birth& b)
{
    if (a.is_empty() || b.is_empty())
        return BirthLevel::missing;
    const bool a_is_alone = a.digits[6] == '?' && a.digits[7] == '?';
    const bool b_is_alone = b.digits[6] == '?' && b.digits[7] == '?';
    if (a_is_alone || b_is_alone)
        return compare_years(a, b);
    const int count = slips(a, b);
    if (count == 0)
        return a.is_full() ? BirthLevel::same : BirthLevel::one_slip;
    const bool is_swapped = a.is_full() && a.swapless() == b.swapless();
    if (is_swapped)
        return BirthLevel::swapped;
    if (count == 1 && !(is_about(a) || is_about(b)))
        return BirthLevel::one_slip;
    const auto years = compare_years(a, b);
    if (years == BirthLevel::about)
        return years;
    if (count == 1)
        return BirthLevel::one_slip;
    const bool same_day = a.is_full() && b.is_full() && a.month == b.month && a.day == b.day;
    const bool same_month = a.year == b.year && a.month == b.month && a.month != 0;
    const bool same_number = a.year == b.year && a.day == b.day && a.day != 0;
    if (count == 2 || (same_day && !a.is_heaped()) || same_month || same_number)
        return BirthLevel::two_slips;
    return years;
}

} // namespace match
