// SPDX-License-Identifier: EUPL-1.2
// The score of a statement, worked out by hand as catalogue/returns.toml says it.
#include "monitoring/quality.h"

#include <gtest/gtest.h>

#include "monitoring/rules.h"

namespace monitoring {

namespace {

const core::Catalogue catalogue;

Value total(const std::string& indicator, double value,
            std::optional<std::int64_t> denominator = std::nullopt)
{
    Value one;
    one.indicator = indicator;
    one.window = "period";
    one.breakdown = "total";
    one.value = value;
    one.denominator = denominator;
    return one;
}

} // namespace

TEST(Quality, of_a_city_that_counted_nothing_in_time_is_full)
{
    const auto quality = quality_of(rules(catalogue), {}, -5);
    EXPECT_EQ(quality.score, 100);
    EXPECT_EQ(quality.late_days, 0);
}

// Of 40 contacts 10 bear a remark, of 20 persons none, and the share itself none: (75 + 100 + 100)
// / 3 is 92. Six days of thirty late: 80. Half of 80, a quarter of 92 and of 80: 40 + 23 + 20.
TEST(Quality, is_the_weighted_sum_of_its_parts)
{
    Figures figures;
    figures.values = {total("DQ-01", 0.8, 20), total("NET-01", 40), total("NET-02", 20)};
    figures.left_out = {{"NET-01", "recorded_late", 10, true}, {"NET-01", "not_found", 30, false}};
    const auto quality = quality_of(rules(catalogue), figures, 6);
    EXPECT_EQ(quality.completeness, 80);
    EXPECT_EQ(quality.unremarked, 92);
    EXPECT_EQ(quality.punctuality, 80);
    EXPECT_EQ(quality.score, 83);
}

TEST(Quality, does_not_fall_below_nothing)
{
    Figures figures;
    figures.values = {total("DQ-01", 0, 20), total("NET-01", 1)};
    figures.left_out = {{"NET-01", "recorded_late", 3, true}, {"DQ-01", "estimated", 90, true}};
    const auto quality = quality_of(rules(catalogue), figures, 400);
    EXPECT_EQ(quality.score, 0);
    EXPECT_EQ(quality.punctuality, 0);
    EXPECT_EQ(quality.late_days, 400);
}

TEST(Rules, are_refused_where_they_do_not_add_up)
{
    const auto refused = [](const std::string& text) {
        try {
            read_rules(catalogue, text);
        } catch (const std::exception& error) {
            return std::string(error.what());
        }
        return std::string("taken");
    };
    EXPECT_EQ(refused("due_days = -1"), "catalogue/returns.toml: \"due_days\" is no whole number");
    EXPECT_EQ(refused("due_days = 20\nquarters_looked_back = 4"),
              "catalogue/returns.toml: [due] is missing");
    EXPECT_NE(refused("due_days = "), "taken");
}

TEST(Rules, say_when_a_quarter_is_due)
{
    const auto quarter = parse_period("2026-Q3").value();
    EXPECT_EQ(to_string(rules(catalogue).due_on(quarter)), "2026-10-20");
    const auto asked = rules(catalogue).quarters_asked(parse_date("2026-11-23").value());
    ASSERT_EQ(asked.size(), 4U);
    EXPECT_EQ(to_string(asked.front()), "2026-Q3");
    EXPECT_EQ(to_string(asked.back()), "2025-Q4");
}

} // namespace monitoring
