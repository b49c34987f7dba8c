// SPDX-License-Identifier: EUPL-1.2
// What a reader knows of the cells of one indicator are sums: the cells of a breakdown add up to
// the total, and in the table of gender by age each line adds up to a cell of the breakdown by
// gender or by age. Each of these is an equation, suppressed cells are its unknowns, and a
// suppressed cell is safe when the equations do not settle it. While they settle one, another cell
// of its line is suppressed.
#include "monitoring/suppress.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace monitoring {

namespace {

bool is_small(std::int64_t count) { return count >= 1 && count <= small_most; }

// Of a share both sides of the line count: 38 of 40 says that 2 are on the other side.
bool is_small(const Value& value)
{
    if (!value.denominator)
        return value.value && is_small(std::llround(*value.value));
    if (is_small(*value.denominator))
        return true;
    return value.numerator &&
           (is_small(*value.numerator) || is_small(*value.denominator - *value.numerator));
}

double size_of(const Value& value)
{
    return value.denominator ? static_cast<double>(*value.denominator) : value.value.value_or(0);
}

// Cells, by their place among the values, that add up to something: to what is known, or, with a
// factor of -1, to another cell.
struct Term {
    std::size_t cell;
    double factor;
};
using Sum = std::vector<Term>;

std::pair<std::string, std::string> halves(const std::string& cell)
{
    const auto slash = cell.find('/');
    return {cell.substr(0, slash), cell.substr(slash + 1)};
}

// The sums of one indicator, whose values stand from `begin` to `end`.
std::vector<Sum> sums_of(const std::vector<Value>& values, std::size_t begin, std::size_t end)
{
    std::map<std::string, Sum> by_breakdown;
    std::map<std::string, Sum> crossed; // lines and columns of gender by age
    for (auto i = begin; i < end; ++i) {
        const auto& value = values[i];
        if (value.breakdown == "total")
            continue;
        if (value.breakdown == "gender_age") {
            const auto [gender, age] = halves(value.cell);
            crossed["gender " + gender].push_back({i, 1});
            crossed["age " + age].push_back({i, 1});
            continue;
        }
        by_breakdown[value.breakdown].push_back({i, 1});
        if (value.breakdown == "gender" || value.breakdown == "age")
            crossed[value.breakdown + " " + value.cell].push_back({i, -1});
    }
    std::vector<Sum> sums;
    for (auto* some : {&by_breakdown, &crossed})
        for (auto& [name, sum] : *some)
            if (sum.size() > 1) // one cell alone is its total, or a margin without its table
                sums.push_back(std::move(sum));
    return sums;
}

using Matrix = std::vector<std::vector<double>>;

// Gauss and Jordan: afterwards each line begins with a one that stands alone in its column.
void reduce(Matrix& matrix, std::size_t columns)
{
    std::size_t line = 0;
    for (std::size_t column = 0; column < columns && line < matrix.size(); ++column) {
        const auto pivot = std::max_element(matrix.begin() + static_cast<std::ptrdiff_t>(line),
                                            matrix.end(), [&](const auto& a, const auto& b) {
                                                return std::abs(a[column]) < std::abs(b[column]);
                                            });
        if (std::abs((*pivot)[column]) < 1e-9)
            continue;
        std::swap(*pivot, matrix[line]);
        const double lead = matrix[line][column];
        for (auto& factor : matrix[line])
            factor /= lead;
        for (std::size_t other = 0; other < matrix.size(); ++other) {
            const double factor = matrix[other][column];
            if (other == line || std::abs(factor) < 1e-9)
                continue;
            for (std::size_t i = 0; i < columns; ++i)
                matrix[other][i] -= factor * matrix[line][i];
        }
        ++line;
    }
}

// A suppressed cell that the sums settle: its line has come down to that cell alone.
std::optional<std::size_t> find_settled(const std::vector<Value>& values,
                                        const std::vector<Sum>& sums)
{
    std::vector<std::size_t> unknown;
    std::map<std::size_t, std::size_t> column_of;
    for (const auto& sum : sums)
        for (const auto& term : sum)
            if (values[term.cell].suppressed &&
                column_of.try_emplace(term.cell, unknown.size()).second)
                unknown.push_back(term.cell);

    Matrix matrix;
    for (const auto& sum : sums) {
        std::vector<double> line(unknown.size(), 0);
        for (const auto& term : sum)
            if (values[term.cell].suppressed)
                line[column_of[term.cell]] = term.factor;
        matrix.push_back(std::move(line));
    }
    reduce(matrix, unknown.size());
    for (const auto& line : matrix) {
        std::optional<std::size_t> only;
        int others = -1;
        for (std::size_t i = 0; i < line.size(); ++i)
            if (std::abs(line[i]) > 1e-9) {
                only = unknown[i];
                ++others;
            }
        if (others == 0)
            return only;
    }
    return std::nullopt;
}

bool has_cell(const Sum& sum, std::size_t cell)
{
    return std::any_of(sum.begin(), sum.end(), [&](const Term& term) { return term.cell == cell; });
}

// A cell of zero is a worse companion than any other, and a large cell worse than a small one.
bool is_better(const std::vector<Value>& values, std::size_t one, std::size_t other)
{
    const auto rank = [&](std::size_t cell) {
        const double size = size_of(values[cell]);
        return std::tuple(size == 0, size, cell);
    };
    return rank(one) < rank(other);
}

// The best cell to suppress beside a settled one: from its own sums if they have one left.
std::optional<std::size_t> find_companion(const std::vector<Value>& values,
                                          const std::vector<Sum>& sums, std::size_t settled)
{
    std::optional<std::size_t> near;
    std::optional<std::size_t> anywhere;
    const auto consider = [&](std::optional<std::size_t>& best, std::size_t cell) {
        if (!best || is_better(values, cell, *best))
            best = cell;
    };
    for (const auto& sum : sums)
        for (const auto& term : sum) {
            if (values[term.cell].suppressed)
                continue;
            consider(anywhere, term.cell);
            if (has_cell(sum, settled))
                consider(near, term.cell);
        }
    return near ? near : anywhere;
}

void suppress_one(std::vector<Value>& values, std::size_t begin, std::size_t end)
{
    for (auto i = begin; i < end; ++i)
        values[i].suppressed = values[i].breakdown != "total" && is_small(values[i]);
    const auto sums = sums_of(values, begin, end);
    while (const auto settled = find_settled(values, sums)) {
        const auto companion = find_companion(values, sums, *settled);
        ENSURE(companion
                   .has_value()); // with everything suppressed, sums of two or more settle nothing
        values[*companion].suppressed = true;
    }
}

} // namespace

void lose_number(Value& value)
{
    value.suppressed = true;
    value.value.reset();
    value.numerator.reset();
    value.denominator.reset();
    value.p90.reset();
}

void suppress(std::vector<Value>& values)
{
    for (std::size_t begin = 0; begin < values.size();) {
        auto end = begin;
        while (end < values.size() && values[end].indicator == values[begin].indicator)
            ++end;
        suppress_one(values, begin, end);
        begin = end;
    }
    for (auto& value : values)
        if (value.suppressed)
            lose_number(value);
}

void suppress_with_totals(std::vector<Value>& values)
{
    suppress(values);
    for (auto& value : values)
        if (is_small(value))
            lose_number(value);
}

} // namespace monitoring
