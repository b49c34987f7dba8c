// SPDX-License-Identifier: EUPL-1.2
// Faults of the catalogue are found at start and named.
#include "monitoring/indicator.h"

#include <gtest/gtest.h>

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

} // namespace monitoring
