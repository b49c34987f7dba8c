// SPDX-License-Identifier: EUPL-1.2
#include "core/words.h"

#include <gtest/gtest.h>

#include "base/json.h"

namespace {

const core::Words words;

} // namespace

TEST(Words, are_there_in_every_shipped_language)
{
    const auto languages = words.languages();
    EXPECT_EQ(languages, (std::vector<std::string>{"en", "it"}));
    for (const auto& language : languages)
        EXPECT_TRUE(words.knows(language, "problem.core.not_found")) << language;
    EXPECT_FALSE(words.knows("it", "problem.core.nothing"));
    EXPECT_FALSE(words.knows("fr", "problem.core.not_found"));
}

TEST(Words, are_filled_with_facts)
{
    const auto sentence = words.say("it", "error.too_long", {{"most", "200"}});
    EXPECT_NE(sentence.find("200"), std::string::npos);
    EXPECT_EQ(sentence.find('{'), std::string::npos);
    // A fact that looks like a place of another is not filled again, nor filled for ever.
    EXPECT_NE(words.say("it", "error.too_long", {{"most", "{most}"}}).find("{most}"),
              std::string::npos);
}

TEST(Words, fall_back_to_italian_and_then_to_the_key)
{
    EXPECT_EQ(words.say("fr", "error.required"), words.say("it", "error.required"));
    EXPECT_EQ(words.say("it", "problem.core.nothing"), "problem.core.nothing");
}

TEST(Words, of_the_reader_are_chosen_by_the_browser)
{
    EXPECT_EQ(words.choose("en"), "en");
    EXPECT_EQ(words.choose("en-GB,en;q=0.9,it;q=0.8"), "en");
    EXPECT_EQ(words.choose("fr-CH, de;q=0.9, en;q=0.8"), "en");
    for (const auto* header : {"", "fr", "*", ",", ";;;", "en2", "  ", ",,,", "EN"})
        EXPECT_EQ(words.choose(header), "it") << header;
}

TEST(Words, of_a_problem_are_json_that_says_everything)
{
    Problem problem(422, "core.input_invalid", {{"a", "1"}},
                    {{"languages[1]", "unknown_code", {{"value", "\"xx\""}, {"expected", "it"}}}});
    const auto text = words.problem_json("en", problem);
    const auto document = JsonDocument::parse(text);
    const auto root = document.root();
    EXPECT_EQ(root.member("type").text(), "urn:lgnet:problem:core.input_invalid");
    EXPECT_EQ(root.member("title").text(), words.say("en", "problem.core.input_invalid"));
    EXPECT_EQ(root.member("status").integer(), 422);
    EXPECT_EQ(root.member("code").text(), "core.input_invalid");
    EXPECT_EQ(root.member("facts").member("a").text(), "1");
    const auto error = root.member("errors").at(0);
    EXPECT_EQ(error.member("field").text(), "languages[1]");
    EXPECT_EQ(error.member("code").text(), "unknown_code");
    EXPECT_NE(error.member("title").text().find("\"xx\""), std::string::npos);

    const auto short_one = words.problem_json("it", not_found());
    const auto bare = JsonDocument::parse(short_one);
    EXPECT_TRUE(bare.root().member("facts").is_null());
    EXPECT_TRUE(bare.root().member("errors").is_null());
}
