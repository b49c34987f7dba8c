// SPDX-License-Identifier: EUPL-1.2
// The hours of a week as they hang on a door. Pure.
#include <algorithm>

#include "directory/directory.h"

namespace directory {

namespace {

constexpr int minutes_a_day = 24 * 60;
constexpr int minutes_a_week = 7 * minutes_a_day;

// In minutes since Monday's beginning; what goes on into the next week ends beyond this one.
struct Span {
    int opens;
    int closes;
};

int minute_of(int weekday, const std::string& text)
{
    const auto time = parse_clock(text);
    ENSURE(time);
    return (weekday - 1) * minutes_a_day + time->hour * 60 + time->minute;
}

std::vector<Span> spans_of(const std::vector<Opening>& hours)
{
    std::vector<Span> spans;
    for (const auto& opening : hours) {
        const int opens = minute_of(opening.weekday, opening.opens);
        const int closes = minute_of(opening.weekday, opening.closes);
        spans.push_back({opens, closes > opens ? closes : closes + minutes_a_day});
    }
    return spans;
}

// From Sunday night into Monday the week begins anew.
bool is_within(const std::vector<Span>& spans, int minute)
{
    const int in_week = minute % minutes_a_week;
    return std::any_of(spans.begin(), spans.end(), [&](const Span& span) {
        return (span.opens <= in_week && in_week < span.closes) ||
               (span.opens <= in_week + minutes_a_week && in_week + minutes_a_week < span.closes);
    });
}

// How many minutes from then it changes: only where a span begins or ends, within a week.
std::optional<int> minutes_until_change(const std::vector<Span>& spans, int minute)
{
    const bool is_open = is_within(spans, minute);
    std::optional<int> soonest;
    for (const auto& span : spans)
        for (const int edge : {span.opens, span.closes}) {
            const int later = (edge - minute + 2 * minutes_a_week) % minutes_a_week;
            const bool changes = is_within(spans, minute + later) != is_open;
            if (changes && (!soonest || later < *soonest))
                soonest = later;
        }
    return soonest;
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

std::optional<OpenNow> open_now(const std::vector<Opening>& hours, Instant now)
{
    if (hours.empty())
        return std::nullopt;
    const auto spans = spans_of(hours);
    const auto day = local_date(now);
    const auto minute = minute_of(weekday_of(day), local_clock(now));
    OpenNow shown{is_within(spans, minute), std::nullopt};
    if (const auto later = minutes_until_change(spans, minute)) {
        const int on_day = minute % minutes_a_day + *later;
        const int clock = on_day % minutes_a_day;
        shown.changes_at =
            local_instant(day.plus_days(on_day / minutes_a_day), clock / 60, clock % 60);
    }
    return shown;
}

} // namespace directory
