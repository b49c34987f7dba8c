// SPDX-License-Identifier: EUPL-1.2
#include "directory/hours.h"

#include <algorithm>

namespace directory {

namespace {

constexpr int minutes_a_day = 24 * 60;
constexpr int minutes_a_week = 7 * minutes_a_day;

// Since Monday's beginning.
int minute_of(int weekday, const std::string& text)
{
    const auto time = parse_clock(text);
    ENSURE(time);
    return (weekday - 1) * minutes_a_day + time->hour * 60 + time->minute;
}

int minute_of(Instant now) { return minute_of(weekday_of(local_date(now)), local_clock(now)); }

// From Sunday night into Monday the week begins anew.
bool is_within(const Opening& opening, int minute)
{
    const int opens = minute_of(opening.weekday, opening.opens);
    int closes = minute_of(opening.weekday, opening.closes);
    if (closes <= opens)
        closes += minutes_a_day;
    return (opens <= minute && minute < closes) ||
           (opens <= minute + minutes_a_week && minute + minutes_a_week < closes);
}

} // namespace

std::vector<FieldError> faults_of(const std::vector<Opening>& hours)
{
    std::vector<FieldError> faults;
    for (std::size_t i = 0; i < hours.size(); ++i) {
        const auto place = "hours[" + std::to_string(i) + "].";
        if (!parse_clock(hours[i].opens))
            faults.push_back({place + "opens", "directory.not_a_clock", {{"expected", "09:00"}}});
        if (!parse_clock(hours[i].closes))
            faults.push_back({place + "closes", "directory.not_a_clock", {{"expected", "13:00"}}});
    }
    return faults;
}

std::optional<bool> is_open(const std::vector<Opening>& hours, Instant now)
{
    if (hours.empty())
        return std::nullopt;
    const int minute = minute_of(now);
    return std::any_of(hours.begin(), hours.end(),
                       [&](const Opening& opening) { return is_within(opening, minute); });
}

} // namespace directory
