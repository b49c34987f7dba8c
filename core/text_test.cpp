// SPDX-License-Identifier: EUPL-1.2
#include "core/text.h"

#include <gtest/gtest.h>

using core::folded;
using core::words_of;

TEST(Text, is_compared_without_case_accents_and_marks)
{
    EXPECT_EQ(words_of(folded("Via Àrno, 7")), (std::vector<std::string>{"via", "arno", "7"}));
    EXPECT_EQ(folded("PERÙ"), folded("peru\xCC\x80"));
    EXPECT_EQ(words_of(folded("مُحَمَّد")), words_of(folded("محمد")));
    EXPECT_TRUE(words_of(folded(" ,. ")).empty());
}
