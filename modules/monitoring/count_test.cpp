// SPDX-License-Identifier: EUPL-1.2
// The counting rules at their edges; what the worked examples do not reach.
#include "monitoring/count.h"

#include <gtest/gtest.h>

#include "core/catalogue.h"
#include "monitoring/testing_facts.h"

namespace monitoring {

namespace {

Fact born(std::optional<int> year, std::optional<int> month = {})
{
    Fact fact;
    fact.birth_year = year;
    fact.birth_month = month;
    return fact;
}

Fact seen(const std::string& apparent_age)
{
    Fact fact;
    fact.apparent_age = apparent_age;
    return fact;
}

} // namespace

TEST(AgeBracket, has_18_and_60_in_the_middle)
{
    const auto day = make_date(2026, 9, 15);
    EXPECT_EQ(age_bracket(born(2008, 9), day), "18_60"); // the month has come: 18
    EXPECT_EQ(age_bracket(born(2008, 10), day), "under_18");
    EXPECT_EQ(age_bracket(born(1965, 10), day), "18_60"); // 60
    EXPECT_EQ(age_bracket(born(1965, 9), day), "over_60");
}

TEST(AgeBracket, takes_an_unknown_month_as_january)
{
    EXPECT_EQ(age_bracket(born(2008), make_date(2026, 1, 1)), "18_60");
    EXPECT_EQ(age_bracket(born(2009), make_date(2026, 12, 31)), "under_18");
}

TEST(AgeBracket, believes_a_year_before_what_was_seen)
{
    auto fact = seen("minor");
    EXPECT_EQ(age_bracket(fact, make_date(2026, 1, 1)), "under_18");
    fact.birth_year = 1990;
    EXPECT_EQ(age_bracket(fact, make_date(2026, 1, 1)), "18_60");
    EXPECT_EQ(age_bracket(seen("over60"), make_date(2026, 1, 1)), "over_60");
    EXPECT_EQ(age_bracket(seen("unknown"), make_date(2026, 1, 1)), "not_recorded");
    EXPECT_EQ(age_bracket(seen(""), make_date(2026, 1, 1)), "not_recorded");
}

class Counting : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Figures count(const std::string& code, const std::string& period)
    {
        Figures figures;
        store_->read([&](store::Transaction& transaction) {
            figures = count_one(transaction, *find_indicator(code), lists_of(catalogue_, "roma"),
                                *parse_period(period), make_date(2027, 1, 31));
        });
        return figures;
    }

    static std::optional<Value> find(const Figures& figures, const std::string& breakdown,
                                     const std::string& cell, const std::string& window = "period")
    {
        for (const auto& value : figures.values)
            if (value.breakdown == breakdown && value.cell == cell && value.window == window)
                return value;
        return std::nullopt;
    }

    core::Catalogue catalogue_;
    std::unique_ptr<store::Store> store_ = scratch_store(GetParam());
};

TEST_P(Counting, of_nothing_gives_a_zero_and_no_share)
{
    EXPECT_EQ(find(count("NET-01", "2026-Q3"), "total", "")->value, 0);
    const auto share = *find(count("NET-03", "2026-Q3"), "total", "");
    EXPECT_EQ(share.denominator, 0);
    EXPECT_FALSE(share.value.has_value());
    EXPECT_FALSE(find(count("PIC-03", "2026-Q3"), "total", "")->value.has_value());
}

TEST_P(Counting, gives_every_cell_of_the_lists)
{
    const auto figures = count("NET-01", "2026-Q3");
    EXPECT_TRUE(find(figures, "district", "RM-XV"));
    EXPECT_TRUE(find(figures, "district", "not_recorded"));
    EXPECT_TRUE(find(figures, "setting", "DETENTION"));
    EXPECT_TRUE(find(figures, "gender_age", "X/over_60"));
    EXPECT_TRUE(find(figures, "month", "2026-08"));
    EXPECT_FALSE(find(figures, "month", "2026-10"));
    EXPECT_FALSE(find(count("NET-01", "2026-08"), "month", "2026-08")); // it is the total
}

// Codes that the lists no longer have, and values that nobody knows, are still counted.
TEST_P(Counting, loses_nobody_to_an_unknown_code)
{
    fill(*store_, {{"outreach_fact_contact",
                    {"contact_key", "day", "district", "setting", "outcome", "apparent_gender"},
                    {{{"c1", "2026-07-01", "RM-OLD", "STREET", "INFO_ONLY", "?"}},
                     {{"c2", "2026-07-01", "", "", "INFO_ONLY", ""}}}}});
    const auto figures = count("NET-01", "2026-Q3");
    EXPECT_EQ(find(figures, "total", "")->value, 2);
    EXPECT_EQ(find(figures, "district", "RM-OLD")->value, 1);
    EXPECT_EQ(find(figures, "district", "not_recorded")->value, 1);
    EXPECT_EQ(find(figures, "setting", "not_recorded")->value, 1);
    EXPECT_EQ(find(figures, "gender", "U")->value, 2);
}

// Every breakdown of a figure that adds up adds up to its total.
TEST_P(Counting, breaks_down_without_a_rest)
{
    FactTable persons{
        "people_fact_person", {"person_key", "canonical_key", "gender", "birth_year"}, {}};
    FactTable contacts{
        "outreach_fact_contact",
        {"contact_key", "person_key", "day", "night", "district", "setting", "outcome"},
        {}};
    const char* genders[] = {"F", "M", "X", "U"};
    for (int i = 0; i < 60; ++i) {
        const auto number = std::to_string(i);
        persons.rows.push_back({{"p" + number, "p" + std::to_string(i - i % 7 % 2), genders[i % 4],
                                 i % 5 == 0 ? "" : std::to_string(1950 + i)}});
        contacts.rows.push_back(
            {{"c" + number, i % 6 == 0 ? "" : "p" + number,
              to_string(make_date(2026, 7, 1).plus_days(i)), std::to_string(i % 2),
              i % 3 == 0 ? "RM-I" : "RM-V", i % 4 == 0 ? "STREET" : "PARK", "INFO_ONLY"}});
    }
    fill(*store_, {persons, contacts});
    for (const auto* code : {"NET-01", "NET-02", "NET-02A"}) {
        const auto figures = count(code, "2026-Q3");
        std::map<std::string, double> sums;
        for (const auto& value : figures.values)
            if (value.window == "period")
                sums[value.breakdown] += *value.value;
        EXPECT_GT(sums["total"], 0);
        for (const auto& [breakdown, sum] : sums)
            EXPECT_EQ(sum, sums["total"]) << code << " " << breakdown;
    }
}

TEST_P(Counting, counts_a_quarter_and_the_year_up_to_its_end)
{
    FactTable contacts{
        "outreach_fact_contact", {"contact_key", "day", "district", "setting", "outcome"}, {}};
    for (const auto* day :
         {"2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01", "2026-09-30", "2026-10-01"})
        contacts.rows.push_back({{day, day, "RM-I", "STREET", "INFO_ONLY"}});
    fill(*store_, {contacts});
    const auto figures = count("NET-01", "2026-Q3");
    EXPECT_EQ(find(figures, "total", "")->value, 2);
    EXPECT_EQ(find(figures, "total", "", "year_to_date")->value, 4);
}

INSTANTIATE_TEST_SUITE_P(Both, Counting, test_stores::both(), ::testing::PrintToStringParamName());

} // namespace monitoring
