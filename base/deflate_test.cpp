// SPDX-License-Identifier: EUPL-1.2
#include "base/deflate.h"

#include <gtest/gtest.h>

TEST(Deflate, gives_back_what_it_was_given)
{
    std::string text;
    for (int i = 0; i < 10'000; ++i)
        text += "codice," + std::to_string(i % 7) + "\n";
    const auto bytes = deflated(text);
    EXPECT_LT(bytes.size(), text.size() / 20);
    EXPECT_EQ(inflated(bytes, text.size()), text);
    EXPECT_EQ(inflated(deflated(""), 10), "");
}

TEST(Deflate, takes_nothing_that_is_broken_or_too_large)
{
    const auto bytes = deflated(std::string(1000, 'a'));
    EXPECT_EQ(inflated(bytes, 999), std::nullopt);
    EXPECT_EQ(inflated(bytes.substr(0, bytes.size() - 1), 1000), std::nullopt);
    EXPECT_EQ(inflated("Volantino", 1000), std::nullopt);
    EXPECT_EQ(inflated("", 1000), std::nullopt);
}
