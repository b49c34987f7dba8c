// SPDX-License-Identifier: EUPL-1.2
#include "outreach/pages.h"

#include <charconv>

namespace outreach {

void refuse_cursor() { refuse("after", "outreach.unknown_cursor"); }

Page page_after(const std::optional<std::string>& cursor, std::optional<int> limit)
{
    Page page;
    page.limit = limit.value_or(page_limit_default) + 1;
    page.before_at.milliseconds = std::numeric_limits<std::int64_t>::max();
    if (!cursor)
        return page;

    const char* end = cursor->data() + cursor->size();
    const auto read = std::from_chars(cursor->data(), end, page.before_at.milliseconds);
    if (read.ec != std::errc() || read.ptr == end || *read.ptr != '.')
        refuse_cursor();
    const auto id = parse_uuid({read.ptr + 1, static_cast<std::size_t>(end - read.ptr - 1)});
    if (!id)
        refuse_cursor();
    page.before_id = to_string(*id);
    return page;
}

} // namespace outreach
