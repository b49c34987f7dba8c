// SPDX-License-Identifier: EUPL-1.2
#include "stories/range.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace stories {

namespace {

// "whole", "none", or "2-5" as it is written in Content-Range.
std::string asked(const char* range, std::int64_t size = 10, std::int64_t most = 100)
{
    const auto part = part_of(range, size, most);
    if (part.kind == Part::Kind::whole)
        return "whole";
    if (part.kind == Part::Kind::none)
        return "none";
    return std::to_string(part.begin) + "-" + std::to_string(part.end - 1);
}

} // namespace

TEST(Range, gives_the_part_that_is_asked_for)
{
    EXPECT_EQ(asked("bytes=0-0"), "0-0");
    EXPECT_EQ(asked("bytes=2-5"), "2-5");
    EXPECT_EQ(asked("bytes=2-"), "2-9");
    EXPECT_EQ(asked("bytes=-3"), "7-9");
    EXPECT_EQ(asked("bytes=-30"), "0-9");
    EXPECT_EQ(asked("bytes=8-99"), "8-9");
    EXPECT_EQ(asked("bytes=0-9223372036854775807"), "0-9");
}

TEST(Range, is_never_longer_than_it_may_be)
{
    EXPECT_EQ(asked("bytes=0-", 10, 4), "0-3");
    EXPECT_EQ(asked("bytes=4-9", 10, 4), "4-7");
    EXPECT_EQ(asked("bytes=-8", 10, 4), "2-5");
}

TEST(Range, has_nothing_behind_the_end)
{
    EXPECT_EQ(asked("bytes=10-"), "none");
    EXPECT_EQ(asked("bytes=10-20"), "none");
    EXPECT_EQ(asked("bytes=-0"), "none");
}

TEST(Range, that_is_none_is_not_asked)
{
    for (const auto* range :
         {"", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-2", "bytes=0-1,3-4", "lines=0-1",
          "bytes=--1", "bytes=1-2-3", "bytes= 1-2", "bytes=0-99999999999999999999"})
        EXPECT_EQ(asked(range), "whole") << range;
}

} // namespace stories
