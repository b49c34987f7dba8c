// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/suppress.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace monitoring {

namespace {

const std::vector<std::string> genders{"F", "M", "X", "U"};
const std::vector<std::string> ages{"under_18", "18_60", "over_60", "not_recorded"};

Value cell(const std::string& breakdown, const std::string& name, double count)
{
    Value value;
    value.indicator = "NET-02";
    value.window = "period";
    value.breakdown = breakdown;
    value.cell = name;
    value.value = count;
    return value;
}

// One breakdown, with its total before it.
std::vector<Value> breakdown(const std::vector<int>& counts)
{
    std::vector<Value> values{cell("total", "", 0)};
    for (std::size_t i = 0; i < counts.size(); ++i) {
        values.push_back(cell("district", "D" + std::to_string(i), counts[i]));
        *values[0].value += counts[i];
    }
    return values;
}

std::vector<std::string> suppressed(const std::vector<Value>& values)
{
    std::vector<std::string> names;
    for (const auto& value : values)
        if (value.suppressed)
            names.push_back(value.cell);
    return names;
}

using Names = std::vector<std::string>;

} // namespace

TEST(Suppress, leaves_large_numbers_zeros_and_totals_alone)
{
    auto values = breakdown({12, 0, 5, 40});
    const auto before = to_json(values);
    suppress(values);
    EXPECT_EQ(to_json(values), before);

    values = breakdown({1, 2}); // a total of 3 is told
    suppress(values);
    EXPECT_EQ(values[0].value, 3);
    EXPECT_FALSE(values[0].suppressed);
}

TEST(Suppress, hides_a_small_cell_and_the_smallest_other)
{
    auto values = breakdown({12, 3, 0, 7, 40});
    suppress(values);
    EXPECT_EQ(suppressed(values), (Names{"D1", "D3"}));
    EXPECT_FALSE(values[2].value.has_value());
    EXPECT_EQ(values[3].value, 0);
}

TEST(Suppress, needs_no_companion_for_two_small_cells)
{
    auto values = breakdown({12, 3, 4, 7});
    suppress(values);
    EXPECT_EQ(suppressed(values), (Names{"D1", "D2"}));
}

// Where the others are all zero, one of them keeps the secret of which it is.
TEST(Suppress, hides_a_zero_when_there_is_nothing_else)
{
    auto values = breakdown({0, 3, 0});
    suppress(values);
    EXPECT_EQ(suppressed(values), (Names{"D0", "D1"}));
}

TEST(Suppress, looks_at_both_sides_of_a_share)
{
    const auto share = [](const std::string& name, std::int64_t above, std::int64_t all) {
        auto value = cell("setting", name, 0);
        value.numerator = above;
        value.denominator = all;
        value.value = static_cast<double>(above) / static_cast<double>(all);
        return value;
    };
    std::vector<Value> values{share("A", 20, 40), share("B", 38, 40), share("C", 0, 30),
                              share("D", 30, 60)};
    suppress(values);
    EXPECT_EQ(suppressed(values),
              (Names{"B", "C"})); // two of B are not above; C is the smallest other
    EXPECT_FALSE(values[1].numerator.has_value());
    EXPECT_FALSE(values[1].denominator.has_value());
    EXPECT_FALSE(values[1].value.has_value());
}

TEST(Suppress, hides_the_median_of_few)
{
    std::vector<Value> values;
    for (const auto& [name, cases] : std::map<std::string, int>{{"A", 9}, {"B", 4}, {"C", 20}}) {
        auto value = cell("setting", name, 10);
        value.denominator = cases;
        value.p90 = 30;
        values.push_back(value);
    }
    suppress(values);
    EXPECT_EQ(suppressed(values), (Names{"A", "B"}));
    EXPECT_FALSE(values[1].p90.has_value());
}

// ---- no hidden cell can be worked out

namespace {

// gender by age with its margins, a breakdown by district beside it, and the total.
std::vector<Value> random_table(std::mt19937& random)
{
    const auto draw = [&](int most) {
        return static_cast<int>(random() % static_cast<unsigned>(most + 1));
    };
    const int typical = 1 << draw(6);
    std::map<std::string, int> by_gender;
    std::map<std::string, int> by_age;
    std::vector<Value> crossed;
    int total = 0;
    for (const auto& gender : genders)
        for (const auto& age : ages) {
            const int count = draw(2) == 0 ? 0 : draw(typical);
            by_gender[gender] += count;
            by_age[age] += count;
            total += count;
            crossed.push_back(cell("gender_age", gender + "/" + age, count));
        }
    std::vector<Value> values{cell("total", "", total)};
    for (const auto& gender : genders)
        values.push_back(cell("gender", gender, by_gender[gender]));
    for (const auto& age : ages)
        values.push_back(cell("age", age, by_age[age]));
    values.insert(values.end(), crossed.begin(), crossed.end());
    int rest = total;
    for (int i = 0; i < 6; ++i) {
        const int count = i == 5 ? rest : std::min(rest, draw(typical));
        values.push_back(cell("district", "D" + std::to_string(i), count));
        rest -= count;
    }
    return values;
}

// Arithmetic modulo a prime: exact, and another way than the one under test.
constexpr std::int64_t prime = 1'000'000'007;

std::int64_t power(std::int64_t base, std::int64_t exponent)
{
    std::int64_t result = 1;
    for (; exponent > 0; exponent /= 2, base = base * base % prime)
        if (exponent % 2 == 1)
            result = result * base % prime;
    return result;
}

using Lines = std::vector<std::vector<std::int64_t>>;

int rank_of(Lines lines)
{
    int rank = 0;
    const std::size_t columns = lines.empty() ? 0 : lines[0].size();
    for (std::size_t column = 0; column < columns; ++column) {
        auto pivot = static_cast<std::size_t>(rank);
        while (pivot < lines.size() && lines[pivot][column] == 0)
            ++pivot;
        if (pivot == lines.size())
            continue;
        std::swap(lines[pivot], lines[static_cast<std::size_t>(rank)]);
        const auto lead = lines[static_cast<std::size_t>(rank)];
        for (auto i = static_cast<std::size_t>(rank) + 1; i < lines.size(); ++i) {
            const auto factor = lines[i][column] * power(lead[column], prime - 2) % prime;
            for (std::size_t k = 0; k < columns; ++k)
                lines[i][k] = (lines[i][k] + (prime - factor) * lead[k]) % prime;
        }
        ++rank;
    }
    return rank;
}

// What a reader can write down: every sum that holds between the cells, as factors of the hidden
// ones.
Lines known_sums(const std::vector<Value>& values, const std::vector<std::size_t>& hidden)
{
    const auto line_where = [&](const auto& factor_of) {
        std::vector<std::int64_t> line;
        for (const auto place : hidden)
            line.push_back((factor_of(values[place]) + prime) % prime);
        return line;
    };
    Lines lines;
    for (const auto* name : {"gender", "age", "gender_age", "district"})
        lines.push_back(
            line_where([&](const Value& value) { return value.breakdown == name ? 1 : 0; }));
    for (const auto& gender : genders)
        lines.push_back(line_where([&](const Value& value) {
            return value.breakdown == "gender" && value.cell == gender                       ? -1
                   : value.breakdown == "gender_age" && value.cell.starts_with(gender + "/") ? 1
                                                                                             : 0;
        }));
    for (const auto& age : ages)
        lines.push_back(line_where([&](const Value& value) {
            return value.breakdown == "age" && value.cell == age                        ? -1
                   : value.breakdown == "gender_age" && value.cell.ends_with("/" + age) ? 1
                                                                                        : 0;
        }));
    return lines;
}

// A hidden cell is settled when leaving it out of the unknowns lowers what the sums say by one.
bool is_settled(const Lines& lines, std::size_t unknown)
{
    Lines without = lines;
    for (auto& line : without)
        line.erase(line.begin() + static_cast<std::ptrdiff_t>(unknown));
    return rank_of(lines) == rank_of(without) + 1;
}

} // namespace

TEST(Suppress, lets_no_hidden_cell_be_worked_out)
{
    int with_hidden = 0;
    for (unsigned seed = 1; seed <= 400; ++seed) {
        std::mt19937 random(seed);
        const auto before = random_table(random);
        auto values = before;
        suppress(values);
        std::vector<std::size_t> hidden;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto count = static_cast<int>(*before[i].value);
            const bool small = values[i].breakdown != "total" && count >= 1 && count <= 4;
            EXPECT_TRUE(values[i].suppressed || !small) << "seed " << seed;
            EXPECT_TRUE(!values[i].suppressed || !values[i].value) << "seed " << seed;
            EXPECT_FALSE(values[i].suppressed && values[i].breakdown == "total");
            if (values[i].suppressed)
                hidden.push_back(i);
        }
        with_hidden += hidden.empty() ? 0 : 1;
        const auto lines = known_sums(values, hidden);
        for (std::size_t i = 0; i < hidden.size(); ++i)
            EXPECT_FALSE(is_settled(lines, i))
                << "seed " << seed << ": " << values[hidden[i]].breakdown << " "
                << values[hidden[i]].cell;
    }
    EXPECT_GT(with_hidden, 200); // else this has shown little
}

// It must not win by hiding everything.
TEST(Suppress, leaves_most_of_a_large_table)
{
    std::mt19937 random(7);
    std::vector<Value> values;
    int shown = 0;
    int all = 0;
    for (int round = 0; round < 50; ++round) {
        values = breakdown({static_cast<int>(random() % 200), static_cast<int>(random() % 200),
                            static_cast<int>(random() % 200), 2, 60, 80, 90, 100});
        suppress(values);
        for (const auto& value : values) {
            ++all;
            shown += value.suppressed ? 0 : 1;
        }
    }
    EXPECT_GT(shown * 100, all * 70);
}

} // namespace monitoring
