// SPDX-License-Identifier: EUPL-1.2
// Faults of the catalogue are found at start and named.
#include "monitoring/indicator.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <regex>
#include <sstream>

#include "base/embedded.h"

namespace monitoring {

namespace {

constexpr auto path = "catalogue/indicators/NET-03.toml";

std::string text_with(const std::string& what, const std::string& instead)
{
    std::string text(*find_embedded(path));
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, what.size(), instead);
}

std::string fault_of(const std::string& text)
{
    try {
        read_indicator(path, text, "select 1");
    } catch (const std::runtime_error& fault) {
        return fault.what();
    }
    return "";
}

std::string read_text(const std::string& file)
{
    std::ifstream in(file);
    EXPECT_TRUE(in) << file;
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

} // namespace

TEST(Indicator, is_read_from_its_file)
{
    const auto* indicator = find_indicator("NET-03");
    ASSERT_NE(indicator, nullptr);
    EXPECT_EQ(indicator->unit, Unit::share);
    EXPECT_EQ(indicator->definition.within_days, 90);
    EXPECT_EQ(indicator->definition.name.en, "Engaged within 90 days");
    EXPECT_EQ(find_indicator("NET-99"), nullptr);
    EXPECT_EQ(indicators().front().definition.code, "NET-01");
}

TEST(Indicator, names_the_fault_of_its_file)
{
    EXPECT_EQ(fault_of(std::string(*find_embedded(path))), "");
    const std::vector<std::pair<std::string, std::string>> faults{
        {text_with("code = \"NET-03\"", "code = \"NET-04\""), "the code is not the name"},
        {text_with("unit = \"share\"", "unit = \"shares\""), "there is no unit \"shares\""},
        {text_with("version = 1", "version = "), "line 3"},
        {text_with("version = 1", ""), "\"version\" is missing"},
        {text_with("breakdowns = [\"setting\", \"month\"]", "breakdowns = [\"colour\"]"),
         "there is no breakdown \"colour\""},
        {text_with("breakdowns = [\"setting\", \"month\"]\ncity_only = [\"setting\", \"month\"]",
                   "breakdowns = [\"gender_age\"]\ncity_only = [\"gender_age\"]"),
         "gender_age needs gender and age"},
        {text_with("breakdowns = [\"setting\", \"month\"]\ncity_only = [\"setting\", \"month\"]",
                   "breakdowns = [\"kind\"]"),
         "two kinds or more"},
        {text_with("city_only = [\"setting\", \"month\"]", ""), "must stay in the city"},
        {text_with("[over]", "[under]"), "says over what"},
        {text_with("en = \"Engaged within 90 days\"", ""), "\"en\" is missing"},
        {text_with("period = \"2026-Q3\"", "period = \"2026-Q9\""), "period is none"},
        {text_with("[\"p3\", \"p3\", \"\"]", "[\"p3\", \"p3\"]"), "one cell for each column"},
    };
    for (const auto& [text, fault] : faults) {
        const auto found = fault_of(text);
        EXPECT_TRUE(found.starts_with(path)) << found;
        EXPECT_NE(found.find(fault), std::string::npos) << found << "\n(" << fault << ")";
    }
}

TEST(Indicator, is_a_part_of_one_that_is_there)
{
    const std::string part = "catalogue/indicators/FAMI-b.ii.1.toml";
    std::string text(*find_embedded(part));
    const std::string covers = "covers = \"FAMI-b.ii\"";
    const auto at = text.find(covers);
    ASSERT_NE(at, std::string::npos);
    const core::CatalogueFiles instead{{part, text.replace(at, covers.size(), "covers = \"X\"")}};
    const core::Catalogue catalogue(instead);
    EXPECT_THROW(indicators(catalogue), std::runtime_error);
}

// Every breakdown's cells need words: kinds bring theirs along.
TEST(Indicator, describes_itself_in_both_languages)
{
    for (const auto& indicator : indicators()) {
        const auto& definition = indicator.definition;
        for (const auto& text :
             {definition.name, definition.definition, definition.counts, definition.source})
            EXPECT_NE(text.it, text.en) << definition.code;
    }
}

// The list that was worked out for the network stands beside this tree (LGNET_SHARED, else
// ../shared): what is in it has a file here, or the README says why not.
TEST(Indicator, is_there_for_all_that_is_asked_for)
{
    const auto* shared = std::getenv("LGNET_SHARED");
    const auto place = shared != nullptr ? std::string(shared) : SOURCE_DIR "/../shared";
    std::ifstream list(place + "/DOMAIN.md");
    if (!list)
        GTEST_SKIP() << "no " << place << "/DOMAIN.md";
    const auto explained =
        [text = read_text(SOURCE_DIR "/modules/monitoring/README.md")](const std::string& code) {
            return text.find("`" + code + "`") != std::string::npos;
        };
    const std::regex row("^\\| [0-9]+ \\| ([A-Z]+-[^ |]+)");
    int codes = 0;
    for (std::string line; std::getline(list, line);) {
        for (auto at = line.find("\u2011"); at != line.npos; at = line.find("\u2011"))
            line.replace(at, std::string("\u2011").size(), "-");
        std::smatch found;
        if (!std::regex_search(line, found, row))
            continue;
        ++codes;
        const auto code = found[1].str();
        const bool in_a_range = code > "SUR-01" && code < "SUR-05";
        EXPECT_TRUE(find_indicator(code) != nullptr || explained(code) || in_a_range) << code;
    }
    EXPECT_EQ(codes, 42);
}

} // namespace monitoring
