// SPDX-License-Identifier: EUPL-1.2
#include "base/base64.h"

#include <gtest/gtest.h>

TEST(Base64, is_read_whole_or_not_at_all)
{
    EXPECT_EQ(from_base64(to_base64(std::string("\0\xFFz", 3))), std::string("\0\xFFz", 3));
    EXPECT_EQ(to_base64("foob"), "Zm9vYg==");
    EXPECT_EQ(from_base64(""), "");
    for (const auto* wrong : {"Zm9v!", "Zm9vY", "Zm9vYg", "Zm9v\r\nYg==", "Zm9vYg== "})
        EXPECT_EQ(from_base64(wrong), std::nullopt) << wrong;
    EXPECT_EQ(from_base64("Zm9v\r\nYg==\r\n", "\r\n"), "foob");
}
