// SPDX-License-Identifier: EUPL-1.2
#include "desk/queue.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/id.h"

using desk::goes_before;
using desk::may_end;
using desk::minutes_between;
using desk::take_back;
using desk::VisitRow;

namespace {

Instant at(const char* clock)
{
    return parse_instant("2026-11-24T" + std::string(clock) + ":00Z").value();
}

VisitRow ticket(int number, const char* arrived)
{
    VisitRow row;
    row.id = Id<desk::Visit>(named_uuid("ticket " + std::to_string(number)));
    row.kind = "ticket";
    row.state = "waiting";
    row.number = number;
    row.arrived_at = at(arrived);
    row.booked_at = at(arrived);
    return row;
}

VisitRow appointment(const char* hour)
{
    VisitRow row;
    row.id = Id<desk::Visit>(named_uuid(std::string("appointment ") + hour));
    row.kind = "appointment";
    row.state = "expected";
    row.appointment_at = at(hour);
    row.booked_at = at("07:00");
    return row;
}

VisitRow came(VisitRow row, int number, const char* arrived)
{
    row.state = "waiting";
    row.number = number;
    row.arrived_at = at(arrived);
    return row;
}

VisitRow called(VisitRow row, const char* when)
{
    row.state = "called";
    row.called_at = at(when);
    row.room = "Stanza 1";
    row.minutes_waited = 5;
    return row;
}

VisitRow ended(VisitRow row, const char* when, const char* outcome = "SERVED")
{
    row.state = "ended";
    row.outcome = outcome;
    row.ended_at = at(when);
    return row;
}

// "1 3 2": the numbers in the order of the board; "-" for who has none.
std::string order(std::vector<VisitRow> rows, const char* now)
{
    std::sort(rows.begin(), rows.end(), [&](const VisitRow& one, const VisitRow& other) {
        return goes_before(one, other, at(now));
    });
    std::string text;
    for (const auto& row : rows)
        text += (text.empty() ? "" : " ") + (row.number ? std::to_string(*row.number) : "-");
    return text;
}

} // namespace

TEST(Queue, is_in_the_order_of_arrival)
{
    EXPECT_EQ(order({ticket(3, "09:20"), ticket(1, "09:00"), ticket(2, "09:10")}, "09:30"),
              "1 2 3");
    EXPECT_EQ(order({ticket(2, "09:00"), ticket(1, "09:00")}, "09:30"), "1 2") << "by number";
}

TEST(Queue, lets_an_appointment_before_the_numbers_once_its_time_has_come)
{
    const std::vector rows{ticket(1, "09:00"), ticket(3, "09:40"),
                           came(appointment("10:00"), 2, "09:30")};
    EXPECT_EQ(order(rows, "09:59"), "1 3 2");
    EXPECT_EQ(order(rows, "10:00"), "2 1 3");
}

TEST(Queue, takes_who_comes_late_in_the_order_of_arrival)
{
    const auto in_time = came(appointment("10:00"), 3, "10:15");
    const auto late = came(appointment("10:00"), 3, "10:16");
    EXPECT_EQ(order({ticket(1, "10:01"), in_time, ticket(4, "10:20")}, "10:30"), "3 1 4");
    EXPECT_EQ(order({ticket(1, "10:01"), late, ticket(4, "10:20")}, "10:30"), "1 3 4");
}

TEST(Queue, shows_called_waiting_expected_and_then_who_is_done_the_last_one_first)
{
    EXPECT_EQ(order({ended(ticket(1, "08:00"), "09:00"), ended(ticket(2, "08:10"), "09:30"),
                     appointment("11:00"), ticket(4, "09:00"), called(ticket(3, "08:20"), "09:10")},
                    "09:40"),
              "3 4 - 2 1");
}

TEST(Steps, end_who_is_here_and_who_never_came_each_in_its_own_way)
{
    EXPECT_TRUE(may_end(appointment("10:00"), "NOT_COME"));
    EXPECT_FALSE(may_end(appointment("10:00"), "SERVED"));
    EXPECT_TRUE(may_end(ticket(1, "09:00"), "LEFT"));
    EXPECT_TRUE(may_end(called(ticket(1, "09:00"), "09:10"), "CASE"));
    EXPECT_FALSE(may_end(called(ticket(1, "09:00"), "09:10"), "NOT_COME"));
    EXPECT_FALSE(may_end(ended(ticket(1, "09:00"), "09:10"), "SERVED"));
}

TEST(Steps, are_taken_back_one_by_one_and_the_number_stays)
{
    auto row = ended(called(came(appointment("10:00"), 2, "09:50"), "10:00"), "10:20");
    ASSERT_TRUE(take_back(row));
    EXPECT_EQ(row.state, "called");
    EXPECT_FALSE(row.outcome || row.ended_at);
    EXPECT_EQ(row.minutes_waited, 5);
    ASSERT_TRUE(take_back(row));
    EXPECT_EQ(row.state, "waiting");
    EXPECT_FALSE(row.called_at || row.room || row.minutes_waited);
    ASSERT_TRUE(take_back(row));
    EXPECT_EQ(row.state, "expected");
    EXPECT_FALSE(row.arrived_at);
    EXPECT_EQ(row.number, 2);
    EXPECT_FALSE(take_back(row));
}

TEST(Steps, of_who_was_not_called_lead_back_to_where_they_were)
{
    auto left = ended(ticket(1, "09:00"), "09:30", "LEFT");
    left.minutes_waited = 30;
    ASSERT_TRUE(take_back(left));
    EXPECT_EQ(left.state, "waiting");
    EXPECT_FALSE(left.minutes_waited);
    EXPECT_FALSE(take_back(left)) << "a number is cancelled, not undone";

    auto missed = ended(appointment("10:00"), "12:00", "NOT_COME");
    ASSERT_TRUE(take_back(missed));
    EXPECT_EQ(missed.state, "expected");

    auto information = ended(ticket(1, "09:00"), "09:00", "INFO");
    information.kind = "info";
    EXPECT_FALSE(take_back(information));
}

TEST(Minutes, are_whole_and_never_less_than_none)
{
    EXPECT_EQ(minutes_between(at("09:00"), at("09:16")), 16);
    EXPECT_EQ(minutes_between(at("09:00"), at("09:00").plus_seconds(59)), 0);
    EXPECT_EQ(minutes_between(at("09:10"), at("09:00")), 0);
}
