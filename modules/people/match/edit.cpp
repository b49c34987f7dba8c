// SPDX-License-Identifier: EUPL-1.2
#include "people/match/edit.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>

namespace match {

namespace {

constexpr std::size_t letters_max = 64;

} // namespace

int slips_apart(std::string_view a, std::string_view b, int most)
{
    a = a.substr(0, letters_max);
    b = b.substr(0, letters_max);
    const auto la = static_cast<int>(a.size());
    const auto lb = static_cast<int>(b.size());
    if (std::abs(la - lb) > most)
        return most + 1;
    std::array<std::array<int, letters_max + 1>, 3> rows{};
    for (int j = 0; j <= lb; ++j)
        rows[0][j] = j;
    for (int i = 1; i <= la; ++i) {
        auto& row = rows[i % 3];
        const auto& above = rows[(i + 2) % 3];
        const auto& above_that = rows[(i + 1) % 3];
        row[0] = i;
        int least = i;
        for (int j = 1; j <= lb; ++j) {
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            int best = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = std::min(best, above_that[j - 2] + 1);
            row[j] = best;
            least = std::min(least, best);
        }
        if (least > most)
            return most + 1;
    }
    return std::min(rows[la % 3][lb], most + 1);
}

double likeness(std::string_view a, std::string_view b)
{
    a = a.substr(0, letters_max);
    b = b.substr(0, letters_max);
    if (a.empty() || b.empty())
        return 0;
    if (a == b)
        return 1;
    const auto la = a.size();
    const auto lb = b.size();
    const auto window = std::max<std::size_t>(std::max(la, lb) / 2, 1) - 1;
    std::uint64_t of_a = 0;
    std::uint64_t of_b = 0;
    int matches = 0;
    for (std::size_t i = 0; i < la; ++i) {
        const auto end = std::min(lb, i + window + 1);
        for (std::size_t j = i > window ? i - window : 0; j < end; ++j)
            if ((of_b >> j & 1) == 0 && a[i] == b[j]) {
                of_a |= std::uint64_t{1} << i;
                of_b |= std::uint64_t{1} << j;
                ++matches;
                break;
            }
    }
    if (matches == 0)
        return 0;
    int crossed = 0;
    std::size_t j = 0;
    for (std::size_t i = 0; i < la; ++i) {
        if ((of_a >> i & 1) == 0)
            continue;
        while ((of_b >> j & 1) == 0)
            ++j;
        crossed += a[i] != b[j++] ? 1 : 0;
    }
    const double m = matches;
    const double jaro =
        (m / static_cast<double>(la) + m / static_cast<double>(lb) + (m - crossed / 2) / m) / 3;
    std::size_t prefix = 0;
    while (prefix < std::min({la, lb, std::size_t{4}}) && a[prefix] == b[prefix])
        ++prefix;
    return jaro + 0.1 * static_cast<double>(prefix) * (1 - jaro);
}

std::uint64_t letter_pairs(std::string_view text)
{
    std::uint64_t set = 0;
    unsigned before = '^';
    for (const char c : text) {
        const unsigned letter = static_cast<unsigned char>(c);
        set |= std::uint64_t{1} << ((before * 31 + letter * 7) & 63);
        before = letter;
    }
    return set | std::uint64_t{1} << ((before * 31 + '$' * 7u) & 63);
}

} // namespace match
