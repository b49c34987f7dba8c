// SPDX-License-Identifier: EUPL-1.2
#include "civic/cover.h"

#include <gtest/gtest.h>

using namespace civic;

namespace {

const auto monday = make_date(2026, 11, 23);

std::vector<Cover> covers_until(Date until) { return {{make_date(2026, 10, 1), until}}; }

} // namespace

TEST(Cover, holds_on_its_first_and_its_last_day)
{
    const auto covers = covers_until(monday);
    EXPECT_FALSE(is_covered(covers, make_date(2026, 9, 30)));
    EXPECT_TRUE(is_covered(covers, make_date(2026, 10, 1)));
    EXPECT_TRUE(is_covered(covers, monday));
    EXPECT_FALSE(is_covered(covers, monday.plus_days(1)));
    EXPECT_FALSE(is_covered({}, monday));
}

// Two policies with a week between them do not cover that week.
TEST(Cover, has_gaps)
{
    const std::vector<Cover> covers{{make_date(2026, 1, 1), make_date(2026, 3, 31)},
                                    {make_date(2026, 4, 8), make_date(2026, 6, 30)}};
    const auto within = make_date(2026, 4, 3);
    EXPECT_FALSE(is_covered(covers, within));
    EXPECT_EQ(first_uncovered(covers, {make_date(2026, 7, 1), make_date(2026, 2, 1), within}),
              within);
    EXPECT_EQ(first_uncovered(covers, {make_date(2026, 2, 1), make_date(2026, 4, 8)}),
              std::nullopt);
    EXPECT_EQ(last_covered(covers), make_date(2026, 6, 30));
    EXPECT_EQ(last_covered({}), std::nullopt);
}

TEST(Cover, goes_on_without_a_gap_from_today)
{
    const auto until = [](std::vector<Cover> covers) { return covered_until(covers, monday); };
    const Cover now{monday.plus_days(-30), monday.plus_days(20)};
    const Cover renewal{monday.plus_days(21), monday.plus_days(90)};
    const Cover late{monday.plus_days(23), monday.plus_days(90)};
    const Cover past{monday.plus_days(-90), monday.plus_days(-40)};
    EXPECT_EQ(until({}), std::nullopt);
    EXPECT_EQ(until({renewal}), std::nullopt);
    EXPECT_EQ(until({now}), now.until);
    EXPECT_EQ(until({renewal, now}), renewal.until);
    EXPECT_EQ(until({now, late}), now.until);
    EXPECT_EQ(until({past}), past.until);
    EXPECT_EQ(until({late, past}), past.until);
}

TEST(State, runs_only_with_an_agreement_and_insured)
{
    Standing standing;
    EXPECT_EQ(state_of(standing, monday), "preparing");
    standing.covers = covers_until(monday);
    EXPECT_EQ(state_of(standing, monday), "preparing");
    standing.agreement_on = monday.plus_days(1);
    EXPECT_EQ(state_of(standing, monday), "preparing");
    standing.agreement_on = monday.plus_days(-30);
    EXPECT_EQ(state_of(standing, monday), "running");
}

TEST(State, stops_when_the_insurance_or_the_agreement_is_over)
{
    Standing standing;
    standing.agreement_on = monday.plus_days(-30);
    standing.covers = covers_until(monday.plus_days(-1));
    EXPECT_EQ(state_of(standing, monday), "uncovered");
    standing.covers = covers_until(monday.plus_days(30));
    standing.agreement_until = monday.plus_days(-1);
    EXPECT_EQ(state_of(standing, monday), "uncovered");
    standing.agreement_until = monday;
    EXPECT_EQ(state_of(standing, monday), "running");
}

TEST(State, is_ended_from_the_day_of_the_end_on)
{
    Standing standing;
    standing.agreement_on = monday.plus_days(-30);
    standing.covers = covers_until(monday.plus_days(30));
    standing.ended_on = monday.plus_days(1);
    EXPECT_EQ(state_of(standing, monday), "running");
    standing.ended_on = monday;
    EXPECT_EQ(state_of(standing, monday), "ended");
}
