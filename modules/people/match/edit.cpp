// SPDX-License-Identifier: EUPL-1.2
#include "people/match/edit.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdlib>

namespace match {

namespace {

constexpr std::size_t letters_max = 64;

// Where each letter stands in a text, as bits: a whole row of comparisons is one step. One text at
// a time in each thread; what was set is cleared when it goes.
class Standing {
public:
    explicit Standing(std::string_view text) : text_(text)
    {
        for (std::size_t i = 0; i < text.size(); ++i)
            bits(text[i]) |= std::uint64_t{1} << i;
    }
    ~Standing()
    {
        for (const char c : text_)
            bits(c) = 0;
    }
    Standing(const Standing&) = delete;
    Standing& operator=(const Standing&) = delete;

    std::uint64_t of(char c) const { return bits(c); }

private:
    static std::uint64_t& bits(char c)
    {
        thread_local std::array<std::uint64_t, 256> all{};
        return all[static_cast<unsigned char>(c)];
    }

    std::string_view text_;
};

// The first `count` bits.
std::uint64_t first_bits(std::size_t count)
{
    return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

} // namespace

// Hyyrö 2003: a column of the table of distances is kept as differences in bits.
int slips_apart(std::string_view a, std::string_view b, int most)
{
    a = a.substr(0, letters_max);
    b = b.substr(0, letters_max);
    const auto la = static_cast<int>(a.size());
    const auto lb = static_cast<int>(b.size());
    if (std::abs(la - lb) > most)
        return most + 1;
    if (la == 0 || lb == 0)
        return std::max(la, lb);
    const Standing standing(a);
    const auto last = std::uint64_t{1} << (la - 1);
    std::uint64_t more = ~std::uint64_t{0}; // one more than above
    std::uint64_t less = 0;
    std::uint64_t diagonal = 0;
    std::uint64_t before = 0;
    int slips = la;
    for (const char c : b) {
        const auto here = standing.of(c);
        const auto swapped = ((~diagonal & here) << 1) & before;
        diagonal = (((here & more) + more) ^ more) | here | less | swapped;
        auto right_more = less | ~(diagonal | more);
        auto right_less = diagonal & more;
        slips += (right_more & last) != 0 ? 1 : 0;
        slips -= (right_less & last) != 0 ? 1 : 0;
        right_more = (right_more << 1) | 1;
        right_less <<= 1;
        more = right_less | ~(diagonal | right_more);
        less = right_more & diagonal;
        before = here;
    }
    return std::min(slips, most + 1);
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
    const Standing standing(b);
    std::array<char, letters_max> shared; // letters of a that b has near by
    std::size_t matches = 0;
    std::uint64_t of_b = 0;
    for (std::size_t i = 0; i < la; ++i) {
        const auto near_by = first_bits(i + window + 1) & ~first_bits(i > window ? i - window : 0);
        const auto free = standing.of(a[i]) & near_by & ~of_b;
        if (free == 0)
            continue;
        of_b |= free & (~free + 1);
        shared[matches++] = a[i];
    }
    if (matches == 0)
        return 0;
    int crossed = 0;
    for (std::size_t k = 0; k < matches; ++k, of_b &= of_b - 1)
        crossed += shared[k] != b[static_cast<std::size_t>(std::countr_zero(of_b))] ? 1 : 0;
    const auto m = static_cast<double>(matches);
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
