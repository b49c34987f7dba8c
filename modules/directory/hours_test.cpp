// SPDX-License-Identifier: EUPL-1.2
#include "directory/hours.h"

#include <gtest/gtest.h>

namespace directory {

namespace {

// Of the week of Monday 23 November 2026, winter time: an hour later than UTC.
bool open_at(const std::vector<Opening>& hours, const char* instant)
{
    return is_open(hours, parse_instant(instant).value()).value();
}

const std::vector<Opening> mornings{{1, "09:00", "13:00"}, {3, "09:00", "13:00"}};
const std::vector<Opening> shelter{{6, "20:00", "08:00"}, {7, "20:00", "08:00"}};

} // namespace

TEST(Hours, hold_on_their_days_from_the_first_minute_to_before_the_last)
{
    EXPECT_FALSE(open_at(mornings, "2026-11-23T07:59:00Z"));
    EXPECT_TRUE(open_at(mornings, "2026-11-23T08:00:00Z"));
    EXPECT_TRUE(open_at(mornings, "2026-11-23T11:59:59Z"));
    EXPECT_FALSE(open_at(mornings, "2026-11-23T12:00:00Z"));
    EXPECT_FALSE(open_at(mornings, "2026-11-24T09:00:00Z"));
    EXPECT_TRUE(open_at(mornings, "2026-11-25T09:00:00Z"));
}

TEST(Hours, go_on_through_the_night_and_into_the_next_week)
{
    EXPECT_TRUE(open_at(shelter, "2026-11-28T20:00:00Z"));  // Saturday, nine in the evening
    EXPECT_TRUE(open_at(shelter, "2026-11-29T03:00:00Z"));  // Sunday, four in the night
    EXPECT_FALSE(open_at(shelter, "2026-11-29T12:00:00Z")); // Sunday, one o'clock
    EXPECT_TRUE(open_at(shelter, "2026-11-23T06:30:00Z"));  // Monday, half past seven
    EXPECT_FALSE(open_at(shelter, "2026-11-23T07:00:00Z"));
}

TEST(Hours, are_those_of_the_wall_in_summer_too)
{
    EXPECT_TRUE(open_at(mornings, "2026-07-20T07:30:00Z")); // a Monday, half past nine
}

TEST(Hours, around_the_clock_are_said_by_the_same_hour_twice)
{
    std::vector<Opening> always;
    for (int weekday = 1; weekday <= 7; ++weekday)
        always.push_back({weekday, "00:00", "00:00"});
    for (int hour = 0; hour < 24 * 7; ++hour)
        EXPECT_TRUE(
            is_open(always, parse_instant("2026-11-23T00:00:00Z")->plus_seconds(hour * 3600)));
}

TEST(Hours, that_nobody_knows_are_neither_open_nor_closed)
{
    EXPECT_FALSE(is_open({}, parse_instant("2026-11-23T08:00:00Z").value()).has_value());
}

TEST(Hours, that_are_none_are_named)
{
    const auto faults = faults_of({{1, "09:00", "13"}, {2, "9", "13:00"}});
    ASSERT_EQ(faults.size(), 2u);
    EXPECT_EQ(faults[0].field, "hours[0].closes");
    EXPECT_EQ(faults[1].field, "hours[1].opens");
}

} // namespace directory
