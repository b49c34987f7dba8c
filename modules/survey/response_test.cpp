// SPDX-License-Identifier: EUPL-1.2
#include "survey/response.h"

#include <gtest/gtest.h>

namespace survey {

// Worked by hand from the formulas of AAPOR's Standard Definitions: of 1,000 who were or may have
// been eligible.
TEST(Response, is_worked_out_as_aapor_defines_it)
{
    ResponseRates rates;
    count_outcome(rates, "COMPLETE", 400);
    count_outcome(rates, "PARTIAL", 50);
    count_outcome(rates, "REFUSAL", 120);
    count_outcome(rates, "BREAK_OFF", 30);
    count_outcome(rates, "NON_CONTACT", 300);
    count_outcome(rates, "OTHER", 20);
    count_outcome(rates, "UNKNOWN_ELIGIBILITY", 80);
    count_outcome(rates, "NOT_ELIGIBLE", 500);
    work_out(rates);
    EXPECT_EQ(rates.refused, 150);
    EXPECT_DOUBLE_EQ(*rates.rr1, 40);                  // 400 / 1000
    EXPECT_DOUBLE_EQ(*rates.rr2, 45);                  // 450 / 1000
    EXPECT_DOUBLE_EQ(*rates.coop1, 100.0 * 400 / 620); // I / (I + P + R + O)
    EXPECT_DOUBLE_EQ(*rates.ref1, 15);                 // 150 / 1000
    EXPECT_DOUBLE_EQ(*rates.con1, 62);                 // 620 / 1000
}

TEST(Response, counts_who_is_not_eligible_in_no_rate)
{
    ResponseRates rates;
    count_outcome(rates, "NOT_ELIGIBLE", 7);
    work_out(rates);
    EXPECT_FALSE(rates.rr1 || rates.rr2 || rates.coop1 || rates.ref1 || rates.con1);
    count_outcome(rates, "COMPLETE", 1);
    work_out(rates);
    EXPECT_EQ(rates.rr1, 100);
}

TEST(Response, of_whom_nobody_was_met_has_no_cooperation)
{
    ResponseRates rates;
    count_outcome(rates, "NON_CONTACT", 4);
    work_out(rates);
    EXPECT_EQ(rates.rr2, 0);
    EXPECT_EQ(rates.con1, 0);
    EXPECT_FALSE(rates.coop1);
}

TEST(Response, a_cell_counts_the_same_outcomes)
{
    QuotaCell cell;
    count_outcome(cell, "BREAK_OFF", 2);
    count_outcome(cell, "REFUSAL", 1);
    count_outcome(cell, "PARTIAL", 3);
    EXPECT_EQ(cell.refused, 3);
    EXPECT_EQ(cell.partial, 3);
}

} // namespace survey
