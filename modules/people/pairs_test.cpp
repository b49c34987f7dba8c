// SPDX-License-Identifier: EUPL-1.2
#include "people/pairs.h"

#include <gtest/gtest.h>

#include <set>

#include "people/rows.h"
#include "people/testing.h"

using test_people::id;

namespace {

class Pairs : public test_people::Team {
protected:
    void SetUp() override
    {
        add("amina", R"("given_name":"Amina","family_name":"Sow","birth_date":"1998-03-14",
                        "citizenship":"SN","gender":"F")");
        add("aminah", R"("given_name":"Aminah","family_name":"Sou","birth_date":"1998-03-14",
                         "citizenship":"SN","gender":"F","similar_seen":[")" +
                          id("amina") + "\"]");
        add("olena", R"("given_name":"Olena","family_name":"Kovalenko","birth_year":1971,
                        "gender":"F","citizenship":"UA")");
        add("musa", R"("given_name":"Musa","family_name":"Camara","birth_year":2001,
                       "gender":"M","citizenship":"GM")");
    }

    void pass_night(int days = 1)
    {
        house_.now = house_.now.plus_seconds(86400LL * days);
        house_.house->do_chores();
    }

    // "Amina Sow / Aminah Sou very_likely" of each, the smaller id first.
    std::string list(const core::Actor& who, const std::string& query = "")
    {
        const auto response = house_.ask(who, "GET /api/people/pairs" + query);
        EXPECT_EQ(response.status, 200) << response.body;
        const auto document = JsonDocument::parse(response.body);
        const auto items = document.root().member("items");
        std::string found;
        for (std::size_t i = 0; i < items.size(); ++i) {
            std::string one(items.at(i).member("one").member("name").text());
            std::string other(items.at(i).member("other").member("name").text());
            if (other < one)
                std::swap(one, other);
            found += (i > 0 ? "; " : "") + one + " / " + other + " " +
                     std::string(items.at(i).member("strength").text());
        }
        return found;
    }

    static std::string pair(const std::string& one, const std::string& other)
    {
        const auto person = [](const std::string& name) {
            return parse_id<people::Person>(id(name)).value();
        };
        return to_string(people::pair_id(person(one), person(other)));
    }

    std::string apart(const std::string& one, const std::string& other)
    {
        return outcome(ask("POST /api/people/pairs/" + pair(one, other) + "/apart", "{}"));
    }

    void guard(const std::string& name)
    {
        const auto person = parse_id<people::Person>(id(name)).value();
        house_.store("roma").write([&](store::Transaction& transaction) {
            people::write_guard(transaction, person, house_.now);
        });
        house_.house->find_place("roma")->kept.clear();
    }

    const core::Actor ines = test_house::actor("ines@roma", core::minors_worker, {"minori"});
    static constexpr const char* both = "Amina Sow / Aminah Sou very_likely";
};

} // namespace

TEST(PairIds, are_the_same_whoever_is_named_first)
{
    const auto one = Id<people::Person>(named_uuid("one"));
    const auto other = Id<people::Person>(named_uuid("other"));
    EXPECT_EQ(people::pair_id(one, other), people::pair_id(other, one));
    EXPECT_NE(people::pair_id(one, other), people::pair_id(one, one));
    const auto bare = [](const char* json) { return std::string(json).substr(1, 36); };
    EXPECT_EQ(
        to_string(people::pair_id(parse_id<people::Person>(bare(core::samples::ibrahima)).value(),
                                  parse_id<people::Person>(bare(core::samples::ibrahim)).value())),
        bare(core::samples::pair));
}

TEST_P(Pairs, are_proposed_by_night_once_a_day)
{
    EXPECT_EQ(list(giulia), "");
    house_.house->do_chores(); // the first time at once
    EXPECT_EQ(list(giulia), both);
    add("musa2", R"("given_name":"Moussa","family_name":"Kamara","birth_year":2001,
                    "gender":"M","citizenship":"GM","similar_seen":[")" +
                     id("musa") + "\"]");
    house_.house->do_chores();
    EXPECT_EQ(list(giulia), both) << "the night has passed already";
    pass_night();
    EXPECT_EQ(list(giulia).find(both), 0u) << list(giulia);
    EXPECT_NE(list(giulia).find("Moussa Kamara / Musa Camara "), std::string::npos);
    EXPECT_EQ(list(elena), "");
    EXPECT_EQ(outcome(house_.ask(elena, "GET /api/people/pairs/" + pair("amina", "aminah"))),
              "404 core.not_found");
}

TEST_P(Pairs, are_shown_side_by_side_with_what_speaks_for_and_against)
{
    pass_night();
    const auto response = ask("GET /api/people/pairs/" + pair("amina", "aminah"));
    ASSERT_EQ(response.status, 200) << response.body;
    const auto document = JsonDocument::parse(response.body);
    EXPECT_FALSE(document.root().member("same").boolean());
    const auto reasons = document.root().member("reasons");
    std::string told;
    for (std::size_t i = 0; i < reasons.size(); ++i)
        told += std::string(reasons.at(i).member("code").text()) + " " +
                std::string(reasons.at(i).member("weighs").text()) + "\n";
    EXPECT_NE(told.find("same_birth_date for_much"), std::string::npos) << told;
    EXPECT_NE(told.find("same_citizenship for_"), std::string::npos) << told;
    EXPECT_EQ(response.body.find("bits"), std::string::npos);
}

TEST_P(Pairs, that_are_two_persons_are_never_proposed_again_until_that_is_undone)
{
    pass_night();
    EXPECT_EQ(apart("amina", "aminah"), "200");
    EXPECT_EQ(apart("aminah", "amina"), "200");
    EXPECT_EQ(list(giulia), "");
    EXPECT_EQ(list(giulia, "?apart=true"), both);
    pass_night();
    EXPECT_EQ(list(giulia), "");

    // Also when one of them is merged with a third one.
    add("third", R"("given_name":"Aminata","family_name":"Sow","birth_date":"1998-03-14",
                    "citizenship":"SN","gender":"F","similar_seen":[")" +
                     id("amina") + "\",\"" + id("aminah") + "\"]");
    EXPECT_EQ(merge("m1", "third", "amina"), "201");
    pass_night();
    EXPECT_EQ(list(giulia), "");

    EXPECT_EQ(outcome(ask("DELETE /api/people/pairs/" + pair("amina", "aminah") + "/apart")),
              "200");
    EXPECT_NE(list(giulia), "");
    EXPECT_EQ(list(giulia, "?apart=true"), "");
}

TEST_P(Pairs, that_were_merged_are_proposed_again_only_after_that_is_undone)
{
    pass_night();
    EXPECT_EQ(merge("m1", "amina", "aminah"), "201");
    EXPECT_EQ(list(giulia), "");
    EXPECT_EQ(apart("amina", "aminah"), "409 people.already_the_same");
    EXPECT_EQ(undo_merge("m1"), "200");
    EXPECT_EQ(list(giulia), both);
    EXPECT_EQ(merge("m2", "amina", "aminah"), "201");
    pass_night();
    EXPECT_EQ(outcome(ask("GET /api/people/pairs/" + pair("amina", "aminah"))),
              "404 core.not_found");
    EXPECT_EQ(undo_merge("m2"), "200");
    pass_night();
    EXPECT_EQ(list(giulia), both);
}

TEST_P(Pairs, that_are_no_longer_alike_go_by_themselves)
{
    pass_night();
    EXPECT_EQ(outcome(ask("PUT /api/people/persons/" + id("aminah"),
                          R"({"given_name":"Svetlana","family_name":"Bondarenko",
                              "birth_date":"1961-07-02","gender":"F","citizenship":"UA"})")),
              "200");
    pass_night();
    EXPECT_EQ(list(giulia), "");
}

TEST_P(Pairs, are_listed_in_pages)
{
    for (int i = 0; i < 4; ++i)
        add("twin" + std::to_string(i), R"("given_name":"Amina","family_name":"Sow",
            "birth_date":"1998-03-14","citizenship":"SN","gender":"F","similar_seen":[")" +
                                            id("amina") + "\",\"" + id("aminah") + "\",\"" +
                                            id("twin0") + "\",\"" + id("twin1") + "\",\"" +
                                            id("twin2") + "\"]");
    pass_night();
    std::string after;
    std::set<std::string> seen;
    std::size_t pages = 0;
    do {
        const auto response = ask("GET /api/people/pairs?limit=4" + after);
        const auto document = JsonDocument::parse(response.body);
        const auto items = document.root().member("items");
        EXPECT_LE(items.size(), 4u);
        for (std::size_t i = 0; i < items.size(); ++i)
            EXPECT_TRUE(seen.emplace(items.at(i).member("id").text()).second);
        const auto next = document.root().member("next");
        after = next.is_null() ? "" : "&after=" + std::string(next.text());
        ++pages;
    } while (!after.empty() && pages < 10);
    EXPECT_EQ(seen.size(), 15u); // of six records of one person
    EXPECT_EQ(pages, 4u);
}

TEST_P(Pairs, of_who_is_guarded_are_seen_by_the_equipe_alone)
{
    pass_night();
    guard("aminah");
    EXPECT_EQ(list(giulia), "");
    EXPECT_EQ(list(ines), both);
    const auto line = "/api/people/pairs/" + pair("amina", "aminah");
    EXPECT_EQ(outcome(ask("GET " + line)), "404 core.not_found");
    EXPECT_EQ(outcome(ask("POST " + line + "/apart", "{}")), "404 core.not_found");
    EXPECT_EQ(outcome(ask("DELETE " + line + "/apart")), "404 core.not_found");
    EXPECT_EQ(outcome(house_.ask(ines, "GET " + line)), "200");
}

INSTANTIATE_TEST_SUITE_P(Both, Pairs, test_stores::both(), ::testing::PrintToStringParamName());
