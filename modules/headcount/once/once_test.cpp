// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <sodium.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "base/problem.h"
#include "headcount/once/once.h"

namespace once {

namespace {

template <std::size_t N> std::array<unsigned char, N> from_hex(std::string_view hex)
{
    std::array<unsigned char, N> bytes{};
    std::size_t size = 0;
    sodium_hex2bin(bytes.data(), N, hex.data(), hex.size(), nullptr, &size, nullptr);
    EXPECT_EQ(size, N);
    return bytes;
}

match::Record record(std::string given, std::string family, std::string_view birth,
                     std::string sex = "F", std::string country = "NG", std::string phone = "")
{
    match::Record made;
    made.names.push_back({std::move(given), std::move(family), false});
    made.birth = match::parse_birth(birth);
    made.values = {std::move(sex), std::move(country), std::move(phone)};
    return made;
}

CityPerson person(const std::vector<match::Record>& records)
{
    static TokenMaker maker;
    std::vector<Writing> writings;
    for (const auto& one : records)
        writings.push_back({one, static_cast<std::uint32_t>(writings.size())});
    return describe(maker, writings);
}

int in_common(const match::Record& one, const match::Record& other)
{
    return worth_in_common(person({one}).tokens, person({other}).tokens);
}

Parcel seal(const Prepared& prepared, const KeyShare& a, const KeyShare& b)
{
    const Blinding blinding(texts_to_blind(prepared));
    return pack(prepared, blinding.finish(b.evaluate(a.evaluate(blinding.elements()))));
}

std::string code_of(const std::function<void()>& done)
{
    try {
        done();
    } catch (const Problem& problem) {
        return problem.code;
    }
    return "";
}

} // namespace

// ---- what is blinded

TEST(Blind, is_the_function_of_RFC_9497_when_the_key_is_in_two_halves)
{
    ASSERT_GE(sodium_init(), 0);
    const auto key =
        from_hex<32>("5ebcea5ee37023ccb9fc2d2019f9d7737be85591ae8652ffa9ef0f4d37063b0e");
    const auto blind =
        from_hex<32>("64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706");
    Scalar half;
    Scalar inverse;
    Scalar other;
    crypto_core_ristretto255_scalar_random(half.data());
    crypto_core_ristretto255_scalar_invert(inverse.data(), half.data());
    crypto_core_ristretto255_scalar_mul(other.data(), key.data(), inverse.data());
    crypto_core_ristretto255_scalar_invert(inverse.data(), blind.data());
    const KeyShare a(half);
    const KeyShare b(other);
    const struct {
        std::string input;
        const char* blinded;
        const char* evaluated;
        const char* output;
    } vectors[] = {
        {std::string(1, '\0'), "609a0ae68c15a3cf6903766461307e5c8bb2f95e7e6550e1ffa2dc99e412803c",
         "7ec6578ae5120958eb2db1745758ff379e77cb64fe77b0b2d8cc917ea0869c7e",
         "527759c3d9366f277d8c6020418d96bb393ba2afb20ff90df23fb7708264e2f3"
         "ab9135e3bd69955851de4b1f9fe8a0973396719b7912ba9ee8aa7d0b5e24bcf6"},
        {std::string(17, '\x5a'),
         "da27ef466870f5f15296299850aa088629945a17d1f5b7f5ff043f76b3c06418",
         "b4cbf5a4f1eeda5a63ce7b77c7d23f461db3fcab0dd28e4e17cecb5c90d02c25",
         "f4a74c9c592497375e796aa837e907b1a045d34306a749db9f34221f7e750cb4"
         "f2a6413a6bf6fa5e19ba6348eb673934a722a7ede2e7621306d18951e7cf2c73"},
    };
    for (const auto& vector : vectors) {
        const auto blinded = multiply(blind, hash_to_group(vector.input));
        EXPECT_EQ(blinded, from_hex<32>(vector.blinded));
        const auto evaluated = b.evaluate(a.evaluate({blinded}));
        EXPECT_EQ(evaluated.front(), from_hex<32>(vector.evaluated));
        EXPECT_EQ(finalize(vector.input, multiply(inverse, evaluated.front())),
                  from_hex<64>(vector.output));
    }
}

TEST(Blind, gives_two_cities_the_same_encoding_and_shows_the_servers_nothing_twice)
{
    const KeyShare a;
    const KeyShare b;
    const Blinding roma({"x", "x", "y"});
    const Blinding milano({"y", "x"});
    EXPECT_NE(roma.elements()[0], roma.elements()[1]);
    EXPECT_NE(roma.elements()[0], milano.elements()[1]);
    const auto of_roma = roma.finish(b.evaluate(a.evaluate(roma.elements())));
    const auto of_milano = milano.finish(a.evaluate(b.evaluate(milano.elements())));
    EXPECT_EQ(of_roma[0], of_roma[1]);
    EXPECT_EQ(of_roma[0], of_milano[1]);
    EXPECT_EQ(of_roma[2], of_milano[0]);
    EXPECT_NE(of_roma[0], of_roma[2]);
    const KeyShare another;
    EXPECT_NE(roma.finish(another.evaluate(a.evaluate(roma.elements())))[0], of_roma[0]);
    EXPECT_EQ(KeyShare(a.copy()).mark(), a.mark());
    EXPECT_NE(another.mark(), a.mark());
}

TEST(Blind, refuses_what_is_no_element)
{
    const KeyShare a;
    Element none{};
    EXPECT_EQ(code_of([&] { a.evaluate({none}); }), "headcount.no_element");
    none.fill(0xff);
    EXPECT_EQ(code_of([&] { a.evaluate({none}); }), "headcount.no_element");
    const Blinding blinding({"x"});
    EXPECT_EQ(code_of([&] { blinding.finish({}); }), "headcount.no_element");
    EXPECT_EQ(code_of([&] { read_elements("too short"); }), "headcount.no_element");
}

// ---- what is sent

TEST(Tokens, recognise_who_is_written_otherwise)
{
    const auto once = record("Youssef", "Traoré", "1994-03-14", "M", "ML");
    EXPECT_GE(in_common(once, record("TRAWORE", "Yusuf", "14/03/1994", "M", "ML")), worth_wanted);
    EXPECT_GE(in_common(record("Youssef", "Traoré", "1994-03-04", "M", "ML"),
                        record("Yousef", "Traore", "1994-04-03", "M", "ML")),
              worth_wanted);
    // One name, and the same day: not enough alone.
    EXPECT_EQ(in_common(once, record("Youssef", "Keita", "1994-03-14", "M", "ML")), weak_worth);
    EXPECT_EQ(in_common(once, record("Youssef", "Traoré", "1988", "M", "ML")), 0);
    const auto heaped = record("Mamadou", "Diallo", "1998-01-01", "M", "GN");
    EXPECT_GE(in_common(heaped, record("Mamadu", "Jallow", "1998-01-01", "M", "GN")), worth_wanted);
    EXPECT_EQ(in_common(heaped, record("Mamadou", "Diallo", "1998", "M", "GN")), weak_worth);
    EXPECT_EQ(in_common(heaped, record("Mamadou", "Diallo", "1998-01-01", "M", "SN")), 0);
    const auto caller = record("Blessing", "", "", "", "", "+39 333 1234567");
    EXPECT_GE(in_common(caller, record("Blessing", "Osas", "1999", "F", "NG", "3331234567")),
              worth_wanted);
}

TEST(Tokens, are_never_of_names_alone)
{
    EXPECT_TRUE(person({record("Mamadou Lamine", "Diallo", "")}).tokens.empty());
    for (const auto& token :
         person({record("A B C D", "E F G H", "1990-05-06", "F", "NG", "333 111 22 33")}).tokens)
        EXPECT_TRUE(std::any_of(token.text.begin(), token.text.end(), ::isdigit)) << token.text;
}

TEST(Tokens, of_many_spellings_are_no_more_than_allowed)
{
    std::vector<match::Record> records;
    for (int i = 0; i < 20; ++i)
        records.push_back(record("Abe" + std::string(1, static_cast<char>('a' + i)) + "t",
                                 "Ko" + std::string(1, static_cast<char>('a' + i)) + "r Lem",
                                 "199" + std::to_string(i % 10) + "-05-06", "F", "NG",
                                 "33311122" + std::to_string(10 + i)));
    const auto& tokens = person(records).tokens;
    const auto strong = std::count_if(tokens.begin(), tokens.end(),
                                      [](const Token& one) { return is_strong(one.trait); });
    EXPECT_EQ(strong, static_cast<int>(strong_max));
    EXPECT_LE(tokens.size(), strong_max + weak_max);
    std::set<Trait> kinds;
    for (const auto& one : tokens)
        kinds.insert(one.trait);
    EXPECT_EQ(kinds.size(), 4U); // nobody here is born on a first of January
}

TEST(City, sends_nothing_that_two_of_its_persons_share)
{
    const auto prepared = prepare({person({record("Ali", "Hassan", "1990-05-06")}),
                                   person({record("Aly", "Hasan", "06.05.1990")}),
                                   person({record("Maria", "Lopez", "1991-07-08", "F", "PE")})},
                                  2);
    EXPECT_TRUE(prepared.persons[0].strong.empty());
    EXPECT_TRUE(prepared.persons[0].weak.empty());
    EXPECT_FALSE(prepared.persons[2].strong.empty());
    EXPECT_EQ(prepared.tallies.persons, 5);
    EXPECT_EQ(prepared.tallies.taking_part, 3);
    EXPECT_EQ(prepared.tallies.strangers, 3);
    EXPECT_EQ(prepared.tallies.mistaken, 1);
}

TEST(City, tallies_how_well_those_are_recognised_whom_two_of_its_units_wrote)
{
    const auto prepared = prepare({
        person({record("Ali", "Hassan", "1990-05-06"), record("Aly", "Hasan", "1990-05-06")}),
        person({record("Maria", "Lopez", "1991-07-08"), record("Maria", "Lopes", "")}),
    });
    EXPECT_EQ(prepared.tallies.same[0][0], 2);
    EXPECT_EQ(prepared.tallies.recognised[0][0], 1);
    EXPECT_EQ(prepared.tallies.written[1], 2);
}

TEST(Parcel, looks_the_same_whoever_is_in_it_and_survives_being_sent)
{
    const KeyShare a;
    const KeyShare b;
    const auto parcel = seal(prepare({person({record("Ali", "Hassan", "1990-05-06")}),
                                      person({record("Mamadou", "Diallo", "")})}),
                             a, b);
    EXPECT_EQ(parcel.persons.size(), persons_step);
    for (const auto& one : parcel.persons) {
        EXPECT_EQ(one.strong.size(), few);
        EXPECT_EQ(one.weak.size(), few);
    }
    const auto bytes = write_parcel(parcel);
    const auto again = read_parcel(bytes);
    EXPECT_EQ(again.probe, parcel.probe);
    EXPECT_EQ(again.tallies.persons, 2);
    EXPECT_EQ(again.persons.back().weak, parcel.persons.back().weak);
    for (const std::size_t size : {std::size_t(0), std::size_t(5), bytes.size() - 1})
        EXPECT_EQ(code_of([&] { read_parcel(bytes.substr(0, size)); }), "headcount.broken_parcel");
    EXPECT_EQ(code_of([&] { read_parcel(bytes + "x"); }), "headcount.broken_parcel");
}

// ---- what is counted

TEST(Count, finds_who_is_in_three_cities_and_refuses_other_keys)
{
    const KeyShare a;
    const KeyShare b;
    const auto everywhere = person({record("Ali", "Hassan", "1990-05-06")});
    std::vector<Parcel> parcels;
    for (int city = 0; city < 3; ++city)
        parcels.push_back(seal(
            prepare({everywhere, person({record("Somebody", "Else" + std::string(1, 'k'),
                                                "19" + std::to_string(70 + city) + "-02-03")})}),
            a, b));
    const auto overlap = compare(parcels);
    EXPECT_EQ(overlap.all_links, 3);
    EXPECT_EQ(overlap.links[0][2], 1);
    EXPECT_EQ(overlap.sets[3], 1);
    EXPECT_EQ(overlap.sets[4], 0);
    EXPECT_EQ(find_links(parcels).size(), 3U);
    EXPECT_EQ(compare(parcels, 1).all_links, 1);
    parcels.push_back(seal(prepare({everywhere}), a, KeyShare()));
    EXPECT_EQ(code_of([&] { compare(parcels); }), "headcount.keys_differ");
}

TEST(Count, tells_no_small_number_of_links)
{
    Overlap overlap;
    overlap.cities.resize(3);
    overlap.links = {{0, 40, 10}, {0, 0, 25}, {0, 0, 0}};
    auto told = links_told(overlap);
    EXPECT_EQ(told[0][1], 40);
    EXPECT_FALSE(told[0][2]); // too small
    EXPECT_FALSE(told[1][2]); // or the other would follow from a sum
    overlap.links[0][2] = 11;
    told = links_told(overlap);
    EXPECT_EQ(told[0][2], 11);
    EXPECT_EQ(told[1][2], 25);
}

TEST(Estimate, takes_away_what_is_counted_too_often)
{
    EXPECT_DOUBLE_EQ(chance_of_hanging_together(2, 0.3), 0.3);
    EXPECT_DOUBLE_EQ(chance_of_hanging_together(5, 1), 1);
    // Of 64 graphs of four points 38 hang together, of 1024 of five points 728.
    EXPECT_NEAR(chance_of_hanging_together(4, 0.5), 38.0 / 64, 1e-12);
    EXPECT_NEAR(chance_of_hanging_together(5, 0.5), 728.0 / 1024, 1e-12);
    Overlap overlap;
    Tallies city;
    city.persons = city.taking_part = 1000;
    city.written = {1000, 0, 0};
    city.strangers = 499500;
    city.same[0][0] = 1300000;
    city.recognised[0][0] = 650000;
    overlap.cities = {city, city, city};
    overlap.links = {{0, 30, 30}, {0, 0, 30}, {0, 0, 0}};
    overlap.all_links = 90;
    auto made = estimate(overlap);
    EXPECT_NEAR(made.recall, 0.5, 0.001);
    // Half a mistake of so many pairs as are three times three times as many.
    EXPECT_NEAR(made.mistaken, 1, 0.1);
    EXPECT_NEAR(made.persons, 3000 - 2 * 89, 2);
    EXPECT_LT(made.low, made.persons - 20);
    EXPECT_GT(made.high, made.persons + 20);
    overlap.sets[3] = 10; // each found in half of the cases
    made = estimate(overlap);
    EXPECT_NEAR(made.persons, 3000 - (2 * 89 - 20), 2);
    // A fifth of each city took no part: a link stands for more.
    for (auto& one : overlap.cities)
        one.persons = 1250;
    made = estimate(overlap);
    EXPECT_NEAR(made.persons, 3750 - (2 * 89 - 20) * (1 / 0.64 + 1 / 0.8) / 2, 4);
    EXPECT_EQ(made.apart, 750);
}

TEST(Estimate, hides_one_person_in_noise_when_asked_to)
{
    Overlap overlap;
    Tallies city;
    city.persons = city.taking_part = 5000;
    city.written = {5000, 0, 0};
    city.strangers = 1e7;
    city.same[0][0] = 10000;
    city.recognised[0][0] = 6000;
    overlap.cities = {city, city};
    overlap.links = {{0, 200}, {0, 0}};
    overlap.all_links = 200;
    const auto without = estimate(overlap);
    EXPECT_EQ(estimate(overlap).persons, without.persons);
    std::set<double> noisy;
    for (int i = 0; i < 5; ++i)
        noisy.insert(estimate(overlap, 1).persons);
    EXPECT_EQ(noisy.size(), 5U);
    EXPECT_GT(estimate(overlap, 0.1).high - estimate(overlap, 0.1).low, without.high - without.low);
}

TEST(Estimate, is_within_one_per_cent_and_its_interval_holds_the_truth)
{
    for (const std::uint64_t seed : {11U, 12U, 13U}) {
        const Trial trial(invent({}, seed));
        const auto outcome = trial.run();
        EXPECT_GT(outcome.sum / outcome.truth, 1.03); // there is something to find
        EXPECT_LT(std::abs(outcome.error()), 0.01) << seed;
        EXPECT_TRUE(outcome.covers()) << seed;
        EXPECT_GT(outcome.precision, 0.9);
        EXPECT_NEAR(outcome.estimate.recall, outcome.recall, 0.08);
        EXPECT_LT(std::abs(outcome.error()), outcome.exact / outcome.truth - 1);
        EXPECT_LT(std::abs(outcome.error()), outcome.by_links / outcome.truth - 1);
    }
    const Trial trial(invent({}, 14));
    int covered = 0;
    for (std::uint64_t seed = 1; seed <= 30; ++seed)
        covered += trial.run({0.5, 0.1, 0, false, seed}).covers() ? 1 : 0;
    EXPECT_GE(covered, 27);
}

// ---- what could be tried against it

namespace {

struct Sealed {
    std::vector<Prepared> prepared;
    std::vector<Parcel> parcels;
    std::vector<std::string> texts; // of everybody, as often as they occur
    Truth truth;
};

Sealed seal_network(std::size_t persons, const KeyShare& a, const KeyShare& b)
{
    std::vector<std::vector<std::vector<Writing>>> cities(3);
    for (const auto& one : invent({persons, 3, 0.3, 0.16}, 5)) {
        auto& city = cities[one.city];
        if (city.size() <= one.person)
            city.resize(one.person + 1);
        city[one.person].push_back(one.writing);
    }
    Sealed made;
    TokenMaker maker;
    for (const auto& city : cities) {
        std::vector<CityPerson> described;
        for (const auto& writings : city)
            if (!writings.empty())
                described.push_back(describe(maker, writings));
        made.prepared.push_back(prepare(described));
        const auto texts = texts_to_blind(made.prepared.back());
        const Blinding blinding(texts);
        const auto encodings = blinding.finish(b.evaluate(a.evaluate(blinding.elements())));
        made.parcels.push_back(pack(made.prepared.back(), encodings));
        learn_truth(texts, encodings, made.truth);
        made.texts.insert(made.texts.end(), texts.begin(), texts.end() - 1);
    }
    return made;
}

} // namespace

TEST(Attack, with_a_list_of_everybody_and_one_half_of_the_key_finds_nobody)
{
    const KeyShare a;
    const KeyShare b;
    const auto sealed = seal_network(150, a, b);
    EXPECT_EQ(try_dictionary(sealed.parcels, sealed.texts, {}).right, 0);
    EXPECT_EQ(try_dictionary(sealed.parcels, sealed.texts, {&a}).right, 0);
    EXPECT_EQ(try_dictionary(sealed.parcels, sealed.texts, {&b}).right, 0);
    // Both halves in one hand, and all is lost: that is why they are in two.
    const auto lost = try_dictionary(sealed.parcels, sealed.texts, {&a, &b});
    EXPECT_EQ(lost.right, lost.tried);
    EXPECT_GT(lost.tried, 300);
    // Another round's keys are of no use for this one.
    const KeyShare later;
    EXPECT_EQ(try_dictionary(sealed.parcels, sealed.texts, {&later, &b}).right, 0);
}

TEST(Attack, by_how_often_something_occurs_finds_no_more_than_guessing)
{
    const KeyShare a;
    const KeyShare b;
    const auto sealed = seal_network(300, a, b);
    const auto attack = align_frequencies(sealed.parcels, sealed.texts, sealed.truth);
    EXPECT_GT(attack.tried, 1000);
    EXPECT_LE(attack.right, attack.by_chance + 4 * std::sqrt(attack.by_chance));
    // The attack itself works: of names alone, sent as they occur, the head of the list is found.
    std::vector<std::string> names;
    for (int i = 1; i <= 12; ++i)
        names.insert(names.end(), static_cast<std::size_t>(i * i), "name " + std::to_string(i));
    const auto encodings = plain_encodings(names);
    Parcel open;
    for (const auto& one : encodings)
        open.persons.push_back({0, {one}, {}});
    Truth truth;
    learn_truth(names, encodings, truth);
    EXPECT_EQ(align_frequencies({open}, names, truth).right, 12);
}

TEST(Attack, with_all_data_of_a_city_does_not_find_its_persons_among_the_encodings)
{
    const KeyShare a;
    const KeyShare b;
    const auto sealed = seal_network(300, a, b);
    for (std::size_t city = 0; city < sealed.parcels.size(); ++city) {
        const auto attack =
            match_structure(sealed.parcels[city], sealed.prepared[city], sealed.truth);
        EXPECT_GT(attack.tried, 40);
        EXPECT_LE(attack.right, attack.by_chance + 4 * std::sqrt(attack.by_chance));
    }
}

} // namespace once
