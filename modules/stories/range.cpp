// SPDX-License-Identifier: EUPL-1.2
#include "stories/range.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace stories {

namespace {

std::optional<std::int64_t> number_in(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || text.front() == '-' || error != std::errc() ||
        end != text.data() + text.size())
        return std::nullopt;
    return number;
}

} // namespace

Part part_of(std::string_view range, std::int64_t size, std::int64_t most)
{
    const Part whole{Part::Kind::whole, 0, size};
    constexpr std::string_view unit = "bytes=";
    if (!range.starts_with(unit))
        return whole;
    range.remove_prefix(unit.size());
    const auto dash = range.find('-');
    if (dash == std::string_view::npos || range.find(',') != std::string_view::npos)
        return whole;
    const auto first = number_in(range.substr(0, dash));
    const auto last = number_in(range.substr(dash + 1));
    const bool has_first = dash > 0;
    const bool has_last = dash + 1 < range.size();
    if ((has_first && !first) || (has_last && !last) || (!has_first && !has_last))
        return whole;
    if (!has_first) {
        const auto begin = std::max<std::int64_t>(size - *last, 0);
        if (*last == 0 || size == 0)
            return {Part::Kind::none, 0, 0};
        return {Part::Kind::part, begin, std::min(size, begin + most)};
    }
    if (has_last && *last < *first)
        return whole;
    if (*first >= size)
        return {Part::Kind::none, 0, 0};
    const auto end = has_last ? std::min(size - 1, *last) + 1 : size;
    return {Part::Kind::part, *first, std::min(end, *first + most)};
}

} // namespace stories
