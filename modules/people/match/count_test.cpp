// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "people/match/match.h"

namespace match {

namespace {

constexpr std::size_t names_men = 30;
constexpr std::size_t names_women = 30;

std::string called(std::size_t number)
{
    static const char* syllables[] = {"ma", "ri", "ko", "be", "sa", "lu", "ti", "no", "de", "fa"};
    return std::string(syllables[number % 10]) + syllables[number / 10 % 10] +
           syllables[number / 100 % 10];
}

// Persons with some visits each, of whom a given name tells the sex; at some visits a given name
// was all that anybody asked.
std::vector<Record> visits(std::uint64_t seed, std::size_t persons, std::size_t thin)
{
    std::mt19937_64 random(seed);
    std::vector<Record> records;
    std::vector<std::string> given_names;
    for (std::size_t i = 0; i < persons; ++i) {
        Record record;
        const auto given = random() % (names_men + names_women);
        given_names.push_back(called(given + 10));
        record.names.push_back({given_names.back(), called(100 + random() % 900), false});
        record.birth =
            born_on(1960 + static_cast<int>(random() % 45), 1 + static_cast<int>(random() % 12),
                    1 + static_cast<int>(random() % 28));
        record.values = {given < names_men ? "M" : "F"};
        for (std::size_t visit = 0; visit < 2 + random() % 5; ++visit)
            records.push_back(record);
    }
    for (std::size_t i = 0; i < thin; ++i) {
        Record record;
        record.names.push_back({given_names[random() % persons], "", false});
        record.values = {""};
        records.push_back(record);
    }
    return records;
}

struct Linked {
    Lexicon lexicon{{{"sex", Kind::code}}};
    std::vector<Entry> entries;
    Linking linking;

    explicit Linked(const std::vector<Record>& records)
    {
        for (const auto& record : records)
            entries.push_back(lexicon.enter(record));
        linking = link(lexicon, entries);
    }
};

} // namespace

TEST(Counting, who_left_hardly_anything_is_rather_one_of_those_who_are_known)
{
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const Linked made(visits(seed, 400, 100));
        EXPECT_GT(made.linking.clustering.count, 415U) << "what says little stays by itself";
        const auto count = count_persons(made.lexicon, made.entries, made.linking);
        EXPECT_NEAR(count.persons, 400, 12) << seed;
        EXPECT_LE(count.low, 400) << seed;
        EXPECT_GE(count.high, 400) << seed;
    }
}

TEST(Counting, of_nobody_there_is_nobody)
{
    Lexicon lexicon({});
    EXPECT_EQ(count_persons(lexicon, {}, link(lexicon, {})).persons, 0);
    const std::vector<Entry> one{lexicon.enter({})};
    EXPECT_EQ(count_persons(lexicon, one, link(lexicon, one)).persons, 1);
}

TEST(Counting, those_of_one_party_are_as_many_as_they_are)
{
    auto records = visits(4, 50, 20);
    for (auto& record : records)
        record.party = 1;
    const Linked made(records);
    const auto count = count_persons(made.lexicon, made.entries, made.linking);
    EXPECT_EQ(count.persons, static_cast<double>(records.size()));
    EXPECT_EQ(count.low, count.high);
}

TEST(Learning, of_namesakes_the_sex_is_no_evidence_where_the_name_tells_it)
{
    const Linked made(visits(5, 600, 0));
    const auto& weights = made.linking.weights;
    const auto same = static_cast<std::size_t>(ValueLevel::same);
    EXPECT_NEAR(weights.u[values_place][same], 0.5, 0.05);
    EXPECT_GT(weights.u_alike[0][values_place][same], 0.95) << "the given name agrees";
    EXPECT_NEAR(weights.u_alike[1][values_place][same], 0.5, 0.1) << "the family name agrees";
}

// Words that one person has: of thousand others rather few have them, if most words are such.
TEST(Frequencies, what_was_seen_once_is_rarer_than_that_where_most_was)
{
    Counts rare;
    Counts common;
    for (std::uint32_t word = 1; word <= 100; ++word) {
        rare.put(std::vector{word}, 1);
        common.put(std::vector{word}, 1);
        common.put(std::vector{word}, 1);
    }
    EXPECT_GT(rare.discount(), 0.95);
    EXPECT_LT(common.discount(), 0.05);
    for (std::uint32_t word = 1; word <= 100; ++word)
        common.put(std::vector{word}, -1);
    EXPECT_EQ(common.discount(), rare.discount()) << "as if it had never been counted";
}

} // namespace match
