// SPDX-License-Identifier: EUPL-1.2
// What an interview weighs, worked out by hand from the draw, and the figures that come of it.
#include <gtest/gtest.h>

#include "survey/testing_wave.h"

namespace survey {

namespace {

using test_wave::id;

class Weighing : public test_wave::WaveTest {};

} // namespace

// 1/π · k = 4 in either kind of slot. A third of the drawn attendance was not worked: · 1.5 = 6. Of
// 45 persons 40 answered: · 45/40 = 6.75. Those who go to two places count half: 3.375.
TEST_P(Weighing, follows_the_draw)
{
    const auto response =
        house_.ask(fulvia, "GET /api/survey/waves/" + to_string(id<Wave>("wave")) + "/matrix");
    ASSERT_EQ(response.status, 200) << response.body;
    const auto document = JsonDocument::parse(response.body);
    const auto weighting = document.root().member("weighting");
    ASSERT_EQ(weighting.size(), 2u);
    const auto met = weighting.at(0);
    EXPECT_EQ(met.member("interviews").integer(), 41);
    EXPECT_EQ(met.member("weighed").integer(), 40);
    EXPECT_NEAR(met.member("weight_least").real(), 3.375, 1e-9);
    EXPECT_NEAR(met.member("weight_most").real(), 6.75, 1e-9);
    EXPECT_EQ(met.member("lost_districts").size(), 0u);
    // (202.5)² / (20 · 6.75² + 20 · 3.375²)
    EXPECT_NEAR(met.member("n_effective").real(), 36, 1e-9);
    // Two of a list of eight stand for all eight.
    const auto listed = weighting.at(1);
    EXPECT_EQ(listed.member("weighed").integer(), 2);
    EXPECT_NEAR(listed.member("weight_least").real(), 4, 1e-9);
    EXPECT_NEAR(listed.member("weight_most").real(), 4, 1e-9);
}

// Three of four at slots that weigh 6.75, one of four at those that weigh 3.375: 58.3 %, not the
// half that a plain count would say. Between ten clusters of one stratum: 10/9 · 10 · 4.5² = 225,
// and 15 of 202.5 is the standard error.
TEST_P(Weighing, makes_the_figures)
{
    const auto response =
        house_.ask(fulvia, "GET /api/survey/waves/" + to_string(id<Wave>("wave")) + "/matrix");
    const auto document = JsonDocument::parse(response.body);
    const auto need = document.root().member("needs").at(0);
    EXPECT_EQ(need.member("need").text(), "HOUSING");
    const auto figure = need.member("groups").at(0).member("prevalence");
    EXPECT_NEAR(figure.member("percent").real(), 100 * 0.5833333333, 1e-6);
    EXPECT_NEAR(figure.member("standard_error").real(), 100 * 15 / 202.5, 1e-6);
    EXPECT_EQ(figure.member("n").integer(), 40);
    EXPECT_LT(figure.member("low").real(), 58.3);
    EXPECT_GT(figure.member("high").real(), 58.4);
    // Two operators are too few to be shown, and so is the gap.
    const auto believed = need.member("groups").at(1).member("prevalence");
    EXPECT_EQ(believed.member("withheld").text(), "FEW_INTERVIEWS");
    EXPECT_TRUE(believed.member("percent").is_null());
    EXPECT_EQ(need.member("gaps").at(0).member("withheld").text(), "FEW_INTERVIEWS");
    // The district is the whole city here; the others have nobody.
    const auto first = document.root().member("districts").at(0);
    EXPECT_EQ(first.member("district").text(), "RM-I");
    EXPECT_EQ(first.member("groups").at(0).member("prevalence").member("n").integer(), 40);
}

INSTANTIATE_TEST_SUITE_P(Both, Weighing, test_stores::both(), ::testing::PrintToStringParamName());

} // namespace survey
