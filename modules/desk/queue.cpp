// SPDX-License-Identifier: EUPL-1.2
#include "desk/queue.h"

#include <tuple>

namespace desk {

namespace {

// Called, waiting, expected, ended; then groups of those who wait; then by time.
using Rank = std::tuple<int, int, std::int64_t, int>;

constexpr int appointment_due = 0;
constexpr int in_order_of_arrival = 1;
constexpr int appointment_to_come = 2;

bool came_in_time(const VisitRow& row)
{
    return row.appointment_at && row.arrived_at &&
           *row.arrived_at <= row.appointment_at->plus_seconds(60LL * grace_minutes);
}

Rank rank_of_waiting(const VisitRow& row, Instant now)
{
    const int number = row.number.value_or(0);
    if (!came_in_time(row))
        return {1, in_order_of_arrival, row.arrived_at.value_or(row.booked_at).milliseconds,
                number};
    return {1, *row.appointment_at <= now ? appointment_due : appointment_to_come,
            row.appointment_at->milliseconds, number};
}

Rank rank_of(const VisitRow& row, Instant now)
{
    const int number = row.number.value_or(0);
    if (row.state == "called")
        return {0, 0, row.called_at.value_or(now).milliseconds, number};
    if (row.state == "waiting")
        return rank_of_waiting(row, now);
    if (row.state == "expected")
        return {2, 0, row.appointment_at.value_or(now).milliseconds, number};
    return {3, 0, -row.ended_at.value_or(now).milliseconds, number}; // the last one first
}

} // namespace

bool goes_before(const VisitRow& one, const VisitRow& other, Instant now)
{
    return std::tuple(rank_of(one, now), one.id) < std::tuple(rank_of(other, now), other.id);
}

bool may_end(const VisitRow& row, const std::string& outcome)
{
    if (row.state == "expected")
        return outcome == "NOT_COME";
    return outcome != "NOT_COME" && (row.state == "waiting" || row.state == "called");
}

bool take_back(VisitRow& row)
{
    if (row.kind == "info")
        return false;
    if (row.state == "ended") {
        row.state = row.called_at ? "called" : row.arrived_at ? "waiting" : "expected";
        row.outcome.reset();
        row.ended_at.reset();
        if (!row.called_at)
            row.minutes_waited.reset();
        return true;
    }
    if (row.state == "called") {
        row.state = "waiting";
        row.called_at.reset();
        row.called_by.reset();
        row.room.reset();
        row.minutes_waited.reset();
        return true;
    }
    if (row.state == "waiting" && row.kind == "appointment") {
        row.state = "expected";
        row.arrived_at.reset();
        return true;
    }
    return false;
}

int minutes_between(Instant from, Instant to)
{
    constexpr std::int64_t minute = 60'000;
    return to <= from ? 0 : static_cast<int>((to.milliseconds - from.milliseconds) / minute);
}

} // namespace desk
