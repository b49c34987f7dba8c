// SPDX-License-Identifier: EUPL-1.2
#include "people/index.h"

#include <gtest/gtest.h>

#include <random>

using people::Index;
using people::Known;
using people::PersonDetails;

namespace {

const core::Scope everybody{};

Id<people::Person> id(int number)
{
    return Id<people::Person>(named_uuid("person " + std::to_string(number)));
}

PersonDetails called(const std::string& given, const std::string& family)
{
    PersonDetails details;
    details.given_name = given;
    details.family_name = family;
    return details;
}

Known known(int number, const PersonDetails& details)
{
    return {id(number), id(number), number, people::make_profile(details, {})};
}

std::string strength(Index& index, const PersonDetails& details)
{
    const auto found = index.alike(people::make_profile(details, {}), everybody, 5);
    return found.empty() ? "" : std::string(found.front().similarity.strength);
}

// "met_same_area for_some", or nothing.
std::string met(const Index& index, const people::Profile& profile, const core::Scope& scope)
{
    for (const auto& one : index.alike(profile, scope, 5))
        for (const auto& reason : one.similarity.reasons)
            if (reason.code.starts_with("met_"))
                return reason.code + " " + reason.weighs;
    return "";
}

} // namespace

TEST(TheIndex, weighs_where_somebody_was_met_as_far_as_the_asker_sees_it)
{
    Index index;
    for (int i = 2; i < 400; ++i) {
        index.put(known(i, called("Given" + std::to_string(i), "Family" + std::to_string(i))));
        index.set_meetings(id(i), {{i % 2 == 0 ? "RM-I" : "RM-II", "um1"}});
    }
    index.put(known(1, called("Mamadou", "Diallo")));
    core::Scope city;
    city.reach = core::Scope::Reach::city;
    core::Scope unit;
    unit.reach = core::Scope::Reach::team;
    unit.teams = {"um2"};
    const auto at = [](const std::string& district, const std::string& team) {
        return people::make_profile(called("Mamadou", "Diallo"), {}, {{district, team}});
    };
    const auto bits = [&](const people::Profile& profile, const core::Scope& scope) {
        return index.alike(profile, scope, 1).front().similarity.bits;
    };
    // Who was never met is neither nearer nor farther.
    const auto untold = people::make_profile(called("Mamadou", "Diallo"), {});
    EXPECT_EQ(met(index, at("RM-X", "um2"), city), "");
    EXPECT_EQ(bits(at("RM-X", "um2"), city), bits(untold, city));

    index.set_meetings(id(1), {{"RM-X", "um2"}, {"RM-I", "um1"}});
    EXPECT_EQ(met(index, at("RM-X", "um2"), city), "met_same_area_and_team for_some");
    EXPECT_EQ(met(index, at("RM-X", ""), city), "met_same_area for_some");
    EXPECT_EQ(met(index, at("RM-I", ""), city), "met_same_area for_little"); // where half are met
    EXPECT_EQ(met(index, at("RM-V", "um2"), city), "met_same_team for_some");
    EXPECT_EQ(met(index, at("RM-V", "um3"), city), "met_elsewhere against_little");
    // The unit sees its own contacts; of those of the other one it is told nothing, nor is the
    // person nearer or farther by them.
    EXPECT_EQ(met(index, at("RM-X", ""), unit), "met_same_area for_some");
    for (const auto* district : {"RM-I", "RM-V"}) {
        EXPECT_EQ(met(index, at(district, "um3"), unit), "") << district;
        EXPECT_NEAR(bits(at(district, "um3"), unit), bits(untold, unit), 1e-4) << district;
    }
    EXPECT_EQ(met(index, at("RM-X", "um2"), everybody), ""); // who sees their own work only
    // Told again, what was said before is gone.
    index.set_meetings(id(1), {});
    EXPECT_EQ(bits(at("RM-X", "um2"), city), bits(untold, city));
}

TEST(TheIndex, forgets_what_was_taken_away_or_changed)
{
    Index index;
    index.put(known(1, called("Amina", "Diallo")));
    index.put(known(1, called("Fatou", "Sow")));
    EXPECT_TRUE(index.search("amina", "RM", everybody, 10).empty());
    EXPECT_EQ(index.search("fatou", "RM", everybody, 10).size(), 1u);
    EXPECT_EQ(index.search("RM-000001", "RM", everybody, 10).size(), 1u);
    index.remove(id(1));
    index.remove(id(1));
    EXPECT_TRUE(index.search("fatou", "RM", everybody, 10).empty());
    EXPECT_TRUE(index.search("1", "RM", everybody, 10).empty());
    EXPECT_EQ(strength(index, called("Fatou", "Sow")), "");
}

TEST(TheIndex, taking_the_same_news_twice_is_taking_it_once)
{
    Index index;
    for (int i = 0; i < 2; ++i)
        index.put(known(1, called("Amina", "Diallo")));
    EXPECT_EQ(index.search("amina", "RM", everybody, 10).size(), 1u);
}

TEST(TheIndex, shows_those_who_are_called_exactly_so_first)
{
    Index index;
    index.put(known(1, called("Amara", "Sow")));
    index.put(known(2, called("Amar", "Sow")));
    index.put(known(3, called("Omar", "Sow")));
    const auto found = index.search("amar", "RM", everybody, 10);
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0], id(2));
    EXPECT_EQ(found[1], id(1));
    EXPECT_EQ(found[2], id(3));
    EXPECT_EQ(index.search("amar", "RM", everybody, 1).size(), 1u);
}

TEST(TheIndex, takes_a_name_that_many_bear_for_less)
{
    Index few;
    Index many;
    few.put(known(0, called("Mamadou", "Diallo")));
    for (int i = 0; i < 3000; ++i)
        many.put(known(i, called(i % 2 == 0 ? "Mamadou" : "Alpha", i % 3 == 0 ? "Diallo" : "Bah")));
    EXPECT_EQ(strength(few, called("Mamadou", "Diallo")), "likely");
    EXPECT_EQ(strength(many, called("Mamadou", "Diallo")), "");
    auto dated = called("Mamadou", "Diallo");
    dated.birth_date = parse_date("1998-03-14");
    many.put(known(3001, dated));
    EXPECT_EQ(strength(many, dated), "likely");
    dated.birth_date = parse_date("1998-01-01"); // not known
    many.put(known(3002, dated));
    EXPECT_NE(strength(many, dated), "very_likely");
}

TEST(TheIndex, finds_who_is_written_nearly_so_after_those_who_are_called_so)
{
    Index index;
    index.put(known(1, called("Olena", "Kovalenko")));
    index.put(known(2, called("Olena", "Kovalevko")));
    index.put(known(3, called("Osman", "Kovalenko")));
    const auto found = index.search("olena kovalenko", "RM", everybody, 10);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0], id(1));
    EXPECT_EQ(found[1], id(2));
    EXPECT_EQ(index.search("olena kovalemko", "RM", everybody, 10).size(), 2u);
    EXPECT_EQ(index.search("Олена Коваленко", "RM", everybody, 1).front(), id(1));
}

TEST(TheIndex, finds_a_guarded_person_for_who_sees_the_guarded_only)
{
    Index index;
    index.put(known(1, called("Olena", "Kovalenko")));
    index.set_guarded({id(1)}, true);
    core::Scope equipe;
    equipe.sees_guarded = true;
    for (const char* text : {"olena", "olena kovalemko", "1"}) {
        EXPECT_TRUE(index.search(text, "RM", everybody, 10).empty()) << text;
        EXPECT_EQ(index.search(text, "RM", equipe, 10).size(), 1u) << text;
    }
    EXPECT_EQ(strength(index, called("Olena", "Kovalenko")), "");
    const auto profile = people::make_profile(called("Olena", "Kovalenko"), {});
    EXPECT_EQ(index.alike(profile, equipe, 5).size(), 1u);
}

TEST(TheIndex, knows_by_a_shared_paper_whoever_is_called_otherwise)
{
    Index index;
    for (int i = 2; i < 200; ++i)
        index.put(known(i, called("Ousmane", "Traore")));
    Known paper{id(1), id(1), 1, people::make_profile(called("Amina", "Sow"), {})};
    paper.profile.identifiers = {"YA123456"};
    index.put(paper);
    auto wanted = people::make_profile(called("Ousmane", "Traore"), {});
    wanted.identifiers = {"YA123456"};
    const auto found = index.alike(wanted, everybody, 5);
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found.front().canonical, id(1));
    EXPECT_EQ(found.front().similarity.strength, "very_likely");
    EXPECT_EQ(found.front().similarity.reasons.front().code, "same_identifier");
    EXPECT_EQ(found.front().similarity.reasons.front().weighs, "for_much");
}

// Whatever was put, changed and taken away, what is found is what stands.
TEST(TheIndex, agrees_with_a_plain_list_after_any_changes)
{
    const std::vector<std::string> given = {"Amina", "Fatou", "Musa", "Ali", "Olena", "Ibrahima"};
    const std::vector<std::string> family = {"Diallo", "Sow", "Bah", "Hassan", "Traore"};
    for (const unsigned seed : {1U, 2U}) {
        std::mt19937 dice(seed);
        Index index;
        std::map<int, std::pair<std::string, std::string>> stands;
        for (int step = 0; step < 400; ++step) {
            const int number = static_cast<int>(dice() % 40) + 1;
            if (dice() % 4 == 0) {
                index.remove(id(number));
                stands.erase(number);
                continue;
            }
            const auto& one = given[dice() % given.size()];
            const auto& other = family[dice() % family.size()];
            index.put(known(number, called(one, other)));
            stands[number] = {one, other};
        }
        for (const auto& one : given)
            for (const auto& other : family) {
                std::size_t expected = 0;
                for (const auto& [number, name] : stands)
                    expected += name == std::pair(one, other) ? 1 : 0;
                EXPECT_EQ(index.search(one + " " + other, "RM", everybody, 100).size(), expected)
                    << one << " " << other;
            }
    }
}
