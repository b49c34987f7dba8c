// SPDX-License-Identifier: EUPL-1.2
#include "base/time.h"

#include <gtest/gtest.h>

namespace {

Instant instant(std::string_view text) { return parse_instant(text).value(); }
Date date(std::string_view text) { return parse_date(text).value(); }

} // namespace

TEST(Clock, is_read_and_written_as_it_hangs_on_the_wall_in_italy)
{
    EXPECT_EQ(local_clock(instant("2026-11-23T21:05:59Z")), "22:05");
    EXPECT_EQ(local_clock(instant("2026-07-23T23:30:00Z")), "01:30");
    const auto time = parse_clock("09:30");
    ASSERT_TRUE(time);
    EXPECT_EQ(time->hour * 60 + time->minute, 570);
    for (const auto* text : {"", "9:30", "24:00", "12:60", "12.30", "-1:30", "12:3x", "12:300"})
        EXPECT_FALSE(parse_clock(text)) << text;
}

TEST(Date, is_read_and_written)
{
    EXPECT_EQ(date("1970-01-01").days, 0);
    EXPECT_EQ(date("1969-12-31").days, -1);
    EXPECT_EQ(date("2026-11-23").days, 20780);
    for (const auto* text : {"0001-01-01", "1899-12-31", "2000-02-29", "2024-02-29", "9999-12-31"})
        EXPECT_EQ(to_string(date(text)), text);
}

TEST(Date, knows_the_days_of_the_week)
{
    const auto monday = parse_date("2026-11-23").value();
    EXPECT_EQ(weekday_of(monday), 1);
    EXPECT_EQ(weekday_of(monday.plus_days(6)), 7);
    EXPECT_EQ(weekday_of(parse_date("1970-01-01").value()), 4);
    EXPECT_EQ(weekday_of(parse_date("1969-12-31").value()), 3);
}

TEST(Date, counts_months_as_the_calendar_does)
{
    const auto later = [](const char* day, int months) {
        return to_string(plus_months(parse_date(day).value(), months));
    };
    EXPECT_EQ(later("2026-11-18", 1), "2026-12-18");
    EXPECT_EQ(later("2026-12-31", 1), "2027-01-31");
    EXPECT_EQ(later("2026-12-15", 3), "2027-03-15");
    // Where the month has no such day, its last one.
    EXPECT_EQ(later("2027-01-31", 1), "2027-02-28");
    EXPECT_EQ(later("2028-01-30", 1), "2028-02-29");
    EXPECT_EQ(later("2027-08-31", 1), "2027-09-30");
    EXPECT_EQ(later("2026-11-23", 24), "2028-11-23");
    EXPECT_EQ(later("2028-02-29", 12), "2029-02-28");
    EXPECT_EQ(later("2027-03-31", -1), "2027-02-28");
    EXPECT_EQ(later("2027-01-15", -2), "2026-11-15");
}

TEST(Date, knows_leap_years)
{
    EXPECT_TRUE(parse_date("2028-02-29"));
    EXPECT_TRUE(parse_date("2000-02-29"));  // divisible by 400
    EXPECT_FALSE(parse_date("2100-02-29")); // by 100
    EXPECT_FALSE(parse_date("2026-02-29"));
    EXPECT_EQ(to_string(date("2028-02-28").plus_days(1)), "2028-02-29");
    EXPECT_EQ(to_string(date("2028-02-28").plus_days(2)), "2028-03-01");
    EXPECT_EQ(to_string(date("2027-02-28").plus_days(1)), "2027-03-01");
}

TEST(Date, refuses_everything_else)
{
    for (const auto* text :
         {"",           "2026",       "2026-11",    "2026-11-3",   "2026-11-231", "26-11-23",
          "2026/11/23", "23-11-2026", "2026-13-01", "2026-00-10",  "2026-04-31",  "2026-11-00",
          "0000-01-01", "-026-01-01", "2026-1a-01", "2026-11-23 ", " 2026-11-23", "2026-11-23T",
          "+026-11-23", "２０26-11-1"})
        EXPECT_FALSE(parse_date(text)) << text;
}

TEST(Instant, is_read_in_every_form_of_the_rfc)
{
    EXPECT_EQ(instant("1970-01-01T00:00:00Z").milliseconds, 0);
    EXPECT_EQ(instant("2026-11-23T21:15:00Z").milliseconds, 1'795'468'500'000);
    for (const auto* same : {"2026-11-23T21:15Z", "2026-11-23t21:15:00z", "2026-11-23 21:15:00Z",
                             "2026-11-23T22:15:00+01:00", "2026-11-23T16:45:00.000-04:30",
                             "2026-11-24T00:15:00.0+03:00"})
        EXPECT_EQ(instant(same), instant("2026-11-23T21:15:00Z")) << same;
}

TEST(Instant, keeps_milliseconds_and_drops_what_is_finer)
{
    EXPECT_EQ(instant("1970-01-01T00:00:00.5Z").milliseconds, 500);
    EXPECT_EQ(instant("1970-01-01T00:00:00.05Z").milliseconds, 50);
    EXPECT_EQ(instant("1970-01-01T00:00:01.123999999Z").milliseconds, 1123);
    EXPECT_EQ(to_string(instant("2026-11-23T21:15:00.007Z")), "2026-11-23T21:15:00.007Z");
}

TEST(Instant, before_1970_is_written_as_it_was_read)
{
    EXPECT_EQ(instant("1969-12-31T23:59:59.999Z").milliseconds, -1);
    EXPECT_EQ(to_string(Instant{-1}), "1969-12-31T23:59:59.999Z");
    EXPECT_EQ(to_string(instant("1950-02-01T00:00:00Z")), "1950-02-01T00:00:00.000Z");
}

TEST(Instant, refuses_everything_else)
{
    for (const auto* text :
         {"", "2026-11-23", "2026-11-23T21:15", "2026-11-23T21:15:00", "2026-11-23T24:00:00Z",
          "2026-11-23T21:60:00Z", "2026-11-23T21:15:60Z", "2026-02-30T21:15:00Z",
          "2026-11-23T21:15:00+1:00", "2026-11-23T21:15:00+0100", "2026-11-23T21:15:00+24:00",
          "2026-11-23T21:15:00.Z", "2026-11-23T21:15:00ZZ", "2026-11-23X21:15:00Z",
          "2026-11-23T21.15.00Z", "2026-11-23T21:15:0Z", "2026-11-23T21:15:00 Z",
          "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:00-00:01"})
        EXPECT_FALSE(parse_instant(text)) << text;
}

TEST(Wall, of_italy_has_winter_and_summer)
{
    // 00:30 in Roma is still the day before in UTC: a contact belongs to the day on the wall.
    EXPECT_EQ(to_string(local_date(instant("2026-11-23T23:30:00Z"))), "2026-11-24");
    EXPECT_EQ(local_hour(instant("2026-11-23T23:30:00Z")), 0);
    EXPECT_EQ(to_string(local_date(instant("2026-07-01T21:59:59Z"))), "2026-07-01");
    EXPECT_EQ(to_string(local_date(instant("2026-07-01T22:00:00Z"))), "2026-07-02");
    EXPECT_EQ(local_hour(Instant{-1}), 0); // 1969-12-31T23:59:59.999Z
}

TEST(Wall, changes_hour_when_italy_does)
{
    // 29 March 2026, 02:00 becomes 03:00; 25 October 2026, 03:00 becomes 02:00.
    EXPECT_EQ(local_hour(instant("2026-03-29T00:59:59Z")), 1);
    EXPECT_EQ(local_hour(instant("2026-03-29T01:00:00Z")), 3);
    EXPECT_EQ(local_hour(instant("2026-10-25T00:59:59Z")), 2);
    EXPECT_EQ(local_hour(instant("2026-10-25T01:00:00Z")), 2);
    EXPECT_EQ(local_hour(instant("2026-10-25T02:00:00Z")), 3);
}

TEST(Wall, time_is_an_instant)
{
    EXPECT_EQ(local_instant(date("2026-11-23"), 22, 15), instant("2026-11-23T21:15:00Z"));
    EXPECT_EQ(local_instant(date("2026-07-01"), 0, 0), instant("2026-06-30T22:00:00Z"));
}

TEST(Wall, hour_that_comes_twice_is_the_first_whatever_was_asked_before)
{
    for (const auto* asked_before : {"2026-12-10", "2026-08-10"}) {
        local_instant(date(asked_before), 12, 0);
        EXPECT_EQ(local_instant(date("2026-10-25"), 2, 30), instant("2026-10-25T00:30:00Z"))
            << "after " << asked_before;
    }
}

TEST(Wall, hour_that_never_comes_is_the_one_an_hour_later)
{
    for (const auto* asked_before : {"2026-12-10", "2026-08-10"}) {
        local_instant(date(asked_before), 12, 0);
        EXPECT_EQ(local_instant(date("2026-03-29"), 2, 30), instant("2026-03-29T01:30:00Z"))
            << "after " << asked_before;
    }
}

TEST(Period, is_a_year_a_quarter_or_a_month)
{
    const auto quarter = parse_period("2026-Q4").value();
    EXPECT_EQ(to_string(quarter.begins), "2026-10-01");
    EXPECT_EQ(to_string(quarter.ends), "2027-01-01");
    EXPECT_EQ(to_string(parse_period("2028-02")->ends), "2028-03-01");
    EXPECT_EQ(to_string(parse_period("2026")->ends), "2027-01-01");
    for (const auto* text : {"2026", "2026-Q1", "2026-Q3", "2026-Q4", "2026-01", "2026-12"})
        EXPECT_EQ(to_string(parse_period(text).value()), text);
}

TEST(Period, holds_its_first_day_and_not_its_end)
{
    const auto month = parse_period("2026-11").value();
    EXPECT_FALSE(month.contains(date("2026-10-31")));
    EXPECT_TRUE(month.contains(date("2026-11-01")));
    EXPECT_TRUE(month.contains(date("2026-11-30")));
    EXPECT_FALSE(month.contains(date("2026-12-01")));
}

TEST(Period, of_a_day)
{
    EXPECT_EQ(to_string(quarter_of(date("2026-11-23"))), "2026-Q4");
    EXPECT_EQ(to_string(quarter_of(date("2026-01-01"))), "2026-Q1");
    EXPECT_EQ(to_string(month_of(date("2026-12-31"))), "2026-12");
    EXPECT_EQ(to_string(year_of(date("2026-12-31"))), "2026");
}

TEST(Period, without_a_name_says_its_days)
{
    EXPECT_EQ(to_string(Period{date("2026-11-02"), date("2026-11-09")}), "2026-11-02/2026-11-09");
    EXPECT_EQ(to_string(Period{date("2026-01-01"), date("2026-12-31")}), "2026-01-01/2026-12-31");
}

TEST(Period, refuses_everything_else)
{
    for (const auto* text : {"", "26", "1899", "2026-", "2026-Q0", "2026-Q5", "2026-q1", "2026-00",
                             "2026-13", "2026-1", "2026-11-23", "2026/11", "2026 Q1", "202a"})
        EXPECT_FALSE(parse_period(text)) << text;
}
