// SPDX-License-Identifier: EUPL-1.2
#include "reports/clock.h"

#include <gtest/gtest.h>

namespace reports {

namespace {

const core::Catalogue& catalogue()
{
    static const core::Catalogue read;
    return read;
}

Instant due(const char* from, const char* priority)
{
    const auto begun = parse_instant(from);
    const auto due = due_after(begun.value(), minutes_of(catalogue(), std::string(priority)));
    return due.value();
}

std::string wall(Instant instant)
{
    const int hour = local_hour(instant);
    return to_string(local_date(instant)) + " " + std::to_string(hour) + "h";
}

std::string clock_at(const Running& running, const char* now)
{
    return clock_of(running, parse_instant(now).value());
}

} // namespace

TEST(Clock, has_hours_for_each_priority_and_none_for_what_is_planned)
{
    EXPECT_EQ(minutes_of(catalogue(), std::string("P1")), 120);
    EXPECT_EQ(minutes_of(catalogue(), std::string("P2")), 24 * 60);
    EXPECT_EQ(minutes_of(catalogue(), std::string("P3")), 72 * 60);
    EXPECT_EQ(minutes_of(catalogue(), std::string("P4")), std::nullopt);
    EXPECT_EQ(minutes_of(catalogue(), std::nullopt), std::nullopt);
}

TEST(Clock, runs_over_midnight_and_the_new_year)
{
    EXPECT_EQ(to_string(due("2026-12-31T22:30:00Z", "P1")), "2027-01-01T00:30:00.000Z");
    EXPECT_EQ(wall(due("2026-11-23T22:30:00Z", "P1")), "2026-11-24 1h");
}

// On the last Sunday of March three o'clock follows one minute to two; on that of October two
// o'clock comes twice. Hours that pass are what counts.
TEST(Clock, counts_hours_that_pass_when_italy_changes_its_clocks)
{
    EXPECT_EQ(wall(due("2026-03-29T00:30:00Z", "P1")), "2026-03-29 4h") << "from 1:30";
    EXPECT_EQ(wall(due("2026-10-25T00:30:00Z", "P1")), "2026-10-25 3h") << "from 2:30, the first";
    EXPECT_EQ(wall(due("2026-03-28T12:00:00Z", "P2")), "2026-03-29 14h") << "from 13:00";
    EXPECT_EQ(wall(due("2026-10-24T12:00:00Z", "P2")), "2026-10-25 13h") << "from 14:00";
}

TEST(Clock, says_late_one_millisecond_after_it_is_due_and_soon_when_a_quarter_is_left)
{
    Running running;
    running.from = parse_instant("2026-11-23T20:00:00Z").value();
    running.due = parse_instant("2026-11-23T22:00:00Z").value();
    running.assessed = true;
    EXPECT_EQ(clock_at(running, "2026-11-23T20:00:00Z"), "running");
    EXPECT_EQ(clock_at(running, "2026-11-23T21:30:00Z"), "running");
    EXPECT_EQ(clock_at(running, "2026-11-23T21:30:00.001Z"), "soon_late");
    EXPECT_EQ(clock_at(running, "2026-11-23T22:00:00Z"), "soon_late");
    EXPECT_EQ(clock_at(running, "2026-11-23T22:00:00.001Z"), "late");
    running.acted = running.due;
    EXPECT_EQ(clock_at(running, "2026-11-24T22:00:00Z"), "met");
    running.acted = parse_instant("2026-11-23T22:00:00.001Z");
    EXPECT_EQ(clock_at(running, "2026-11-24T22:00:00Z"), "missed");
}

TEST(Clock, holds_what_nobody_has_assessed_to_two_hours)
{
    Running running;
    running.from = parse_instant("2026-11-23T20:00:00Z").value();
    EXPECT_EQ(clock_at(running, "2026-11-23T21:00:00Z"), "running");
    EXPECT_EQ(clock_at(running, "2026-11-23T22:01:00Z"), "late");
    running.assessed = true; // as planned
    EXPECT_EQ(clock_at(running, "2026-11-23T22:01:00Z"), "none");
    running.assessed = false;
    running.over = true; // closed
    EXPECT_EQ(clock_at(running, "2026-11-23T22:01:00Z"), "none");
}

} // namespace reports
