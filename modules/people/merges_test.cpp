// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "people/testing.h"

using test_people::id;

namespace {

std::string called(const std::string& name) { return "Soprannome " + name + "vo" + name; }

class Merges : public test_people::Team {
protected:
    void SetUp() override
    {
        for (const char* name : {"a", "b", "c", "d"})
            ASSERT_EQ(add(name, std::string(R"("nickname":")") + called(name) + '"'), "201");
    }

    // What people_fact_person says: the canonical person of each.
    std::map<std::string, std::string> canonical()
    {
        static const store::Sql facts("select person_key, canonical_key from people_fact_person");
        std::map<std::string, std::string> found;
        house_.store("roma").read([&](store::Transaction& transaction) {
            const auto rows = transaction.query(facts);
            while (rows->next())
                found.emplace(rows->text(0), rows->text(1));
        });
        return found;
    }

    std::string same_as(const std::string& name)
    {
        const auto document = get(name);
        const auto same = document.root().member("same_as");
        return same.is_null() ? "" : std::string(same.text());
    }
};

} // namespace

TEST_P(Merges, link_the_duplicate_to_the_one_kept)
{
    EXPECT_EQ(merge("m1", "a", "b"), "201");
    EXPECT_EQ(same_as("b"), id("a"));
    EXPECT_EQ(same_as("a"), "");
    const auto document = get("a");
    const auto merged = document.root().member("merged");
    ASSERT_EQ(merged.size(), 1u);
    EXPECT_EQ(merged.at(0).member("merge").text(), id("m1"));
    EXPECT_EQ(merged.at(0).member("name").text(), called("b"));
    EXPECT_EQ(search(called("b")), called("a"));
}

TEST_P(Merges, are_undone_and_leave_both_as_they_were)
{
    const auto a = ask("GET /api/people/persons/" + id("a")).body;
    const auto b = ask("GET /api/people/persons/" + id("b")).body;
    EXPECT_EQ(merge("m1", "a", "b"), "201");
    EXPECT_EQ(undo_merge("m1"), "200");
    EXPECT_EQ(ask("GET /api/people/persons/" + id("a")).body, a);
    EXPECT_EQ(ask("GET /api/people/persons/" + id("b")).body, b);
    EXPECT_EQ(search(called("b")), called("b"));
    EXPECT_EQ(undo_merge("m1"), "200");
    EXPECT_EQ(merge("m2", "b", "a"), "201");
    EXPECT_EQ(undo_merge("m1"), "200");
    EXPECT_EQ(same_as("a"), id("b"));
}

TEST_P(Merges, follow_chains_and_never_go_round)
{
    EXPECT_EQ(merge("m1", "b", "c"), "201");
    EXPECT_EQ(merge("m2", "a", "b"), "201");
    EXPECT_EQ(same_as("c"), id("a"));
    EXPECT_EQ(merge("m3", "c", "a"), "409 people.already_the_same");
    EXPECT_EQ(merge("m3", "a", "c"), "409 people.already_the_same");
    EXPECT_EQ(merge("m3", "a", "a"), "409 people.already_the_same");
    EXPECT_EQ(merge("m3", "d", "c"), "409 people.already_merged");
    EXPECT_EQ(merge("m3", "a", "nobody"), "404 core.not_found");
    EXPECT_EQ(undo_merge("m2"), "200");
    EXPECT_EQ(same_as("c"), id("b"));
    EXPECT_EQ(undo_merge("m1"), "200");
    EXPECT_EQ(same_as("c"), "");
    EXPECT_EQ(undo_merge("nothing"), "404 core.not_found");
}

TEST_P(Merges, of_the_duplicates_own_duplicates_go_with_it)
{
    EXPECT_EQ(merge("m1", "b", "c"), "201");
    EXPECT_EQ(merge("m2", "b", "d"), "201");
    EXPECT_EQ(merge("m3", "a", "b"), "201");
    EXPECT_EQ(undo_merge("m1"), "200");
    EXPECT_EQ(same_as("c"), "");
    EXPECT_EQ(same_as("d"), id("a"));
}

TEST_P(Merges, of_another_city_are_not_found)
{
    const auto body = R"({"id":")" + id("m1") + R"(","kept":")" + id("a") + R"(","duplicate":")" +
                      id("b") + R"("})";
    EXPECT_EQ(outcome(house_.ask(elena, "POST /api/people/merges", body)), "404 core.not_found");
}

// Any sequence of merges and undone merges: everybody's canonical person is the one that a walk
// along the standing links finds, the index agrees, and the number of distinct people is right.
TEST_P(Merges, in_any_order_count_everybody_once)
{
    std::vector<std::string> persons = {"a", "b", "c", "d"};
    for (const char* name : {"e", "f", "g"}) {
        ASSERT_EQ(add(name, std::string(R"("nickname":")") + called(name) + '"'), "201");
        persons.emplace_back(name);
    }
    for (const unsigned seed : {1U, 2U, 3U}) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937 dice(seed);
        std::map<std::string, std::string> link; // of a duplicate: the one kept
        std::map<std::string, std::string> made; // of a duplicate: the merge
        const auto root = [&](std::string person) {
            while (link.contains(person))
                person = link.at(person);
            return person;
        };
        for (int step = 0; step < 60; ++step) {
            const auto& kept = persons[dice() % persons.size()];
            const auto& duplicate = persons[dice() % persons.size()];
            if (dice() % 3 == 0 && link.contains(duplicate)) {
                ASSERT_EQ(undo_merge(made.at(duplicate)), "200");
                link.erase(duplicate);
            } else {
                const auto name = std::to_string(seed) + " " + std::to_string(step);
                const bool same = root(kept) == root(duplicate);
                const auto expected = same                       ? "409 people.already_the_same"
                                      : link.contains(duplicate) ? "409 people.already_merged"
                                                                 : "201";
                ASSERT_EQ(merge(name, kept, duplicate), expected) << kept << " " << duplicate;
                if (std::string(expected) == "201") {
                    link[duplicate] = kept;
                    made[duplicate] = name;
                }
            }
            const auto facts = canonical();
            std::set<std::string> counted;
            for (const auto& person : persons) {
                ASSERT_EQ(facts.at(id(person)), id(root(person))) << person;
                counted.insert(facts.at(id(person)));
            }
            ASSERT_EQ(counted.size(), persons.size() - link.size());
        }
        for (const auto& person : persons)
            EXPECT_EQ(search(called(person)), called(root(person))) << person;
        for (const auto& [duplicate, name] : made)
            EXPECT_EQ(undo_merge(name), "200") << duplicate;
        for (const auto& [person, found] : canonical())
            EXPECT_EQ(person, found);
    }
}

INSTANTIATE_TEST_SUITE_P(Both, Merges, test_stores::both(), ::testing::PrintToStringParamName());
