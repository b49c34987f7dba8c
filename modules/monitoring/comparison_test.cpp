// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/comparison.h"

#include <gtest/gtest.h>

namespace monitoring {

namespace {

Value cell(const std::string& name, std::optional<double> value, int version = 1)
{
    Value one;
    one.indicator = "NET-02";
    one.version = version;
    one.window = "period";
    one.breakdown = name.empty() ? "total" : "gender";
    one.cell = name;
    one.value = value;
    one.suppressed = !value;
    return one;
}

// "cell kind before>after", one after the other, and how many are the same.
std::string told(const std::vector<Value>& before, const std::vector<Value>& after)
{
    int unchanged = 0;
    std::string text;
    for (const auto& change : changes_of(before, after, unchanged)) {
        const auto number = [](const std::optional<double>& value) {
            return value ? std::to_string(static_cast<int>(*value)) : std::string("-");
        };
        text += change.cell + " " + change.kind + " " + number(change.before) + ">" +
                number(change.after) + "; ";
    }
    return text + std::to_string(unchanged);
}

} // namespace

TEST(Comparison, tells_what_changed_and_nothing_else)
{
    EXPECT_EQ(told({cell("", 30), cell("F", 10)}, {cell("", 30), cell("F", 10)}), "2");
    EXPECT_EQ(told({cell("", 30), cell("F", 10)}, {cell("", 31), cell("F", 9)}),
              " more 30>31; F less 10>9; 0");
}

TEST(Comparison, knows_cells_that_come_and_go)
{
    EXPECT_EQ(told({cell("F", 10), cell("M", 20)}, {cell("M", 20), cell("X", 5)}),
              "X added ->5; F removed 10>-; 1");
}

TEST(Comparison, says_when_two_figures_cannot_be_compared)
{
    EXPECT_EQ(told({cell("F", 10)}, {cell("F", 12, 2)}), "F definition 10>12; 0");
    EXPECT_EQ(told({cell("F", 10)}, {cell("F", std::nullopt)}), "F other 10>-; 0");
    auto more_cases = cell("F", 10);
    more_cases.denominator = 7;
    EXPECT_EQ(told({cell("F", 10)}, {more_cases}), "F other 10>10; 0");
}

} // namespace monitoring
