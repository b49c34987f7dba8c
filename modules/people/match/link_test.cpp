// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "base/problem.h"
#include "people/match/match.h"

namespace match {

namespace {

// A city of invented persons, some of them written down twice, by ear.
struct City {
    std::vector<Record> records;
    std::vector<std::uint32_t> truth;
};

std::string invented_name(std::mt19937& random, int pieces)
{
    static const char* syllables[] = {"ma", "ri", "ko", "be", "sa", "lu", "ti", "no", "de", "fa",
                                      "gu", "za", "pe", "mi", "ro", "ne", "to", "ja", "vi", "la"};
    std::string name;
    for (int i = 0; i < pieces; ++i)
        name += syllables[random() % std::size(syllables)];
    return name;
}

City invent(std::uint32_t seed, std::size_t persons)
{
    std::mt19937 random(seed);
    City city;
    for (std::uint32_t i = 0; i < persons; ++i) {
        Record record;
        record.names.push_back({invented_name(random, 2), invented_name(random, 3), false});
        record.birth =
            born_on(1960 + static_cast<int>(random() % 45), 1 + static_cast<int>(random() % 12),
                    1 + static_cast<int>(random() % 28));
        record.values = {random() % 2 == 0 ? "F" : "M", ""};
        city.records.push_back(record);
        city.truth.push_back(i);
        if (random() % 2 == 0)
            continue;
        auto& name = record.names[0];
        name.family[name.family.size() - 1] = 'y';
        if (random() % 4 == 0)
            std::swap(name.given, name.family);
        if (random() % 4 == 0)
            record.birth = born_on(record.birth.year, 0, 0);
        city.records.push_back(record);
        city.truth.push_back(i);
    }
    return city;
}

const std::vector<FieldKind>& two_fields()
{
    static const std::vector<FieldKind> fields{{"sex", Kind::code}, {"phone", Kind::number}};
    return fields;
}

} // namespace

TEST(Linking, counts_persons_of_invented_cities)
{
    for (const std::uint32_t seed : {1U, 2U, 3U}) {
        const auto city = invent(seed, 600);
        Lexicon lexicon(two_fields());
        std::vector<Entry> entries;
        for (const auto& record : city.records)
            entries.push_back(lexicon.enter(record));
        const auto linking = link(lexicon, entries);
        const std::vector<std::uint32_t> parties(entries.size());
        const auto measured = measure(linking.links, linking.clustering, city.truth, parties, 0);
        EXPECT_GT(measured.persons_shipped.f1, 0.97) << seed;
        EXPECT_NEAR(static_cast<double>(linking.clustering.count), 600, 15) << seed;
        const auto count = count_persons(lexicon, entries, linking);
        EXPECT_NEAR(count.persons, 600, 15) << seed;
        EXPECT_LE(count.low, 600);
        EXPECT_GE(count.high, 600);
    }
}

TEST(Linking, keeps_those_of_one_party_apart)
{
    auto city = invent(7, 200);
    for (auto& record : city.records)
        record.party = 1;
    Lexicon lexicon(two_fields());
    std::vector<Entry> entries;
    for (const auto& record : city.records)
        entries.push_back(lexicon.enter(record));
    EXPECT_EQ(link(lexicon, entries).clustering.count, entries.size());
}

TEST(Linking, stands_what_is_nothing)
{
    Lexicon lexicon({});
    EXPECT_EQ(link(lexicon, {}).clustering.count, 0U);
    EXPECT_EQ(link(lexicon, {lexicon.enter({})}).clustering.count, 1U);
    const std::vector<Entry> empty(50, lexicon.enter({}));
    EXPECT_EQ(link(lexicon, empty).clustering.count, 50U);
}

TEST(Clustering, a_chain_is_no_crowd)
{
    // 0-1 and 1-2 are alike, 0-2 are plainly two persons.
    const std::vector<Link> links{{0, 1, 5}, {1, 2, 4}, {0, 2, -12}};
    ClusterRules rules;
    rules.bits_of = [](std::uint32_t, std::uint32_t) { return -20.0F; };
    const auto made = cluster(3, links, rules);
    EXPECT_EQ(made.count, 2U);
    EXPECT_EQ(made.persons[0], made.persons[1]);
    rules.average = false;
    EXPECT_EQ(cluster(3, links, rules).count, 1U);
}

TEST(Clustering, two_who_are_known_to_be_two_are_never_joined)
{
    ClusterRules rules;
    rules.bits_of = [](std::uint32_t, std::uint32_t) { return 10.0F; };
    rules.may_join = [](std::uint32_t a, std::uint32_t b) { return a + b != 2; };
    const auto made = cluster(3, {{0, 1, 9}, {1, 2, 9}, {0, 2, 9}}, rules);
    EXPECT_EQ(made.count, 2U);
    EXPECT_NE(made.persons[0], made.persons[2]);
}

TEST(Index, finds_who_is_written_otherwise)
{
    Index index(two_fields());
    const auto add = [&](const char* given, const char* family, const char* born) {
        return index.add({{{given, family, false}}, parse_birth(born), {"M", ""}, 0});
    };
    const auto mamadou = add("Mamadou", "Diallo", "1994-03-14");
    add("Mamadou", "Barry", "1994-03-14");
    const auto serhii = add("Сергій", "Шевченко", "1980-05-06");
    const auto search = [&](const char* given, const char* family, const char* born) {
        Searcher searcher(index);
        return searcher.search({{{given, family, false}}, parse_birth(born), {"", ""}, 0});
    };
    ASSERT_FALSE(search("Mamadu", "Jallow", "1994").empty());
    EXPECT_EQ(search("Mamadu", "Jallow", "1994")[0].place, mamadou);
    EXPECT_EQ(search("Diallo", "Mamadou", "")[0].place, mamadou);
    EXPECT_EQ(search("Sergei", "Shevchenko", "")[0].place, serhii);

    index.remove(mamadou);
    for (const auto& found : search("Mamadou", "Diallo", "1994-03-14"))
        EXPECT_NE(found.place, mamadou);
    EXPECT_EQ(index.persons(), 2U);
}

TEST(Index, who_must_not_be_seen_is_not_found)
{
    Index index(two_fields());
    const auto place = index.add({{{"Samuel", "Tesfay", false}}, {}, {"M", ""}, 0});
    Searcher searcher(index);
    const Record wanted{{{"Samuel", "Tesfay", false}}, {}, {"", ""}, 0};
    ASSERT_EQ(searcher.search(wanted).size(), 1U);
    EXPECT_EQ(searcher.search(wanted)[0].place, place);
    EXPECT_TRUE(searcher.search(wanted, {}, [](Place) { return false; }).empty());
}

// Adding and removing leaves the index as if nothing had been there.
TEST(Index, forgets_whom_it_is_told_to_forget)
{
    for (const std::uint32_t seed : {11U, 12U}) {
        const auto city = invent(seed, 200);
        Index index(two_fields());
        std::vector<Place> places;
        for (const auto& record : city.records)
            places.push_back(index.add(record));
        for (const auto place : places)
            index.remove(place);
        EXPECT_EQ(index.persons(), 0U);
        Searcher searcher(index);
        for (const auto& record : city.records)
            EXPECT_TRUE(searcher.search(record).empty());
        EXPECT_EQ(index.frequencies().persons(), 0);
    }
}

// Nobody who is added waits until the keys of all who came before are moved.
TEST(Index, grows_in_small_steps)
{
    Later later;
    later.reserve(1000);
    std::mt19937 dice(7);
    std::vector<std::uint32_t> keys;
    for (Place place = 0; place < 100000; ++place) {
        keys.push_back(static_cast<std::uint32_t>(dice()));
        later.add(keys.back(), place);
    }
    EXPECT_LT(later.widest(), 200U);
    for (Place place = 0; place < keys.size(); place += 997) {
        const auto& found = later.at(keys[place]);
        EXPECT_NE(std::find(found.begin(), found.end(), place), found.end());
        EXPECT_TRUE(later.take_out(keys[place], place));
        EXPECT_FALSE(later.take_out(keys[place], place));
    }
}

TEST(Index, ten_thousand_of_one_name_cost_no_more_than_the_limit)
{
    std::vector<Record> same(10000, {{{"Mohamed", "Ali", false}}, parse_birth("1990"), {}, 0});
    Index index(two_fields());
    index.build(same);
    Searcher searcher(index);
    const SearchLimits limits;
    EXPECT_EQ(searcher.search(same[0]).size(), limits.found);
    EXPECT_LE(searcher.looked_at(), 3 * limits.looked_at);
}

TEST(Explaining, says_what_speaks_for_and_against)
{
    Index index(two_fields());
    index.add({{{"Mamadou", "Diallo", false}}, parse_birth("1994-03-14"), {"M", "3331234567"}, 0});
    Searcher searcher(index);
    const Record wanted{
        {{"Diallo", "Mamadou", false}}, parse_birth("1994-03-14"), {"F", "333 123 4567"}, 0};
    const auto found = searcher.search(wanted);
    ASSERT_EQ(found.size(), 1U);
    const auto reasons = explain(index.lexicon(), found[0].pair, found[0].score);
    const auto bits_of = [&](const std::string& field, const std::string& code) {
        for (const auto& one : reasons)
            if (one.field == field && one.code == code)
                return one.bits;
        return 0.0;
    };
    EXPECT_GT(bits_of("phone", "same"), 0);
    EXPECT_GT(bits_of("birth", "same"), 0);
    EXPECT_LT(bits_of("sex", "differs"), 0);
    EXPECT_LT(bits_of("order", "crossed"), 0);
    double sum = 0;
    for (const auto& one : reasons)
        sum += one.bits;
    EXPECT_NEAR(sum, found[0].score.bits, 0.3);
}

TEST(Explaining, a_first_of_january_alone_is_never_very_likely)
{
    const std::vector<FieldKind> none;
    const Lexicon lexicon(none);
    Pair pair;
    pair.levels[birth_place] = static_cast<std::uint8_t>(BirthLevel::same);
    EXPECT_FALSE(is_telling(pair, {}, born_on(1990, 1, 1), lexicon));
    EXPECT_TRUE(is_telling(pair, {}, born_on(1990, 2, 1), lexicon));
    EXPECT_EQ(strength(20, false), "likely");
    EXPECT_EQ(strength(20, true), "very_likely");
    EXPECT_EQ(strength(-9, true), "");
}

TEST(Weights, are_the_same_after_they_were_written_down)
{
    Lexicon lexicon(two_fields());
    std::vector<Entry> entries;
    for (const auto& record : invent(3, 200).records)
        entries.push_back(lexicon.enter(record));
    const auto weights = link(lexicon, entries).weights;
    const auto read = read_weights(write_weights(weights), two_fields().size());
    ASSERT_TRUE(read.has_value());
    EXPECT_NEAR(read->prior_bits, weights.prior_bits, 1e-3);
    for (std::size_t place = 0; place < weights.places; ++place)
        for (std::size_t level = 1; level < levels_at(place); ++level)
            EXPECT_NEAR(read->m[place][level], weights.m[place][level], 1e-5);
    EXPECT_FALSE(read_weights(write_weights(weights), 1).has_value());
    EXPECT_FALSE(read_weights("5 0.1", 2).has_value());
    EXPECT_FALSE(read_weights("", 2).has_value());
}

TEST(Typing, finds_by_every_word_as_far_as_it_goes)
{
    Index index({});
    Typed typed(index);
    const auto add = [&](const char* given, const char* family) {
        const auto place = index.add({{{given, family, false}}, {}, {}, 0});
        typed.add(place);
        return place;
    };
    const auto amina = add("Amina", "Ben Salah");
    const auto aminata = add("Aminata", "Sow");
    const auto abdul = add("Abd el Kader", "Touré");
    const auto found = [&](std::string_view text) {
        std::vector<Place> places;
        for (const auto& fit : typed.find(text))
            places.push_back(fit.place);
        return places;
    };
    EXPECT_EQ(found("amin"), (std::vector<Place>{amina, aminata}));
    EXPECT_EQ(found("s amin"), (std::vector<Place>{amina, aminata}));
    EXPECT_EQ(found("salah ami"), (std::vector<Place>{amina}));
    EXPECT_EQ(found("ben salah"), (std::vector<Place>{amina}));
    EXPECT_EQ(found("أميناتا so"), (std::vector<Place>{aminata}));
    EXPECT_EQ(found("abdelkader"), (std::vector<Place>{abdul}));
    EXPECT_EQ(found("toure"), (std::vector<Place>{abdul}));
    EXPECT_TRUE(found("amina sow").empty() || found("amina sow")[0] == aminata);
    EXPECT_TRUE(found("").empty());
    EXPECT_TRUE(found("zz").empty());
    typed.remove(amina);
    index.remove(amina);
    EXPECT_EQ(found("amin"), (std::vector<Place>{aminata}));
}

TEST(Columns, say_what_a_file_holds)
{
    const auto columns = parse_columns("given=first, family=last,birth_date=born,text=a,text=b");
    ASSERT_EQ(columns.size(), 5U);
    Table table;
    read_rows(read_csv("first,last,born,a,b,rest\nAda,Rossi,1990-02-03,Via Po,unknown,x\n"),
              columns, 0, table);
    ASSERT_EQ(table.records.size(), 1U);
    EXPECT_EQ(table.records[0].names[0].family, "Rossi");
    EXPECT_EQ(table.records[0].birth, born_on(1990, 2, 3));
    EXPECT_EQ(table.records[0].values, (std::vector<std::string>{"Via Po", ""}));
    EXPECT_THROW(parse_columns("shoe=size"), Problem);
    EXPECT_THROW(parse_columns("given"), Problem);
    EXPECT_THROW(read_rows(read_csv("a\n1\n"), columns, 0, table), Problem);
}

} // namespace match
