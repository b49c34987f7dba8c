// SPDX-License-Identifier: EUPL-1.2
// What the network checks by itself: each rule where it holds, at its edge, and where it is broken.
#include "monitoring/checks.h"

#include <gtest/gtest.h>

#include "monitoring/indicator.h"
#include "monitoring/rules.h"

namespace monitoring {

namespace {

const core::Catalogue catalogue;

Value cell(const std::string& indicator, const std::string& breakdown, const std::string& cell,
           double value)
{
    Value one;
    one.indicator = indicator;
    const auto* known = find_indicator(indicator);
    one.version = known == nullptr ? 1 : known->definition.version;
    one.window = "period";
    one.breakdown = breakdown;
    one.cell = cell;
    one.value = value;
    return one;
}

Value total(const std::string& indicator, double value, const std::string& window = "period")
{
    auto one = cell(indicator, "total", "", value);
    one.window = window;
    return one;
}

Value share(const std::string& indicator, std::int64_t above, std::int64_t all)
{
    auto one = total(indicator, static_cast<double>(above) / static_cast<double>(all));
    one.numerator = above;
    one.denominator = all;
    return one;
}

Value suppressed(const std::string& indicator, const std::string& breakdown,
                 const std::string& name)
{
    auto one = cell(indicator, breakdown, name, 0);
    one.value.reset();
    one.suppressed = true;
    return one;
}

std::vector<std::vector<Value>> quarters(const std::string& indicator,
                                         const std::vector<double>& values)
{
    std::vector<std::vector<Value>> all;
    for (const auto value : values)
        all.push_back({total(indicator, value)});
    return all;
}

} // namespace

TEST(Checks, of_ranges)
{
    EXPECT_TRUE(
        check_ranges(catalogue, {total("NET-01", 0), share("NET-03", 0, 5), share("NET-03", 5, 5),
                                 suppressed("NET-01", "gender", "F")})
            .empty());
    const auto minus = check_ranges(catalogue, {total("NET-01", -1)});
    ASSERT_EQ(minus.size(), 1U);
    EXPECT_EQ(minus[0].check, "range");
    EXPECT_EQ(minus[0].value, -1);
    EXPECT_EQ(check_ranges(catalogue, {share("NET-03", 6, 5)}).size(), 1U);
    auto other = share("NET-03", 1, 2);
    other.value = 0.75; // not what stands above and below the line
    EXPECT_EQ(check_ranges(catalogue, {other}).size(), 1U);
    auto days = total("PIC-03", 12);
    days.p90 = 12;
    EXPECT_TRUE(check_ranges(catalogue, {days}).empty());
    days.p90 = 11;
    EXPECT_EQ(check_ranges(catalogue, {days}).size(), 1U);
    auto shown = suppressed("NET-01", "gender", "F");
    shown.value = 3;
    EXPECT_EQ(check_ranges(catalogue, {shown}).size(), 1U);
}

TEST(Checks, of_parts)
{
    const std::vector<Value> whole{total("NET-02", 30), cell("NET-02", "gender", "F", 10),
                                   cell("NET-02", "gender", "M", 20)};
    EXPECT_TRUE(check_parts(catalogue, whole).empty());
    auto lacks = whole;
    lacks[2].value = 19;
    const auto found = check_parts(catalogue, lacks);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].breakdown, "gender");
    EXPECT_EQ(found[0].value, 29);
    EXPECT_EQ(found[0].high, 30);
    // What is suppressed may be what lacks; what is shown may not be more than all.
    lacks[1] = suppressed("NET-02", "gender", "F");
    EXPECT_TRUE(check_parts(catalogue, lacks).empty());
    lacks[2].value = 31;
    EXPECT_EQ(check_parts(catalogue, lacks).size(), 1U);
    // Of a share, those below the line are what parts have together.
    auto part = share("NET-03", 1, 4);
    part.breakdown = "setting";
    part.cell = "STREET";
    EXPECT_EQ(check_parts(catalogue, {share("NET-03", 1, 5), part}).size(), 1U);
    EXPECT_TRUE(check_parts(catalogue, {share("NET-03", 1, 4), part}).empty());
}

TEST(Checks, of_the_year_against_its_quarter)
{
    EXPECT_TRUE(
        check_year(catalogue, {total("NET-02", 30), total("NET-02", 30, "year_to_date")}).empty());
    const auto found =
        check_year(catalogue, {total("NET-02", 30), total("NET-02", 29, "year_to_date")});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].low, 30);
    // Who is in charge on a day is no part of a year; nor is a share.
    EXPECT_TRUE(
        check_year(catalogue, {total("PIC-02", 30), total("PIC-02", 2, "year_to_date")}).empty());
}

TEST(Checks, of_indicators_with_each_other)
{
    EXPECT_TRUE(
        check_at_most(rules(catalogue), {total("NET-02", 30), total("NET-01", 30)}).empty());
    const auto found = check_at_most(rules(catalogue), {total("NET-02", 31), total("NET-01", 30)});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].other, "NET-01");
    EXPECT_EQ(found[0].high, 30);
}

TEST(Checks, of_definitions)
{
    std::vector<Value> all;
    for (const auto& indicator : indicators())
        all.push_back(total(indicator.definition.code, 0));
    EXPECT_TRUE(check_definitions(catalogue, all).empty());
    all[0].version += 1;
    EXPECT_EQ(check_definitions(catalogue, all).size(), 1U);
    all.erase(all.begin());
    const auto missing = check_definitions(catalogue, all);
    ASSERT_EQ(missing.size(), 1U);
    EXPECT_EQ(missing[0].indicator, indicators().front().definition.code);
    EXPECT_FALSE(missing[0].value);
    all.push_back(total("OLD-99", 3));
    EXPECT_EQ(check_definitions(catalogue, all).size(), 2U);
}

// Median 100, deviations 0, 0, 10, 10, 20: their median is 10, so that 44.478 would be usual; half
// the median is more.
TEST(Checks, of_breaks_in_a_series)
{
    const auto before = quarters("NET-01", {100, 90, 110, 80, 100});
    const auto at = [&](double value) {
        return check_series(catalogue, rules(catalogue), {total("NET-01", value)}, before);
    };
    EXPECT_TRUE(at(150).empty());
    EXPECT_TRUE(at(50).empty());
    const auto found = at(151);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].low, 50);
    EXPECT_EQ(found[0].high, 150);
    EXPECT_EQ(at(49).size(), 1U);
}

TEST(Checks, of_breaks_ask_for_enough_to_compare_with)
{
    EXPECT_TRUE(check_series(catalogue, rules(catalogue), {total("NET-01", 900)},
                             quarters("NET-01", {100, 100}))
                    .empty());
    EXPECT_EQ(check_series(catalogue, rules(catalogue), {total("NET-01", 900)},
                           quarters("NET-01", {100, 100, 100}))
                  .size(),
              1U);
    // Small numbers jump by themselves.
    EXPECT_TRUE(check_series(catalogue, rules(catalogue), {total("NET-01", 12)},
                             quarters("NET-01", {2, 2, 2}))
                    .empty());
    EXPECT_EQ(check_series(catalogue, rules(catalogue), {total("NET-01", 13)},
                           quarters("NET-01", {2, 2, 2}))
                  .size(),
              1U);
    // One quarter that was already off does not move the rule.
    EXPECT_EQ(check_series(catalogue, rules(catalogue), {total("NET-01", 400)},
                           quarters("NET-01", {100, 100, 1000, 100}))
                  .size(),
              1U);
    // Other definitions are not compared with.
    auto other = quarters("NET-01", {100, 100, 100});
    for (auto& quarter : other)
        quarter[0].version += 1;
    EXPECT_TRUE(check_series(catalogue, rules(catalogue), {total("NET-01", 900)}, other).empty());
}

TEST(Checks, of_breaks_in_shares)
{
    const std::vector<std::vector<Value>> before(3, {share("NET-03", 20, 40)});
    EXPECT_TRUE(
        check_series(catalogue, rules(catalogue), {share("NET-03", 28, 40)}, before).empty());
    EXPECT_EQ(check_series(catalogue, rules(catalogue), {share("NET-03", 29, 40)}, before).size(),
              1U);
    EXPECT_TRUE(check_series(catalogue, rules(catalogue), {share("NET-03", 19, 19)}, before)
                    .empty()); // too few cases
}

} // namespace monitoring
