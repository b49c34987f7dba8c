// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/forecast.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace monitoring {

namespace {

std::vector<Stretch> quarters(const std::vector<double>& added)
{
    std::vector<Stretch> all;
    for (const auto one : added)
        all.push_back({one, 90});
    return all;
}

} // namespace

// 90 a quarter is 1 a day; 30 days are left: 30 more. The quarters are alike, so the dispersion is
// 1; the variance is 30 × (1 + 30/180) = 35, and 1.2816 × √35 = 7.58.
TEST(Forecast, goes_on_at_the_pace_of_the_quarters)
{
    const auto expected = forecast(200, quarters({90, 90}), {}, 30, 2).value();
    EXPECT_DOUBLE_EQ(expected.value, 230);
    EXPECT_NEAR(expected.low, 222.42, 0.01);
    EXPECT_NEAR(expected.high, 237.58, 0.01);
}

// 60 and 120: 30² / 90 twice, over 1: dispersion 20.
TEST(Forecast, is_wider_where_quarters_differ)
{
    const auto expected = forecast(200, quarters({60, 120}), {}, 30, 2).value();
    EXPECT_DOUBLE_EQ(expected.value, 230);
    EXPECT_DOUBLE_EQ(expected.low, 200); // what is counted is counted
    EXPECT_NEAR(expected.high, 230 + 1.2816 * std::sqrt(20 * 35), 0.01);
}

TEST(Forecast, takes_the_running_quarter_into_its_pace)
{
    const auto expected = forecast(100, quarters({90, 90}), {0, 90}, 90, 2).value();
    EXPECT_DOUBLE_EQ(expected.value, 160); // 180 in 270 days
}

TEST(Forecast, is_not_made_of_too_little)
{
    EXPECT_FALSE(forecast(10, quarters({90}), {30, 30}, 30, 2));
    EXPECT_FALSE(forecast(10, quarters({90, 90}), {}, 0, 2));
    EXPECT_FALSE(forecast(10, quarters({90, 90}), {}, -3, 2));
    const auto nothing = forecast(0, quarters({0, 0}), {}, 30, 2).value();
    EXPECT_EQ(nothing.value, 0);
    EXPECT_EQ(nothing.high, 0);
}

// Of invented cities whose quarters vary more than chance alone would have them, about 8 in 10 end
// up within the interval.
TEST(Forecast, holds_about_as_often_as_it_says)
{
    std::mt19937 chance(20261130);
    int within = 0;
    constexpr int cities = 4000;
    for (int city = 0; city < cities; ++city) {
        const auto quarter = [&](double days) {
            // Poisson around a gamma: variance 4 times the mean.
            std::gamma_distribution<double> busy(80.0 / 3, 3);
            return static_cast<double>(std::poisson_distribution<int>(busy(chance))(chance)) *
                   days / 90;
        };
        std::vector<double> past;
        for (int i = 0; i < 6; ++i)
            past.push_back(quarter(90));
        const auto rest = quarter(90);
        const auto expected = forecast(100, quarters(past), {}, 90, 2).value();
        within += 100 + rest >= expected.low && 100 + rest <= expected.high ? 1 : 0;
    }
    EXPECT_GT(within, cities * 0.72);
    EXPECT_LT(within, cities * 0.88);
}

} // namespace monitoring
