// SPDX-License-Identifier: EUPL-1.2
#include "base/time.h"

#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace {

// Reads exactly `digits` decimal digits at `place`.
std::optional<int> digits_at(std::string_view text, std::size_t place, std::size_t digits)
{
    if (place + digits > text.size())
        return std::nullopt;
    int value = 0;
    for (std::size_t i = place; i < place + digits; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

// Appends exactly `digits` decimal digits, with zeros before.
void add_digits(std::string& text, int value, int digits)
{
    text.append(static_cast<std::size_t>(digits), '0');
    for (auto place = text.rbegin(); value > 0 && digits > 0; ++place, --digits, value /= 10)
        *place = static_cast<char>('0' + value % 10);
}

// The C library knows the law of summer time; Italy's zone is set once, whatever the machine says.
void use_italian_time()
{
    static const bool done = [] {
        setenv("TZ", "Europe/Rome", 1);
        tzset();
        return true;
    }();
    static_cast<void>(done);
}

std::tm on_the_wall(Instant instant)
{
    use_italian_time();
    std::int64_t seconds = instant.milliseconds / 1000;
    if (instant.milliseconds % 1000 < 0)
        --seconds;
    const std::time_t time = seconds;
    std::tm wall{};
    localtime_r(&time, &wall);
    return wall;
}

// "Z", "+01:00" or "-05:30" at the end of an instant, in minutes.
std::optional<int> offset_minutes(std::string_view text)
{
    if (text == "Z" || text == "z")
        return 0;
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':')
        return std::nullopt;
    const auto hours = digits_at(text, 1, 2);
    const auto minutes = digits_at(text, 4, 2);
    if (!hours || !minutes || *hours > 23 || *minutes > 59)
        return std::nullopt;
    const int total = *hours * 60 + *minutes;
    return text[0] == '-' ? -total : total;
}

} // namespace

Instant system_now()
{
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

Date make_date(int year, int month, int day)
{
    const auto ymd = std::chrono::year(year) / month / day;
    return {static_cast<std::int32_t>(std::chrono::sys_days(ymd).time_since_epoch().count())};
}

Date plus_months(Date date, int months)
{
    const auto [year, month, day] = parts(date);
    const int count = year * 12 + month - 1 + months;
    const auto first = make_date(count / 12, count % 12 + 1, 1);
    const int last = parts(month_of(first).ends.plus_days(-1)).day;
    return first.plus_days((day < last ? day : last) - 1);
}

int weekday_of(Date date)
{
    return (date.days % 7 + 7 + 3) % 7 + 1; // 1970 began on a Thursday
}

YearMonthDay parts(Date date)
{
    const std::chrono::year_month_day ymd{std::chrono::sys_days(std::chrono::days(date.days))};
    return {int(ymd.year()), int(unsigned(ymd.month())), int(unsigned(ymd.day()))};
}

std::optional<Date> parse_date(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto year = digits_at(text, 0, 4);
    const auto month = digits_at(text, 5, 2);
    const auto day = digits_at(text, 8, 2);
    if (!year || !month || !day || *year < 1)
        return std::nullopt;
    const auto ymd = std::chrono::year(*year) / *month / *day;
    if (!ymd.ok())
        return std::nullopt;
    return make_date(*year, *month, *day);
}

std::string to_string(Date date)
{
    const auto [year, month, day] = parts(date);
    std::string text;
    text.reserve(sizeof "2026-11-23T21:15:00.000Z");
    add_digits(text, year, 4);
    add_digits(text += '-', month, 2);
    add_digits(text += '-', day, 2);
    return text;
}

std::optional<Instant> parse_instant(std::string_view text)
{
    if (text.size() < 17)
        return std::nullopt;
    const auto date = parse_date(text.substr(0, 10));
    const auto hour = digits_at(text, 11, 2);
    const auto minute = digits_at(text, 14, 2);
    if (!date || (text[10] != 'T' && text[10] != 't' && text[10] != ' ') || !hour || *hour > 23 ||
        text[13] != ':' || !minute || *minute > 59)
        return std::nullopt;

    std::size_t place = 16;
    std::int64_t milliseconds = 0;
    if (text[place] == ':') {
        const auto second = digits_at(text, place + 1, 2);
        if (!second || *second > 59)
            return std::nullopt;
        milliseconds = *second * 1000;
        place += 3;
        if (place < text.size() && text[place] == '.') {
            if (!digits_at(text, place + 1, 1))
                return std::nullopt;
            int scale = 100;
            for (++place; place < text.size() && text[place] >= '0' && text[place] <= '9';
                 ++place) {
                milliseconds += (text[place] - '0') * scale;
                scale /= 10;
            }
        }
    }
    const auto offset = offset_minutes(text.substr(place));
    if (!offset)
        return std::nullopt;
    const std::int64_t minutes = date->days * 1440LL + *hour * 60 + *minute - *offset;
    // The offset may lead out of the years that are written with four digits.
    if (minutes < make_date(1, 1, 1).days * 1440LL ||
        minutes >= make_date(10000, 1, 1).days * 1440LL)
        return std::nullopt;
    return Instant{minutes * 60'000 + milliseconds};
}

std::string to_string(Instant instant)
{
    std::int64_t days = instant.milliseconds / 86'400'000;
    std::int64_t rest = instant.milliseconds % 86'400'000;
    if (rest < 0) {
        rest += 86'400'000;
        --days;
    }
    auto text = to_string(Date{static_cast<std::int32_t>(days)});
    add_digits(text += 'T', static_cast<int>(rest / 3'600'000), 2);
    add_digits(text += ':', static_cast<int>(rest / 60'000 % 60), 2);
    add_digits(text += ':', static_cast<int>(rest / 1000 % 60), 2);
    add_digits(text += '.', static_cast<int>(rest % 1000), 3);
    return text += 'Z';
}

Date local_date(Instant instant)
{
    const auto wall = on_the_wall(instant);
    return make_date(wall.tm_year + 1900, wall.tm_mon + 1, wall.tm_mday);
}

int local_hour(Instant instant) { return on_the_wall(instant).tm_hour; }

std::string local_clock(Instant instant)
{
    const auto wall = on_the_wall(instant);
    char text[16];
    std::snprintf(text, sizeof text, "%02d:%02d", wall.tm_hour, wall.tm_min);
    return text;
}

std::optional<ClockTime> parse_clock(std::string_view text)
{
    const auto digit = [&](std::size_t place) { return text[place] - '0'; };
    if (text.size() != 5 || text[2] != ':')
        return std::nullopt;
    for (const std::size_t place : {0, 1, 3, 4})
        if (digit(place) < 0 || digit(place) > 9)
            return std::nullopt;
    const ClockTime time{digit(0) * 10 + digit(1), digit(3) * 10 + digit(4)};
    return time.hour < 24 && time.minute < 60 ? std::optional(time) : std::nullopt;
}

Instant local_instant(Date date, int hour, int minute)
{
    use_italian_time();
    const auto [year, month, day] = parts(date);
    // Summer time first: left to choose (-1), mktime answers by what it was asked before.
    std::time_t time = 0;
    for (const int summer : {1, 0}) {
        std::tm wall{};
        wall.tm_year = year - 1900;
        wall.tm_mon = month - 1;
        wall.tm_mday = day;
        wall.tm_hour = hour;
        wall.tm_min = minute;
        wall.tm_isdst = summer;
        time = std::mktime(&wall);
        if (wall.tm_hour == hour && wall.tm_isdst == summer)
            break;
    }
    return {static_cast<std::int64_t>(time) * 1000};
}

Period year_of(Date date)
{
    const int year = parts(date).year;
    return {make_date(year, 1, 1), make_date(year + 1, 1, 1)};
}

Period quarter_of(Date date)
{
    const auto [year, month, day] = parts(date);
    const int first = (month - 1) / 3 * 3 + 1;
    return {make_date(year, first, 1),
            first == 10 ? make_date(year + 1, 1, 1) : make_date(year, first + 3, 1)};
}

Period month_of(Date date)
{
    const auto [year, month, day] = parts(date);
    return {make_date(year, month, 1),
            month == 12 ? make_date(year + 1, 1, 1) : make_date(year, month + 1, 1)};
}

std::optional<Period> parse_period(std::string_view text)
{
    const auto year = digits_at(text, 0, 4);
    if (!year || *year < 1900)
        return std::nullopt;
    if (text.size() == 4)
        return year_of(make_date(*year, 1, 1));
    if (text.size() != 7 || text[4] != '-')
        return std::nullopt;
    if (text[5] == 'Q' && text[6] >= '1' && text[6] <= '4')
        return quarter_of(make_date(*year, (text[6] - '1') * 3 + 1, 1));
    const auto month = digits_at(text, 5, 2);
    if (!month || *month < 1 || *month > 12)
        return std::nullopt;
    return month_of(make_date(*year, *month, 1));
}

std::string to_string(Period period)
{
    const auto [year, month, day] = parts(period.begins);
    const std::string begins = to_string(period.begins);
    if (period == year_of(period.begins))
        return begins.substr(0, 4);
    if (period == quarter_of(period.begins))
        return begins.substr(0, 4) + "-Q" + std::to_string((month + 2) / 3);
    if (period == month_of(period.begins))
        return begins.substr(0, 7);
    return begins + "/" + to_string(period.ends);
}
