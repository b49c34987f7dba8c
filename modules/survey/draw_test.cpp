// SPDX-License-Identifier: EUPL-1.2
#include "survey/draw.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include <gtest/gtest.h>

namespace survey {

namespace {

constexpr Method methods[] = {Method::systematic_pps, Method::simple_random};

double sum_of(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

// A frame of so many, of sizes from 1 to 200.
std::vector<double> frame_of(std::size_t count, Chance& chance)
{
    std::vector<double> sizes(count);
    for (auto& size : sizes)
        size = 1 + static_cast<double>(chance.below(200));
    return sizes;
}

std::vector<std::size_t> drawn(Method method, const std::vector<double>& sizes, std::size_t count,
                               const std::string& seed)
{
    Chance chance(seed);
    return draw_from(method, sizes, count, chance);
}

} // namespace

TEST(Draw, probabilities_add_up_to_the_sample)
{
    Chance chance("frames");
    for (int round = 0; round < 300; ++round) {
        const auto sizes = frame_of(1 + chance.below(60), chance);
        const auto count = 1 + chance.below(70);
        const auto wanted = static_cast<double>(std::min(count, sizes.size()));
        for (const auto method : methods) {
            const auto shares = probabilities_of(method, sizes, count);
            EXPECT_NEAR(sum_of(shares), wanted, 1e-9);
            for (const double share : shares) {
                EXPECT_GT(share, 0);
                EXPECT_LE(share, 1);
            }
        }
    }
}

TEST(Draw, draws_as_many_as_are_asked_each_once_in_the_order_of_the_frame)
{
    Chance chance("counts");
    for (int round = 0; round < 300; ++round) {
        const auto sizes = frame_of(1 + chance.below(60), chance);
        const auto count = 1 + chance.below(70);
        for (const auto method : methods) {
            const auto sample = drawn(method, sizes, count, std::to_string(round));
            EXPECT_EQ(sample.size(), std::min(count, sizes.size()));
            EXPECT_TRUE(std::is_sorted(sample.begin(), sample.end()));
            EXPECT_EQ(std::adjacent_find(sample.begin(), sample.end()), sample.end());
            EXPECT_LT(sample.back(), sizes.size());
        }
    }
}

TEST(Draw, of_the_same_seed_is_the_same_and_of_another_another)
{
    Chance chance("seeds");
    const auto sizes = frame_of(200, chance);
    for (const auto method : methods) {
        const auto first = drawn(method, sizes, 20, "MIGRANT/RM-I");
        EXPECT_EQ(first, drawn(method, sizes, 20, "MIGRANT/RM-I"));
        EXPECT_NE(first, drawn(method, sizes, 20, "MIGRANT/RM-II"));
    }
}

// What is promised to whoever draws again elsewhere: these very numbers.
TEST(Draw, chance_is_the_same_on_every_machine)
{
    Chance one("seed");
    Chance two("seed");
    for (int i = 0; i < 1000; ++i) {
        const double share = one.share();
        EXPECT_GE(share, 0);
        EXPECT_LT(share, 1);
        EXPECT_EQ(share, two.share());
    }
}

// Over 20,000 seeds each is drawn as often as its probability says, within four and a half
// standard deviations.
TEST(Draw, frequencies_are_the_probabilities)
{
    const std::vector<double> sizes{400, 10, 20, 30, 40, 50, 60, 70, 80, 90, 5, 15};
    constexpr std::size_t count = 4;
    constexpr int rounds = 20'000;
    for (const auto method : methods) {
        const auto shares = probabilities_of(method, sizes, count);
        std::vector<int> times(sizes.size(), 0);
        for (int round = 0; round < rounds; ++round)
            for (const auto place : drawn(method, sizes, count, "round " + std::to_string(round)))
                ++times[place];
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            const double deviation = std::sqrt(shares[i] * (1 - shares[i]) / rounds);
            EXPECT_NEAR(times[i] / double(rounds), shares[i], 4.5 * deviation + 1e-12) << i;
        }
    }
}

TEST(Draw, what_would_be_more_than_certain_is_certain)
{
    const auto shares = probabilities_of(Method::systematic_pps, {1000, 10, 10, 10, 10}, 3);
    EXPECT_EQ(shares[0], 1);
    for (std::size_t i = 1; i < shares.size(); ++i)
        EXPECT_NEAR(shares[i], 0.5, 1e-12);
    for (int round = 0; round < 100; ++round)
        EXPECT_EQ(
            drawn(Method::systematic_pps, {1000, 10, 10, 10, 10}, 3, std::to_string(round)).front(),
            0U);
}

// A frame sorted by day: of three equal weeks each gives its third, whatever the start.
TEST(Draw, a_systematic_sample_is_spread_along_the_frame)
{
    const std::vector<double> sizes(30, 7);
    for (int round = 0; round < 100; ++round) {
        const auto sample = drawn(Method::systematic_pps, sizes, 6, std::to_string(round));
        for (std::size_t week = 0; week < 3; ++week)
            EXPECT_EQ(std::count_if(sample.begin(), sample.end(),
                                    [&](std::size_t one) { return one / 10 == week; }),
                      2);
    }
}

} // namespace survey
