// SPDX-License-Identifier: EUPL-1.2
#include "survey/xlsform/moments.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <limits>

namespace xlsform {

namespace {

constexpr int day_milliseconds = 24 * 60 * 60 * 1000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text)
{
    constexpr auto space = " \t\r\n";
    const auto begins = text.find_first_not_of(space);
    if (begins == std::string_view::npos)
        return {};
    return text.substr(begins, text.find_last_not_of(space) - begins + 1);
}

// Takes so many digits off the front; nullopt where there are others.
std::optional<int> take_digits(std::string_view& text, std::size_t count)
{
    if (text.size() < count)
        return std::nullopt;
    int number = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (!is_digit(text[i]))
            return std::nullopt;
        number = number * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return number;
}

bool take(std::string_view& text, char c)
{
    if (!text.starts_with(c))
        return false;
    text.remove_prefix(1);
    return true;
}

// "", "Z", "+01:00", "+01".
bool is_offset(std::string_view text)
{
    if (text.empty() || text == "Z")
        return true;
    if (!take(text, '+') && !take(text, '-'))
        return false;
    const auto hours = take_digits(text, 2);
    if (!hours || *hours > 14)
        return false;
    if (text.empty())
        return true;
    take(text, ':');
    const auto minutes = take_digits(text, 2);
    return minutes && *minutes < 60 && text.empty();
}

// The part of a second after its dot, in milliseconds; further digits are passed over.
std::optional<int> take_fraction(std::string_view& text)
{
    if (text.empty() || !is_digit(text.front()))
        return std::nullopt;
    int milliseconds = 0;
    int worth = 100;
    while (!text.empty() && is_digit(text.front())) {
        milliseconds += (text.front() - '0') * worth;
        worth /= 10;
        text.remove_prefix(1);
    }
    return milliseconds;
}

} // namespace

std::string to_text(double number)
{
    if (std::isnan(number))
        return "NaN";
    if (std::isinf(number))
        return number > 0 ? "Infinity" : "-Infinity";
    if (number == 0)
        return "0"; // of -0 too
    std::array<char, 400> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    return {text.data(), end.ptr};
}

double number_of_text(std::string_view text)
{
    constexpr auto none = std::numeric_limits<double>::quiet_NaN();
    text = trimmed(text);
    auto digits = text.substr(text.starts_with('-') ? 1 : 0);
    int dots = 0;
    bool any = false;
    for (const char c : digits) {
        dots += c == '.';
        any |= is_digit(c);
        if (c != '.' && !is_digit(c))
            return none;
    }
    if (!any || dots > 1)
        return none;
    double number = 0;
    const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), number,
                                     std::chars_format::fixed);
    if (end.ec == std::errc::result_out_of_range)
        return digits.find_first_of("123456789") < digits.find('.')
                   ? (text.starts_with('-') ? -1 : 1) * std::numeric_limits<double>::infinity()
                   : 0;
    return text.starts_with('-') ? -number : number;
}

std::optional<int> parse_day_time(std::string_view text)
{
    const auto hours = take_digits(text, 2);
    if (!hours || *hours > 23 || !take(text, ':'))
        return std::nullopt;
    const auto minutes = take_digits(text, 2);
    if (!minutes || *minutes > 59)
        return std::nullopt;
    int milliseconds = (*hours * 60 + *minutes) * 60'000;
    if (take(text, ':')) {
        const auto seconds = take_digits(text, 2);
        if (!seconds || *seconds > 59)
            return std::nullopt;
        milliseconds += *seconds * 1000;
        if (take(text, '.')) {
            const auto fraction = take_fraction(text);
            if (!fraction)
                return std::nullopt;
            milliseconds += *fraction;
        }
    }
    return is_offset(text) ? std::optional(milliseconds) : std::nullopt;
}

std::optional<Moment> parse_moment(std::string_view text)
{
    text = trimmed(text);
    constexpr std::size_t date_size = 10;
    const auto date = parse_date(text.substr(0, date_size));
    if (!date)
        return std::nullopt;
    text.remove_prefix(date_size);
    if (text.empty())
        return Moment{*date, std::nullopt};
    if (!take(text, 'T'))
        return std::nullopt;
    const auto milliseconds = parse_day_time(text);
    return milliseconds ? std::optional(Moment{*date, milliseconds}) : std::nullopt;
}

double days_of(const Moment& moment)
{
    return moment.date.days +
           static_cast<double>(moment.milliseconds.value_or(0)) / day_milliseconds;
}

bool is_date_format(std::string_view format)
{
    constexpr std::string_view known = "YymndeHhMS3";
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%')
            continue;
        if (++i == format.size() || known.find(format[i]) == std::string_view::npos)
            return false;
    }
    return true;
}

std::string formatted(const Moment& moment, std::string_view format)
{
    const auto day = parts(moment.date);
    const int all = moment.milliseconds.value_or(0);
    const auto padded = [](int number, int width) {
        std::array<char, 16> text{};
        std::snprintf(text.data(), text.size(), "%0*d", width, number);
        return std::string(text.data());
    };
    std::string out;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%') {
            out += format[i];
            continue;
        }
        switch (++i < format.size() ? format[i] : '\0') {
        case 'Y':
            out += padded(day.year, 4);
            break;
        case 'y':
            out += padded(day.year % 100, 2);
            break;
        case 'm':
            out += padded(day.month, 2);
            break;
        case 'n':
            out += padded(day.month, 1);
            break;
        case 'd':
            out += padded(day.day, 2);
            break;
        case 'e':
            out += padded(day.day, 1);
            break;
        case 'H':
            out += padded(all / 3'600'000, 2);
            break;
        case 'h':
            out += padded(all / 3'600'000, 1);
            break;
        case 'M':
            out += padded(all / 60'000 % 60, 2);
            break;
        case 'S':
            out += padded(all / 1000 % 60, 2);
            break;
        case '3':
            out += padded(all % 1000, 3);
            break;
        default:
            break;
        }
    }
    return out;
}

std::string wall_text(Instant instant)
{
    const auto date = local_date(instant);
    const auto utc = to_string(instant); // "2026-11-30T20:15:00.000Z"
    const auto clock = local_clock(instant);
    const auto minutes_of = [](std::string_view text) {
        return ((text[0] - '0') * 10 + text[1] - '0') * 60 + (text[3] - '0') * 10 + text[4] - '0';
    };
    constexpr int day_minutes = 24 * 60;
    const int ahead =
        (minutes_of(clock) - minutes_of(utc.substr(11, 5)) + day_minutes) % day_minutes;
    return to_string(date) + "T" + clock + utc.substr(16, 7) + "+0" + std::to_string(ahead / 60) +
           ":00";
}

} // namespace xlsform
