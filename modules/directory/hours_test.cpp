// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "directory/directory.h"

namespace directory {

namespace {

// Of the week of Monday 23 November 2026, winter time: an hour later than UTC.
OpenNow at(const std::vector<Opening>& hours, const char* instant)
{
    return open_now(hours, parse_instant(instant).value()).value();
}

bool open_at(const std::vector<Opening>& hours, const char* instant)
{
    return at(hours, instant).is_open;
}

// "open until 2026-11-23 13:00", "closed" for ever: as the clock on the wall says it.
std::string shown(const std::vector<Opening>& hours, const char* instant)
{
    const auto now = at(hours, instant);
    const std::string word = now.is_open ? "open" : "closed";
    if (!now.changes_at)
        return word;
    return word + " until " + to_string(local_date(*now.changes_at)) + " " +
           local_clock(*now.changes_at);
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
        EXPECT_EQ(
            open_now(always, parse_instant("2026-11-23T00:00:00Z")->plus_seconds(hour * 3600)),
            (OpenNow{true, std::nullopt}));
}

TEST(Hours, that_nobody_knows_are_neither_open_nor_closed)
{
    EXPECT_FALSE(open_now({}, parse_instant("2026-11-23T08:00:00Z").value()).has_value());
}

TEST(Hours, say_until_when_and_from_when)
{
    EXPECT_EQ(shown(mornings, "2026-11-23T07:59:59Z"), "closed until 2026-11-23 09:00");
    EXPECT_EQ(shown(mornings, "2026-11-23T08:00:00Z"), "open until 2026-11-23 13:00");
    EXPECT_EQ(shown(mornings, "2026-11-23T11:59:59Z"), "open until 2026-11-23 13:00");
    EXPECT_EQ(shown(mornings, "2026-11-23T12:00:00Z"), "closed until 2026-11-25 09:00");
    EXPECT_EQ(shown(mornings, "2026-11-25T12:00:00Z"), "closed until 2026-11-30 09:00");
}

TEST(Hours, of_a_day_with_two_spans_close_for_the_time_between)
{
    const std::vector<Opening> friday{{5, "14:00", "17:00"}, {5, "09:00", "13:00"}};
    EXPECT_EQ(shown(friday, "2026-11-27T11:59:00Z"), "open until 2026-11-27 13:00");
    EXPECT_EQ(shown(friday, "2026-11-27T12:00:00Z"), "closed until 2026-11-27 14:00");
    EXPECT_EQ(shown(friday, "2026-11-27T13:00:00Z"), "open until 2026-11-27 17:00");
    EXPECT_EQ(shown(friday, "2026-11-27T16:00:00Z"), "closed until 2026-12-04 09:00");
}

TEST(Hours, that_touch_or_overlap_are_one)
{
    const std::vector<Opening> monday{
        {1, "09:00", "13:00"}, {1, "13:00", "15:00"}, {1, "14:30", "18:00"}};
    EXPECT_EQ(shown(monday, "2026-11-23T09:00:00Z"), "open until 2026-11-23 18:00");
}

TEST(Hours, past_midnight_end_on_the_next_day)
{
    EXPECT_EQ(shown(shelter, "2026-11-28T18:59:00Z"), "closed until 2026-11-28 20:00");
    EXPECT_EQ(shown(shelter, "2026-11-28T22:59:00Z"), "open until 2026-11-29 08:00");
    EXPECT_EQ(shown(shelter, "2026-11-28T23:00:00Z"), "open until 2026-11-29 08:00");
    // From Sunday into Monday the week begins anew.
    EXPECT_EQ(shown(shelter, "2026-11-29T22:30:00Z"), "open until 2026-11-30 08:00");
    EXPECT_EQ(shown(shelter, "2026-11-23T06:59:00Z"), "open until 2026-11-23 08:00");
}

TEST(Hours, of_one_minute_a_week_close_and_come_back)
{
    const std::vector<Opening> rare{{1, "09:00", "09:01"}};
    EXPECT_EQ(shown(rare, "2026-11-23T08:00:30Z"), "open until 2026-11-23 09:01");
    EXPECT_EQ(shown(rare, "2026-11-23T08:01:00Z"), "closed until 2026-11-30 09:00");
}

// The night of 25 October 2026 has the hour from two to three twice; the wall says nine all the
// same.
TEST(Hours, hold_over_the_change_of_the_clocks)
{
    EXPECT_EQ(shown(mornings, "2026-10-24T12:00:00Z"), "closed until 2026-10-26 09:00");
    EXPECT_EQ(at(mornings, "2026-10-24T12:00:00Z").changes_at,
              parse_instant("2026-10-26T08:00:00Z"));
}

TEST(Hours, that_are_none_are_named)
{
    const auto faults = faults_of({{1, "09:00", "13"}, {2, "9", "13:00"}});
    ASSERT_EQ(faults.size(), 2u);
    EXPECT_EQ(faults[0].field, "hours[0].closes");
    EXPECT_EQ(faults[1].field, "hours[1].opens");
}

} // namespace directory
