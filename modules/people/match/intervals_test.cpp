// SPDX-License-Identifier: EUPL-1.2
#include "people/match/intervals.h"

#include <gtest/gtest.h>

namespace match {

namespace {

Part sum(const std::vector<Part>& parts)
{
    Part all;
    for (const auto& one : parts)
        all.add(one);
    return all;
}

// Three persons of five records: the third record of the first stands with the second person.
const std::vector<std::uint32_t> persons{0, 0, 1, 1, 2};
const std::vector<std::uint32_t> truth{0, 0, 0, 1, 2};

} // namespace

TEST(Parts, add_up_to_the_whole)
{
    const auto all = sum(parts(persons, truth, {0, 0, 0, 0, 0}));
    EXPECT_DOUBLE_EQ(all.right, 1);
    EXPECT_DOUBLE_EQ(all.found, 2);
    EXPECT_DOUBLE_EQ(all.all, 3);
    EXPECT_DOUBLE_EQ(all.f1(), 0.4);
    EXPECT_DOUBLE_EQ(all.persons, 3);
    EXPECT_DOUBLE_EQ(all.persons_true, 3);
    EXPECT_DOUBLE_EQ(all.count_error(), 0);
    EXPECT_DOUBLE_EQ(all.b_cubed_precision / 5, 0.8);
    EXPECT_NEAR(all.b_cubed_recall / 5, 0.7333, 0.0001);
    EXPECT_NEAR(all.b_cubed(), 0.7652, 0.0001);
}

TEST(Parts, those_of_one_party_are_no_pair)
{
    const auto all = sum(parts(persons, truth, {1, 1, 2, 2, 0}));
    EXPECT_DOUBLE_EQ(all.found, 0);
    EXPECT_DOUBLE_EQ(all.all, 2);
    EXPECT_DOUBLE_EQ(all.right, 0);
}

TEST(Intervals, hold_what_was_measured_and_narrow_with_more_persons)
{
    const auto width = [](std::uint32_t many) {
        std::vector<std::uint32_t> put;
        std::vector<std::uint32_t> known;
        for (std::uint32_t i = 0; i < many; ++i)
            for (std::size_t j = 0; j < persons.size(); ++j) {
                put.push_back(3 * i + persons[j]);
                known.push_back(3 * i + truth[j]);
            }
        const auto within =
            intervals(parts(put, known, std::vector<std::uint32_t>(put.size())), known);
        EXPECT_LT(within.f1.low, 0.4);
        EXPECT_GT(within.f1.high, 0.4);
        EXPECT_LT(within.b_cubed.low, 0.7652);
        EXPECT_GT(within.b_cubed.high, 0.7652);
        return within.f1.high - within.f1.low;
    };
    EXPECT_LT(width(500), width(20) / 2);
}

TEST(Intervals, of_what_is_all_right_there_is_no_doubt)
{
    const auto within = intervals(parts(truth, truth, {0, 0, 0, 0, 0}), truth);
    EXPECT_DOUBLE_EQ(within.f1.low, 1);
    EXPECT_DOUBLE_EQ(within.count_error.high, 0);
}

} // namespace match
