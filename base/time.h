// SPDX-License-Identifier: EUPL-1.2
// Time as the work needs it: an Instant (milliseconds), a Date of the calendar on the wall in
// Italy, and a Period (a year, a quarter or a month) for which numbers are stated.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
    std::int64_t milliseconds = 0;

    auto operator<=>(const Instant&) const = default;
    Instant plus_seconds(std::int64_t seconds) const { return {milliseconds + seconds * 1000}; }
};

// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
struct Date {
    std::int32_t days = 0;

    auto operator<=>(const Date&) const = default;
    Date plus_days(int count) const { return {days + count}; }
};

struct YearMonthDay {
    int year = 1970;
    int month = 1; // 1 to 12
    int day = 1;   // 1 to 31
};

Instant system_now();

Date make_date(int year, int month, int day);
YearMonthDay parts(Date date);

// "2026-11-23"; nullopt for anything else, 2026-02-30 included.
std::optional<Date> parse_date(std::string_view text);
std::string to_string(Date date);

// RFC 3339: "2026-11-23T21:15:00Z" or with an offset; seconds and fractions may be left out.
std::optional<Instant> parse_instant(std::string_view text);
// Always UTC, to the millisecond: "2026-11-23T21:15:00.000Z".
std::string to_string(Instant instant);

// So many months later (earlier, if less than nothing): the same day of the month, or its last day
// where it has none such. A month from 31 January ends on 28 February.
Date plus_months(Date date, int months);

// Monday is 1.
int weekday_of(Date date);

// The day and the hour on the wall in Italy (Europe/Rome). A contact at 00:30 belongs to the new
// day.
Date local_date(Instant instant);
int local_hour(Instant instant);
// "21:15": the same to the minute.
std::string local_clock(Instant instant);

// A time of day as it is said and written: "21:15".
struct ClockTime {
    int hour = 0;
    int minute = 0;
};
std::optional<ClockTime> parse_clock(std::string_view text);
// The instant of a wall-clock time in Italy; in the hour that comes twice, the first.
Instant local_instant(Date date, int hour, int minute);

// First day in, last day out: [begins, ends).
struct Period {
    Date begins;
    Date ends;

    auto operator<=>(const Period&) const = default;
    bool contains(Date date) const { return begins <= date && date < ends; }
};

// "2026", "2026-Q3" or "2026-11".
std::optional<Period> parse_period(std::string_view text);
// The name that parse_period reads; a period that has none answers "begins/ends".
std::string to_string(Period period);
Period quarter_of(Date date);
Period year_of(Date date);
Period month_of(Date date);
