// SPDX-License-Identifier: EUPL-1.2
// Small examples that can be worked by hand. Larger ones stand beside R in r_test.cpp.
#include <cmath>
#include <limits>
#include <numeric>

#include <gtest/gtest.h>

#include "survey/estimate/calibrate.h"
#include "survey/estimate/domain.h"
#include "survey/estimate/emerging.h"
#include "survey/estimate/needs.h"
#include "survey/estimate/quantile.h"
#include "survey/estimate/replicates.h"
#include "survey/estimate/weights.h"

namespace estimate {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(Weights, a_visit_that_stands_for_many_is_shared_by_the_visits_of_the_person)
{
    // One slot in four, every third who comes: the visit stands for twelve. Four visits: a person
    // whom one could have met four times stands for three.
    EXPECT_DOUBLE_EQ(design_weight({0.25, 3, 1}), 12);
    EXPECT_DOUBLE_EQ(design_weight({0.25, 3, 4}), 3);
}

TEST(Weights, who_answers_stands_for_who_does_not)
{
    const std::vector<double> weights{2, 2, 4, 2, 5};
    const std::vector<int> classes{0, 0, 0, 0, 1};
    const std::vector<Outcome> outcomes{Outcome::interview, Outcome::none, Outcome::unknown,
                                        Outcome::not_eligible, Outcome::none};
    const auto adjusted = adjust_for_non_response(weights, classes, outcomes);
    // Known of class 0: 4 eligible of 6. Of the 4 that are not known 8/3 count: 4 + 8/3 on one of
    // 2.
    EXPECT_DOUBLE_EQ(adjusted.weights[0], 20.0 / 3);
    EXPECT_EQ(std::count(adjusted.weights.begin(), adjusted.weights.end(), 0.0), 4);
    EXPECT_EQ(adjusted.without_interview, std::vector<int>{1});
}

TEST(Weights, kish)
{
    EXPECT_DOUBLE_EQ(effective_size(std::vector<double>{1, 1, 2}), 16.0 / 6);
    EXPECT_DOUBLE_EQ(effective_size(std::vector<double>{7, 7, 7}), 3);
}

TEST(Quantiles, as_in_every_table)
{
    EXPECT_NEAR(normal_quantile(0.975), 1.959963985, 1e-9);
    EXPECT_NEAR(student_quantile(0.975, 10), 2.228138852, 1e-9);
    EXPECT_NEAR(student_quantile(0.975, 1), 12.70620474, 1e-8);
    EXPECT_DOUBLE_EQ(student_quantile(0.975, infinity), normal_quantile(0.975));
    EXPECT_TRUE(std::isnan(student_quantile(0.975, 0)));
    EXPECT_NEAR(beta_quantile(0.5, 1, 1), 0.5, 1e-12);
    EXPECT_DOUBLE_EQ(beta_quantile(0.025, 0, 5), 0);
}

// Three of sixty and two of forty.
const Sample two_strata{.weights = {20, 20, 20, 20, 20},
                        .stratum = {1, 1, 1, 2, 2},
                        .population = {60, 60, 60, 40, 40}};
const std::vector<double> values{1, 2, 3, 5, 7};

TEST(Domain, stratified_mean_and_total)
{
    const Design design(two_strata);
    const auto found = mean(design, values);
    EXPECT_DOUBLE_EQ(found.estimate, 3.6);
    // (60² · 0.95 · 1 / 3 + 40² · 0.95 · 2 / 2) / 100²
    EXPECT_NEAR(found.standard_error * found.standard_error, 0.266, 1e-12);
    EXPECT_DOUBLE_EQ(found.degrees_of_freedom, 3);
    EXPECT_NEAR(total(design, values).standard_error, 100 * std::sqrt(0.266), 1e-9);
    // s² = 23.2 / 4 around 3.6, and five drawn one by one have s² / 5.
    EXPECT_NEAR(found.design_effect, 0.266 / (23.2 / 4 / 5), 1e-12);
}

TEST(Domain, clusters_count_as_one)
{
    // Two clusters with replacement: their sums 6 and 10 are all that is known of the error.
    const Design design(
        {.weights = {1, 1, 1, 1}, .stratum = {}, .cluster = {8, 8, 3, 3}, .population = {}});
    const auto found = total(design, std::vector<double>{2, 4, 5, 5});
    EXPECT_DOUBLE_EQ(found.estimate, 16);
    EXPECT_DOUBLE_EQ(found.standard_error, 4); // 2 · (2² + 2²) is 4²
    EXPECT_DOUBLE_EQ(found.degrees_of_freedom, 1);
}

TEST(Domain, numbers_of_clusters_count_within_their_stratum)
{
    const Design design(
        {.weights = {1, 1, 1, 1}, .stratum = {0, 0, 1, 1}, .cluster = {1, 2, 1, 2}});
    EXPECT_DOUBLE_EQ(design.degrees_of_freedom(), 2);
    // Of a domain that only one stratum has somebody of: its clusters less one.
    EXPECT_DOUBLE_EQ(design.degrees_of_freedom(std::vector<std::uint8_t>{1, 1, 0, 0}), 1);
}

TEST(Domain, who_all_were_asked_are_known_without_error)
{
    const Design design({.weights = {1, 1}, .stratum = {}, .cluster = {}, .population = {2, 2}});
    const auto found = proportion(design, std::vector<double>{0, 1});
    EXPECT_DOUBLE_EQ(found.standard_error, 0);
    EXPECT_DOUBLE_EQ(found.low, 0.5);
    EXPECT_DOUBLE_EQ(found.high, 0.5);
}

TEST(Domain, zero_weight_is_nobody)
{
    const Design design({.weights = {1, 1, 0}, .stratum = {}, .cluster = {}});
    const auto found = mean(design, std::vector<double>{1, 3, 1000});
    EXPECT_DOUBLE_EQ(found.estimate, 2);
    EXPECT_EQ(found.n, 2);
}

// `yes` of `count` drawn one by one.
Result simple(int yes, int count)
{
    std::vector<double> answers(static_cast<std::size_t>(count));
    std::fill(answers.begin(), answers.begin() + yes, 1);
    const Design design({.weights = std::vector<double>(answers.size(), 1), .stratum = {}});
    return proportion(design, answers);
}

TEST(Intervals, wilson_near_nobody_and_everybody)
{
    // z² / (n + z²), with t of 49 degrees in the place of z.
    const double t = student_quantile(0.975, 49);
    const auto nobody = simple(0, 50);
    EXPECT_DOUBLE_EQ(nobody.low, 0);
    EXPECT_NEAR(nobody.high, t * t / (50 + t * t), 1e-12);
    const auto everybody = simple(50, 50);
    EXPECT_DOUBLE_EQ(everybody.high, 1);
    EXPECT_NEAR(everybody.low, 50 / (50 + t * t), 1e-12);
    const auto two = simple(2, 100);
    EXPECT_LT(two.plain.low, 0); // which no share can be
    EXPECT_GT(two.low, 0);
}

TEST(Intervals, wilson_as_published)
{
    // Newcombe 1998, 81 of 263: 0.2553 to 0.3662.
    const double share = 81.0 / 263;
    const auto interval = wilson(share, share * (1 - share) / 263, infinity, 263);
    EXPECT_NEAR(interval.low, 0.2553, 5e-5);
    EXPECT_NEAR(interval.high, 0.3662, 5e-5);
}

TEST(Intervals, difference_as_published)
{
    // Newcombe 1998 (differences), 56 of 70 and 48 of 80, method 10: 0.0524 to 0.3339.
    const auto side = [](double yes, double count) {
        Result result;
        result.estimate = yes / count;
        const double variance = result.estimate * (1 - result.estimate) / count;
        result.standard_error = std::sqrt(variance);
        const auto interval = wilson(result.estimate, variance, infinity, count);
        result.low = interval.low;
        result.high = interval.high;
        result.n = static_cast<std::int64_t>(count);
        result.degrees_of_freedom = count - 1;
        return result;
    };
    const auto found = difference(side(56, 70), side(48, 80));
    EXPECT_NEAR(found.estimate, 0.2, 1e-12);
    EXPECT_NEAR(found.low, 0.0524, 5e-5);
    EXPECT_NEAR(found.high, 0.3339, 5e-5);
    EXPECT_TRUE(found.shown());
    EXPECT_EQ(difference(side(20, 29), side(48, 80)).withheld, Withheld::few_interviews);
    EXPECT_EQ(difference(side(48, 80), side(20, 29)).withheld, Withheld::few_interviews);
}

TEST(Withholding, each_reason_at_its_edge)
{
    EXPECT_EQ(simple(15, 29).withheld, Withheld::few_interviews);
    EXPECT_EQ(simple(15, 30).withheld, Withheld::no);
    EXPECT_EQ(simple(0, 30).withheld, Withheld::nobody);
    EXPECT_EQ(simple(30, 30).withheld, Withheld::no);
    // 10 of 100: sqrt(0.09 / 99) / 0.1 is 30.15 %; 11 of 100 is 28.6 %.
    EXPECT_EQ(simple(10, 100).withheld, Withheld::imprecise);
    EXPECT_EQ(simple(11, 100).withheld, Withheld::no);
    // One cluster tells nothing of how clusters differ, however many are in it.
    const Design one(
        {.weights = std::vector<double>(40, 1), .stratum = {}, .cluster = std::vector<int>(40, 1)});
    std::vector<double> answers(40, 1);
    answers[0] = 0;
    const auto found = proportion(one, answers);
    EXPECT_EQ(found.withheld, Withheld::unknown_variance);
    EXPECT_FALSE(found.shown());
    EXPECT_DOUBLE_EQ(found.estimate, 39.0 / 40);
}

TEST(Withholding, nobody_of_the_domain)
{
    const Design design(two_strata);
    const auto found = mean(design, values, std::vector<std::uint8_t>(5, 0));
    EXPECT_EQ(found.n, 0);
    EXPECT_TRUE(std::isnan(found.estimate));
    EXPECT_FALSE(found.shown());
}

TEST(Raking, two_by_two_by_hand)
{
    // One of each; 40 and 60 in the one margin, 30 and 70 in the other: the products.
    const std::vector<Margin> margins{{"gender", {0, 0, 1, 1}, {40, 60}, {}},
                                      {"area", {0, 1, 0, 1}, {30, 70}, {}}};
    const auto raked = rake({1, 1, 1, 1}, margins);
    ASSERT_TRUE(raked.is_good());
    EXPECT_NEAR(raked.weights[0], 12, 1e-9);
    EXPECT_NEAR(raked.weights[3], 42, 1e-9);
    // All that differs between interviews are the margins: nothing is left to err about.
    const Design design(calibrated({.weights = {1, 1, 1, 1}, .stratum = {}}, margins, raked));
    EXPECT_NEAR(mean(design, std::vector<double>{1, 1, 0, 0}).standard_error, 0, 1e-12);
    EXPECT_NEAR(mean(design, std::vector<double>{1, 1, 0, 0}).estimate, 0.4, 1e-12);
}

TEST(Raking, says_which_margin_cannot_be)
{
    const Margin gender{"gender", {0, 0, 1, 1}, {40, 60}, {"F", "M"}};
    const auto contradiction =
        rake({1, 1, 1, 1}, {gender, {"again", {0, 0, 1, 1}, {50, 50}, {"F", "M"}}});
    EXPECT_EQ(contradiction.fault, Fault::not_converged);
    EXPECT_EQ(contradiction.margin, "gender");
    EXPECT_GT(contradiction.off, 0.1);
    EXPECT_EQ(contradiction.rounds, RakingLimits().rounds_max);

    const auto nobody = rake({1, 1, 1, 1}, {{"area", {0, 0, 0, 0}, {90, 10}, {"Africa", "Asia"}}});
    EXPECT_EQ(nobody.fault, Fault::level_without_interviews);
    EXPECT_EQ(nobody.level, "Asia");

    const auto unknown = rake({1, 1, 1, 1}, {{"area", {0, 0, 0, 1}, {90, 0}, {"Africa", "Asia"}}});
    EXPECT_EQ(unknown.fault, Fault::level_without_population);

    const auto apart = rake({1, 1, 1, 1}, {gender, {"area", {0, 1, 0, 1}, {30, 80}, {}}});
    EXPECT_EQ(apart.fault, Fault::different_totals);
    EXPECT_EQ(apart.margin, "area");
    EXPECT_NEAR(apart.off, 0.1, 1e-12);
}

double mean_of(std::span<const double> weights)
{
    const double below = std::accumulate(weights.begin(), weights.end(), 0.0);
    return std::inner_product(weights.begin(), weights.end(), values.begin(), 0.0) / below;
}

TEST(Replicates, jackknife_of_a_mean_is_what_the_formula_says)
{
    const Design design({.weights = {1, 1, 1, 1, 1}, .stratum = {}});
    const auto found = replicate(jackknife(design), design.weights(), mean_of);
    EXPECT_NEAR(found.variance, 5.8 / 5, 1e-12); // s² / n
    EXPECT_DOUBLE_EQ(found.estimate, 3.6);
}

TEST(Replicates, bootstrap_keeps_strata_and_draws_the_same_from_the_same_seed)
{
    const Design design(two_strata);
    const auto replicates = bootstrap(design, 50, 3);
    for (const auto& factors : replicates.factors) {
        EXPECT_NEAR(factors[0] + factors[1] + factors[2], 3, 1e-12);
        EXPECT_NEAR(factors[3] + factors[4], 2, 1e-12);
    }
    EXPECT_EQ(replicates.factors, bootstrap(design, 50, 3).factors);
    EXPECT_NE(replicates.factors, bootstrap(design, 50, 4).factors);
}

TEST(Replicates, one_that_cannot_be_raked_is_left_out_and_named)
{
    const Design design({.weights = {1, 1, 1, 1}, .stratum = {}});
    // Without the last interview nobody is left at the second level.
    const auto made =
        raked(jackknife(design), design.weights(), {{"gender", {0, 0, 0, 1}, {5, 5}, {}}});
    EXPECT_EQ(made.faults, std::vector<std::size_t>{3});
    EXPECT_EQ(made.replicates.weights.size(), 3U);
    EXPECT_NEAR(made.replicates.scale, 3.0 / 4 * 4 / 3, 1e-12);
}

TEST(Needs, one_district_by_hand)
{
    const auto yes = Reply::yes;
    const auto no = Reply::no;
    Interviews interviews{{0, 0, 0, 0, 0, 1, 1}, {0, 0, 0, 0, 1, 0, 1}, 2, 2, {}};
    interviews.needs.push_back(
        {"CASA",
         {need_answer(yes, no), need_answer(yes, yes, no), need_answer(yes, yes, yes),
          need_answer(no), need_answer(Reply::unknown), need_answer(4), need_answer(9)}});
    const Design design({.weights = {1, 2, 3, 4, 9, 1, 1},
                         .stratum = {0, 0, 0, 0, 1, 2, 3},
                         .cluster = {0, 0, 1, 1, 2, 3, 4}});
    const auto matrix = needs_matrix(design, interviews);
    const auto& row = matrix.rows.at(0);
    const auto& cell = row.at(0, 0, 2);
    EXPECT_DOUBLE_EQ(cell.prevalence.estimate, 0.6); // 6 of 10
    EXPECT_EQ(cell.prevalence.n, 4);
    EXPECT_DOUBLE_EQ(cell.prevalence.n_effective, 100.0 / 30);
    EXPECT_DOUBLE_EQ(cell.hidden.estimate, 1.0 / 6); // one of who have it never asked
    EXPECT_EQ(cell.hidden.n, 3);
    EXPECT_DOUBLE_EQ(cell.unmet.estimate, 0.4); // 2 of 5
    // Scores of the clusters: 3 - 0.6 · 3 and 3 - 0.6 · 7, over 10: ± 0.12, so (0.24)² and its
    // root.
    EXPECT_NEAR(cell.prevalence.standard_error, 0.24, 1e-12);
    EXPECT_DOUBLE_EQ(cell.prevalence.degrees_of_freedom, 1);
    EXPECT_EQ(row.at(0, 1, 2).prevalence.n, 0); // who said nothing is not in it
    EXPECT_DOUBLE_EQ(row.city(0, 2).prevalence.estimate, 0.6);
    EXPECT_DOUBLE_EQ(row.city(1, 2).prevalence.estimate, 0.65); // of ten: 4 and 9
    const auto gaps = perception_gaps(matrix, row, 1, 0);
    EXPECT_NEAR(gaps[2].estimate, 0.05, 1e-12);
    EXPECT_NEAR(gaps[0].estimate, -0.2, 1e-12);
    EXPECT_FALSE(gaps[0].shown());
}

TEST(Needs, before_the_first_interview)
{
    const Design design(Sample{});
    const auto matrix = needs_matrix(design, {{}, {}, 2, 3, {{"CASA", {}}}});
    const auto& nothing = matrix.rows.at(0).city(1, 3).prevalence;
    EXPECT_EQ(nothing.n, 0);
    EXPECT_TRUE(std::isnan(nothing.estimate));
    EXPECT_EQ(nothing.withheld, Withheld::few_interviews);
    EXPECT_FALSE(perception_gaps(matrix, matrix.rows[0], 1, 0)[3].shown());
    EXPECT_EQ(mean(design, {}).n, 0);
}

TEST(Needs, the_same_with_two_threads)
{
    Interviews interviews{{}, {}, 2, 3, {}};
    Sample sample;
    constexpr int count = 30'000;
    for (int i = 0; i < count; ++i) {
        interviews.group.push_back(i % 2);
        interviews.district.push_back(i / 7 % 3);
        sample.weights.push_back(1 + i % 5);
        sample.cluster.push_back(i / 11);
    }
    for (int need = 0; need < 40; ++need) {
        NeedColumn column{std::to_string(need), {}};
        for (int i = 0; i < count; ++i)
            column.answers.push_back(
                need_answer((i * (need + 3) / 13) % 11 > 4 ? Reply::yes : Reply::no));
        interviews.needs.push_back(std::move(column));
    }
    const Design design(sample);
    const auto one = needs_matrix(design, interviews, 1);
    const auto two = needs_matrix(design, interviews, 2);
    for (std::size_t need = 0; need < one.rows.size(); ++need)
        for (std::size_t cell = 0; cell < one.rows[need].cells.size(); ++cell) {
            const auto& first = one.rows[need].cells[cell].prevalence;
            const auto& second = two.rows[need].cells[cell].prevalence;
            EXPECT_EQ(first.estimate, second.estimate);
            EXPECT_EQ(first.standard_error, second.standard_error);
            EXPECT_GT(first.standard_error, 0);
        }
}

Ranked ranked(const std::string& need, double share, double reach)
{
    Result result;
    result.estimate = share;
    result.standard_error = reach / 2;
    result.low = share - reach;
    result.high = share + reach;
    result.n = 200;
    return {need, result};
}

TEST(Emerging, three_places_up_with_intervals_apart)
{
    const std::vector<Ranked> before{ranked("A", 0.6, 0.02), ranked("B", 0.5, 0.02),
                                     ranked("C", 0.4, 0.02), ranked("D", 0.3, 0.02),
                                     ranked("GONE", 0.9, 0.02)};
    const std::vector<Ranked> now{ranked("A", 0.6, 0.02), ranked("B", 0.5, 0.02),
                                  ranked("C", 0.4, 0.02), ranked("D", 0.7, 0.02),
                                  ranked("NEW", 0.95, 0.02)};
    const auto risen = compare_waves(before, now);
    ASSERT_EQ(risen.size(), 4U); // neither what is asked no more nor what was not asked
    EXPECT_EQ(risen[3].rank_before, 4);
    EXPECT_EQ(risen[3].rank_now, 1);
    EXPECT_TRUE(risen[3].is_emerging);
    EXPECT_FALSE(risen[0].is_emerging); // down one

    auto wide = now;
    wide[3] = ranked("D", 0.7, 0.39); // from 0.31, where the one before ends at 0.32
    EXPECT_FALSE(compare_waves(before, wide)[3].is_emerging);
    auto two_places = now;
    two_places[3] = ranked("D", 0.55, 0.02);
    EXPECT_EQ(compare_waves(before, two_places)[3].rank_now, 2);
    EXPECT_FALSE(compare_waves(before, two_places)[3].is_emerging);
    auto few = now;
    few[3].prevalence.withheld = Withheld::few_interviews;
    EXPECT_FALSE(compare_waves(before, few)[3].is_emerging);
}

TEST(Emerging, a_theme_out_of_two_groups)
{
    EXPECT_TRUE(is_emerging({"NIGHT_WORK", false, {4, 1, 0}}, 5));
    EXPECT_FALSE(is_emerging({"NIGHT_WORK", false, {3, 1, 0}}, 5));
    EXPECT_FALSE(is_emerging({"NIGHT_WORK", false, {9, 0, 0}}, 5)); // one group alone
    EXPECT_FALSE(is_emerging({"CASA", true, {4, 4, 4}}, 5));        // asked about anyway
}

} // namespace
} // namespace estimate
