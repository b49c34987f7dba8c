// SPDX-License-Identifier: EUPL-1.2
// The catalogue as it is shipped: whole, and of one piece. That a fault in a file stops the program
// is tested on the very same reading, in tests/catalogue_faults_test.cpp.
#include "core/catalogue.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "base/embedded.h"
#include "core/actor.h"

namespace {

const core::Catalogue catalogue;

// What the program says of a catalogue with one file more. Files are added for good, so this is
// done in a process that then ends.
[[noreturn]] void read_with(std::string_view path, std::string_view text)
{
    const EmbeddedFile file{path, text};
    const EmbeddedFolder folder(&file, 1);
    try {
        const core::Catalogue with_fault;
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "%s\n", fault.what());
        std::_Exit(3);
    }
    std::_Exit(0);
}

constexpr auto extra = "modules/extra/vocabularies/extra.csv";

} // namespace

TEST(Catalogue, has_the_sixteen_cities)
{
    EXPECT_EQ(catalogue.cities().size(), 16u);
    const auto* roma = catalogue.find_city("roma");
    ASSERT_NE(roma, nullptr);
    EXPECT_EQ(roma->istat, "058091");
    EXPECT_EQ(roma->cadastral, "H501");
    EXPECT_EQ(catalogue.find_city("rete"), nullptr);
    EXPECT_EQ(catalogue.find_city("Roma"), nullptr);
    std::set<std::string> prefixes;
    for (const auto& city : catalogue.cities()) {
        EXPECT_TRUE(prefixes.insert(city.person_prefix).second) << city.slug;
        EXPECT_EQ(city.istat.size(), 6u) << city.slug;
        // In Italy, and not the other way round.
        EXPECT_TRUE(city.latitude > 36 && city.latitude < 47.5) << city.slug;
        EXPECT_TRUE(city.longitude > 6.5 && city.longitude < 18.6) << city.slug;
    }
}

TEST(Catalogue, has_districts_on_a_map_where_none_hides_another)
{
    EXPECT_EQ(catalogue.districts("roma").size(), 16u); // 15 Municipi, and not known
    EXPECT_TRUE(catalogue.districts("rete").empty());
    std::set<std::string> codes;
    for (const auto& city : catalogue.cities()) {
        const auto& districts = catalogue.districts(city.slug);
        EXPECT_FALSE(districts.empty()) << city.slug;
        std::set<std::pair<int, int>> tiles;
        for (const auto& district : districts) {
            EXPECT_TRUE(codes.insert(district.code).second) << district.code;
            EXPECT_TRUE(tiles.insert({district.column, district.row}).second) << district.code;
        }
    }
}

TEST(Catalogue, has_the_countries_of_iso_in_both_languages)
{
    EXPECT_EQ(catalogue.find_code("country", "ML")->label.it, "Mali");
    EXPECT_EQ(catalogue.find_code("country", "DE")->label.it, "Germania");
    EXPECT_EQ(catalogue.find_code("country", "DE")->label.en, "Germany");
    EXPECT_GT(catalogue.vocabularies().find("country")->second.size(), 240u);
    EXPECT_FALSE(catalogue.vocabularies().contains("country_extra"));
}

TEST(Catalogue, has_every_role_of_the_code)
{
    const auto& roles = catalogue.vocabularies().find("role")->second;
    for (const auto role : core::every_role())
        EXPECT_NE(catalogue.find_code("role", core::name_of(role)), nullptr) << core::name_of(role);
    for (const auto& role : roles)
        EXPECT_TRUE(role.retired || core::parse_role(role.code)) << role.code;
}

TEST(Catalogue, checks_the_codes_of_each_city)
{
    const auto& roma = catalogue.lists_of("roma");
    const auto& milano = catalogue.lists_of("milano");
    const auto district = catalogue.districts("roma").front().code;
    EXPECT_TRUE(roma.has("district", district));
    EXPECT_FALSE(milano.has("district", district)); // a district of another city
    EXPECT_EQ(roma.codes("district").size(), 16u);
    EXPECT_TRUE(milano.has("city", "roma"));
    EXPECT_EQ(milano.codes("city").size(), 16u);
    EXPECT_TRUE(roma.has("gender", "F"));
    EXPECT_FALSE(roma.has("gender", "f"));
    EXPECT_FALSE(roma.has("gender", ""));
    EXPECT_FALSE(roma.has("no_such_list", "F"));
    EXPECT_TRUE(roma.codes("no_such_list").empty());
    EXPECT_TRUE(catalogue.lists_of("rete").codes("district").empty());
}

TEST(Catalogue, offers_no_retired_code_and_still_knows_it)
{
    for (const auto& [name, codes] : catalogue.vocabularies())
        for (const auto& code : codes) {
            EXPECT_EQ(catalogue.lists_of("roma").has(name, code.code), !code.retired)
                << name << " " << code.code;
            EXPECT_NE(catalogue.find_code(name, code.code), nullptr);
        }
    EXPECT_EQ(catalogue.find_code("gender", "no such code"), nullptr);
    EXPECT_EQ(catalogue.find_code("no_such_list", "F"), nullptr);
}

TEST(Catalogue, names_the_groups_of_long_lists)
{
    int grouped = 0;
    for (const auto& [name, codes] : catalogue.vocabularies()) {
        if (!catalogue.vocabularies().contains(name + "_group"))
            continue;
        ++grouped;
        for (const auto& code : codes)
            EXPECT_NE(catalogue.find_code(name + "_group", code.group), nullptr)
                << name << " " << code.code << " " << code.group;
    }
    EXPECT_GT(grouped, 2);
}

TEST(Catalogue, leads_from_each_need_to_what_answers_it)
{
    int answered = 0;
    for (const auto& need : catalogue.vocabularies().find("need_item")->second) {
        const auto area = need.more.find("area")->second;
        EXPECT_TRUE(area.empty() || catalogue.find_code("referral_area", area))
            << need.code << " " << area;
        std::istringstream interventions(need.more.find("interventions")->second);
        for (std::string code; interventions >> code; ++answered)
            EXPECT_NE(catalogue.find_code("intervention", code), nullptr)
                << need.code << " " << code;
    }
    EXPECT_GT(answered, 20);
}

TEST(CatalogueFaults, a_good_file_more_is_read)
{
    EXPECT_EXIT(read_with(extra, "# remark\ncode,it,en\nA,uno,one\n"), ::testing::ExitedWithCode(0),
                "");
}

TEST(CatalogueFaults, name_file_and_line)
{
    const auto stopped = ::testing::ExitedWithCode(3);
    EXPECT_EXIT(read_with(extra, "code,it,en\nA,uno,one\n\nB,due\n"), stopped,
                "modules/extra/vocabularies/extra.csv, line 4: has 2 cells, the header 3");
    EXPECT_EXIT(read_with(extra, "code,it,en\nA,uno,\n"), stopped,
                "line 2: code, it and en must be");
    EXPECT_EXIT(read_with(extra, "code,it,en\nA,uno,one\nA,due,two\n"), stopped,
                "line 3: the code A stands there twice");
    EXPECT_EXIT(read_with(extra, ""), stopped, "extra.csv is empty");
}
