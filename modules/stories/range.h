// SPDX-License-Identifier: EUPL-1.2
// Parts of a file (RFC 9110, 14): a player asks for what it needs next.
#pragma once

#include <cstdint>
#include <string_view>

namespace stories {

struct Part {
    enum class Kind { whole, part, none };
    Kind kind = Kind::whole;
    std::int64_t begin = 0;
    std::int64_t end = 0; // the first byte after it
};

// What a Range header asks of a file of so many bytes; never more than `most` at a time. What is
// no range of bytes, or several, is as if nobody had asked: the whole.
Part part_of(std::string_view range, std::int64_t size, std::int64_t most);

} // namespace stories
