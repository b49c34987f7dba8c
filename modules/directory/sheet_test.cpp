// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <set>

#include "base/embedded.h"
#include "base/json.h"
#include "core/sheet_words.h"
#include "paper/sheet.h"

namespace {

std::set<std::string> keys_of(const std::string& path, std::string& all)
{
    std::set<std::string> keys;
    const auto text = find_embedded(path);
    EXPECT_TRUE(text) << path;
    if (!text)
        return keys;
    const auto document = JsonDocument::parse(*text);
    document.root().each_member([&](std::string_view key, JsonView sentence) {
        keys.insert(std::string(key));
        EXPECT_FALSE(sentence.text().empty()) << path << " " << key;
        all += std::string(sentence.text()) + "\n";
    });
    return keys;
}

} // namespace

// Every language of the sheets has every sentence of every module, and letters to print it with.
TEST(Sheets, say_everything_in_every_language)
{
    const core::Catalogue catalogue;
    for (const auto* module : {"directory", "cases", "referrals", "rights"}) {
        const auto folder = std::string("modules/") + module + "/sheet_words/";
        std::string italian;
        const auto expected = keys_of(folder + "it.json", italian);
        EXPECT_GT(expected.size(), 3u);
        for (const auto& language : catalogue.vocabularies().at("sheet_language")) {
            std::string all;
            EXPECT_EQ(keys_of(folder + language.code + ".json", all), expected)
                << module << " " << language.code;
            paper::Sheet sheet(language.code, "test");
            sheet.text(all);
            EXPECT_EQ(sheet.unknown_signs(), 0) << module << " " << language.code;
        }
    }
}

TEST(Sheets, name_every_code_that_is_printed)
{
    const core::Catalogue catalogue;
    const core::SheetWords words(catalogue, "directory", "ar");
    for (const auto& [family, list] :
         std::vector<std::pair<std::string, std::string>>{{"area", "referral_area"},
                                                          {"access", "service_access"},
                                                          {"document", "required_document"},
                                                          {"only", "gender"}})
        for (const auto& code : catalogue.vocabularies().at(list))
            if (!code.retired) {
                EXPECT_NE(words.code(family, list, code.code), code.label.it) << code.code;
            }
}

TEST(SheetWords, say_days_and_languages_as_the_reader_does)
{
    const core::Catalogue catalogue;
    const auto in = [&](const char* language) {
        return core::SheetWords(catalogue, "directory", language);
    };
    const auto day = parse_date("2026-11-23").value();
    EXPECT_EQ(in("it").weekday(1), "lunedì");
    EXPECT_EQ(in("it").weekday(7), "domenica");
    EXPECT_EQ(in("ar").weekday(1), "الاثنين");
    EXPECT_EQ(in("en").day(day), "Monday, November 23, 2026");
    EXPECT_EQ(in("it").day(day), "lunedì 23 novembre 2026");
    EXPECT_NE(in("ar").day(day).find("23"), std::string::npos) << "digits as on doors and buses";
    EXPECT_EQ(in("it").moment(parse_instant("2026-11-23T20:15:00Z").value()),
              "lunedì 23 novembre 2026, 21:15");
    EXPECT_EQ(in("fr").tongue("ar"), "arabe");
    EXPECT_EQ(in("en").say("no such sentence"), "no such sentence");
}
