// SPDX-License-Identifier: EUPL-1.2
#include "cases/assessment_scores.h"

#include <gtest/gtest.h>

namespace cases {

namespace {

InstrumentDimension dimension(int attention, int serious)
{
    InstrumentDimension made;
    made.attention = attention;
    made.serious = serious;
    return made;
}

const InstrumentDimension usual = dimension(40, 70);

Compared compared(std::optional<int> before, std::optional<int> now)
{
    return {&usual, before, now};
}

std::string trend(std::optional<int> before, std::optional<int> now)
{
    return trend_of(before, now).value_or("-");
}

} // namespace

TEST(Score, is_the_mean_of_what_was_answered)
{
    EXPECT_EQ(score_of({}), std::nullopt);
    EXPECT_EQ(score_of({0}), 0);
    EXPECT_EQ(score_of({4, 4}), 100);
    EXPECT_EQ(score_of({1, 2}), 38); // 37.5
    EXPECT_EQ(score_of({0, 0, 1}), 8);
    EXPECT_EQ(score_of({4, 3, 4}), 92);
}

TEST(Level, begins_at_its_threshold)
{
    EXPECT_EQ(level_of(usual, 0), "none");
    EXPECT_EQ(level_of(usual, 39), "none");
    EXPECT_EQ(level_of(usual, 40), "attention");
    EXPECT_EQ(level_of(usual, 69), "attention");
    EXPECT_EQ(level_of(usual, 70), "serious");
    EXPECT_EQ(level_of(usual, 100), "serious");
}

TEST(Trend, asks_for_ten_points)
{
    EXPECT_EQ(trend(50, 59), "same");
    EXPECT_EQ(trend(50, 60), "worse");
    EXPECT_EQ(trend(50, 41), "same");
    EXPECT_EQ(trend(50, 40), "better");
    EXPECT_EQ(trend(50, 50), "same");
    EXPECT_EQ(trend(std::nullopt, 50), "-");
    EXPECT_EQ(trend(50, std::nullopt), "-");
}

TEST(Warning, is_raised_by_two_that_are_worse_or_one_that_has_become_serious)
{
    EXPECT_FALSE(warns({}));
    EXPECT_FALSE(warns({compared(20, 30)}));
    EXPECT_TRUE(warns({compared(20, 30), compared(0, 10)}));
    EXPECT_FALSE(warns({compared(20, 30), compared(0, 9), compared(90, 20)}));
    EXPECT_TRUE(warns({compared(69, 70)})) << "one point, and it is serious";
    EXPECT_FALSE(warns({compared(70, 100)})) << "it was serious before";
    EXPECT_FALSE(warns({compared(std::nullopt, 100)})) << "nobody had asked before";
    EXPECT_FALSE(warns({compared(20, std::nullopt), compared(20, std::nullopt)}));
}

} // namespace cases
