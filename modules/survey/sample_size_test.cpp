// SPDX-License-Identifier: EUPL-1.2
#include "survey/sample_size.h"

#include <gtest/gtest.h>

namespace survey {

namespace {

int size(double margin, double expected, int confidence, double deff, std::optional<int> population)
{
    return size_of({margin, expected, confidence, deff, population});
}

} // namespace

TEST(SampleSize, z_is_that_of_the_tables)
{
    EXPECT_NEAR(z_of(90), 1.644854, 1e-6);
    EXPECT_NEAR(z_of(95), 1.959964, 1e-6);
    EXPECT_NEAR(z_of(99), 2.575829, 1e-6);
}

// Cochran, Sampling Techniques: 385 for five points; a hundredth part of the variance for ten.
TEST(SampleSize, of_a_large_population_is_cochrans)
{
    EXPECT_EQ(size(5, 50, 95, 1, std::nullopt), 385);
    EXPECT_EQ(size(10, 50, 95, 1, std::nullopt), 97);
    EXPECT_EQ(size(3, 50, 95, 1, std::nullopt), 1068);
    EXPECT_EQ(size(5, 20, 95, 1, std::nullopt), 246);
    EXPECT_EQ(size(5, 50, 99, 1, std::nullopt), 664);
}

// Krejcie and Morgan (1970), their table, for five points.
TEST(SampleSize, is_corrected_for_a_finite_population)
{
    EXPECT_EQ(size(5, 50, 95, 1, 100), 80);
    EXPECT_EQ(size(5, 50, 95, 1, 1'000), 278);
    EXPECT_EQ(size(5, 50, 95, 1, 10'000), 370);
    EXPECT_EQ(size(5, 50, 95, 1, 1'000'000), 384);
}

TEST(SampleSize, grows_with_the_design_effect_and_is_never_more_than_there_are)
{
    EXPECT_EQ(size(10, 50, 95, 1.5, std::nullopt), 145); // 1.5 · 96.04
    EXPECT_EQ(size(5, 50, 95, 2, 1'000), 556);           // 2 · 277.74
    EXPECT_EQ(size(5, 50, 95, 2, 100), 100);
    EXPECT_EQ(size(30, 1, 80, 1, 1), 1);
}

} // namespace survey
