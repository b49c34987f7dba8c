// SPDX-License-Identifier: EUPL-1.2
// Numbers, days and hours as texts of a form: the lexical side of XPath 1.0 and XForms. Everything
// here is worked out from the text alone, so that a server in one place and a phone in another
// come to the same.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace xlsform {

// "23", "-0.5", "NaN", "Infinity"; never with an exponent.
std::string to_text(double number);
// A number of XPath 1.0, with space around it: no "+", no exponent, no comma. Else NaN.
double number_of_text(std::string_view text);

// A day, and the time of that day where one is said: the one on the wall where it was written,
// whatever the offset.
struct Moment {
    Date date;
    std::optional<int> milliseconds; // of the day
};
// "2026-11-30", "2026-11-30T21:15:00.000+01:00".
std::optional<Moment> parse_moment(std::string_view text);
// "21:15", "21:15:00.000+01:00": milliseconds of the day.
std::optional<int> parse_day_time(std::string_view text);
// Days since 1970-01-01, with the part of the day that has passed.
double days_of(const Moment& moment);

// %Y %y %m %n %d %e %H %h %M %S %3, and text between; no names of months, which each device would
// say in its own language.
bool is_date_format(std::string_view format);
std::string formatted(const Moment& moment, std::string_view format);

// As the browser says now: on the wall in Italy, "2026-11-30T21:15:00.000+01:00".
std::string wall_text(Instant instant);

} // namespace xlsform
