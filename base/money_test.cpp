// SPDX-License-Identifier: EUPL-1.2
#include "base/money.h"

#include <gtest/gtest.h>

TEST(Money, is_read_to_the_cent)
{
    EXPECT_EQ(parse_cents("450"), 45000);
    EXPECT_EQ(parse_cents("450.5"), 45050);
    EXPECT_EQ(parse_cents("450.05"), 45005);
    EXPECT_EQ(parse_cents("0.10"), 10);
    EXPECT_EQ(parse_cents("0"), 0);
    EXPECT_EQ(parse_cents("999999999.99"), 99999999999);
}

TEST(Money, is_nothing_that_could_be_read_in_two_ways)
{
    for (const auto* text : {"", ".", ".5", "5.", "1,50", "1.234,50", "1.500", "-1", "+1", " 1",
                             "1 ", "1e3", "1000000000", "0x10", "1.2.3"})
        EXPECT_FALSE(parse_cents(text)) << text;
}

TEST(Money, is_written_with_two_digits)
{
    EXPECT_EQ(cents_text(45050), "450.50");
    EXPECT_EQ(cents_text(5), "0.05");
    EXPECT_EQ(cents_text(0), "0.00");
    EXPECT_EQ(cents_text(-5), "-0.05");
    // Ten times ten cents are one euro.
    std::int64_t sum = 0;
    for (int i = 0; i < 10; ++i)
        sum += *parse_cents("0.10");
    EXPECT_EQ(cents_text(sum), "1.00");
}
