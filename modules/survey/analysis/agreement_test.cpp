// SPDX-License-Identifier: EUPL-1.2
// Against the worked examples that were published with the measures.
#include "survey/analysis/agreement.h"

#include <gtest/gtest.h>

namespace analysis {

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

void add(Pairs& pairs, const char* one, const char* two, int times)
{
    for (int i = 0; i < times; ++i)
        pairs.emplace_back(one, two);
}

Pairs two_by_two(int both, int first_only, int second_only, int neither)
{
    Pairs pairs;
    add(pairs, "yes", "yes", both);
    add(pairs, "yes", "no", first_only);
    add(pairs, "no", "yes", second_only);
    add(pairs, "no", "no", neither);
    return pairs;
}

// Coders as rows of letters, '.' for what one left out; turned into units.
std::vector<Unit> units_of(const std::vector<std::string>& coders)
{
    std::vector<Unit> units(coders.front().size());
    for (const auto& coder : coders)
        for (std::size_t i = 0; i < coder.size(); ++i)
            units[i].push_back(coder[i] == '.' ? std::nullopt
                                               : std::optional(std::string(1, coder[i])));
    return units;
}

} // namespace

// Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 3rd ed. (2003), table
// 18.1: two raters put 100 subjects into three diagnoses; kappa 0.68, standard error 0.087.
TEST(CohenKappa, of_fleiss_levin_and_paik)
{
    Pairs pairs;
    add(pairs, "psychotic", "psychotic", 75);
    add(pairs, "psychotic", "neurotic", 1);
    add(pairs, "psychotic", "organic", 4);
    add(pairs, "neurotic", "psychotic", 5);
    add(pairs, "neurotic", "neurotic", 4);
    add(pairs, "neurotic", "organic", 1);
    add(pairs, "organic", "organic", 10);
    const auto found = cohen_kappa(pairs);
    EXPECT_EQ(found.units, 100u);
    EXPECT_NEAR(found.observed, 0.89, 1e-12);
    EXPECT_NEAR(found.expected, 0.66, 1e-12);
    EXPECT_NEAR(found.value.value(), 0.6765, 5e-5);
    EXPECT_NEAR((*found.high - *found.low) / 2 / 1.96, 0.087, 1e-3);
    EXPECT_EQ(name_of_agreement(*found.value), "substantial");
}

// The three tables of the article "Cohen's kappa" on Wikipedia: 50 proposals read by two, and two
// tables whose observed agreement is the same and whose margins are not.
TEST(CohenKappa, of_tables_with_other_margins)
{
    EXPECT_NEAR(cohen_kappa(two_by_two(20, 5, 10, 15)).value.value(), 0.4, 1e-12);
    EXPECT_NEAR(cohen_kappa(two_by_two(45, 15, 25, 15)).value.value(), 0.1304, 5e-5);
    EXPECT_NEAR(cohen_kappa(two_by_two(25, 35, 5, 35)).value.value(), 0.2593, 5e-5);
}

TEST(CohenKappa, is_silent_where_there_is_nothing_to_agree_about)
{
    EXPECT_FALSE(cohen_kappa({}).value);
    const auto one_code = cohen_kappa(two_by_two(12, 0, 0, 0));
    EXPECT_EQ(one_code.units, 12u);
    EXPECT_DOUBLE_EQ(one_code.observed, 1);
    EXPECT_FALSE(one_code.value);
}

// Klaus Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section A.
TEST(KrippendorffAlpha, of_two_observers_and_two_values)
{
    const auto found = krippendorff_alpha(units_of({"0100000010", "1110010000"}));
    EXPECT_NEAR(found.value.value(), 0.095, 5e-4);
    EXPECT_LE(*found.low, *found.value);
    EXPECT_GE(*found.high, *found.value);
}

// The same, section B.
TEST(KrippendorffAlpha, of_two_observers_and_five_values)
{
    const auto found = krippendorff_alpha(units_of({"aabbdcccedda", "babbbccceddd"}));
    EXPECT_NEAR(found.value.value(), 0.692, 5e-4);
}

// The same, section C: four observers, who left out seven codings; a unit that one alone coded
// counts for nothing.
TEST(KrippendorffAlpha, of_four_observers_with_missing_codings)
{
    const auto found = krippendorff_alpha(
        units_of({"123321412...", "1233224125.3", ".3332342251.", "12332441251."}));
    EXPECT_EQ(found.units, 11u);
    EXPECT_NEAR(found.value.value(), 0.743, 5e-4);
}

TEST(KrippendorffAlpha, is_the_same_each_time)
{
    const auto units = units_of({"aabbdcccedda", "babbbcccedda"});
    const auto one = krippendorff_alpha(units);
    const auto two = krippendorff_alpha(units);
    EXPECT_EQ(one.low, two.low);
    EXPECT_EQ(one.high, two.high);
    EXPECT_LT(*one.low, *one.high);
}

TEST(KrippendorffAlpha, is_silent_where_there_is_nothing_to_agree_about)
{
    EXPECT_FALSE(krippendorff_alpha({}).value);
    EXPECT_FALSE(krippendorff_alpha(units_of({"aaa", "aaa"})).value);
    EXPECT_FALSE(krippendorff_alpha(units_of({"abc", "..."})).value);
}

} // namespace analysis
