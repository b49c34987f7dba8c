// SPDX-License-Identifier: EUPL-1.2
// Pages of lists that go on: newest first, and a cursor that says where the last page ended.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "outreach/rows.h"

namespace outreach {

inline constexpr int page_limit_default = 50;

// A cursor that nobody made here.
[[noreturn]] void refuse_cursor();

// A page of rows ordered by instant and id, after the cursor, with one row more than is shown: if
// it is there, there is a next page.
template <class Wish> Page page_of(const Wish& wish);

template <class Row> std::string cursor_of(const Row& row)
{
    return std::to_string(row.at.milliseconds) + "." + to_string(row.id);
}

// Takes the row too many away and answers the cursor of the next page.
template <class Row> std::optional<std::string> cut_page(std::vector<Row>& rows, int limit)
{
    if (rows.size() < static_cast<std::size_t>(limit))
        return std::nullopt;
    rows.resize(static_cast<std::size_t>(limit) - 1);
    return cursor_of(rows.back());
}

Page page_after(const std::optional<std::string>& cursor, std::optional<int> limit);

template <class Wish> Page page_of(const Wish& wish)
{
    auto page = page_after(wish.after, wish.limit);
    if constexpr (requires { wish.day_from; }) {
        page.day_from = wish.day_from;
        page.day_to = wish.day_to;
    }
    return page;
}

} // namespace outreach
