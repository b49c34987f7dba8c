// SPDX-License-Identifier: EUPL-1.2
#include "base/utf8.h"

#include <gtest/gtest.h>

TEST(Utf8, OnlyTheShortestFormOfRealCodePoints)
{
    for (const std::string_view text : {"", "plain", "è", "€", "😀", "ⴰⵎⴰⵣⵉⵖ", "\xf4\x8f\xbf\xbf"})
        EXPECT_TRUE(is_utf8(text)) << text;
    for (const std::string_view text :
         {"\x80", "\xc3", "\xc3(", "\xc0\xaf", "\xc1\xbf", "\xe0\x80\xaf", "\xed\xa0\x80",
          "\xed\xbf\xbf", "\xf0\x80\x80\xaf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff",
          "\xe2\x82", "\xf0\x9f\x98"})
        EXPECT_FALSE(is_utf8(text)) << testing::PrintToString(text);
}

TEST(Utf8, IsCountedInCharacters)
{
    EXPECT_EQ(characters(""), 0u);
    EXPECT_EQ(characters("perché 😀"), 8u);
}
