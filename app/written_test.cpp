// SPDX-License-Identifier: EUPL-1.2
#include "app/written.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

namespace {

std::string shown(const std::optional<app::WrittenDay>& day)
{
    if (!day)
        return "no date";
    auto text = to_string(day->date);
    if (day->minute)
        text += " " + std::to_string(*day->minute / 60) + ":" + std::to_string(*day->minute % 60);
    return text;
}

std::string shown(const std::optional<int>& minute)
{
    return minute ? std::to_string(*minute / 60) + ":" + std::to_string(*minute % 60) : "no hour";
}

} // namespace

TEST(Written, dates_in_the_forms_that_people_use)
{
    for (const char* text :
         {"23/11/2026", "23-11-26", "23.11.2026", "23 11 26", "2026-11-23", "2026/11/23",
          "23 novembre 2026", "23 Nov. 26", "lunedì 23 novembre 2026", "LUN 23/11/26",
          "mar 23/11/2026", "23rd of November 2026", "Nov 23, 2026", "  23/11/2026 ",
          "il 23 novembre 2026"})
        EXPECT_EQ(shown(app::parse_written_day(text)), "2026-11-23") << text;
}

// "mar" is Tuesday before a date and March within one.
TEST(Written, march_and_tuesday)
{
    for (const char* text : {"24 mar 2026", "mar 24 mar 2026", "Mar 24, 2026", "24-mar-26"})
        EXPECT_EQ(shown(app::parse_written_day(text)), "2026-03-24") << text;
}

TEST(Written, dates_with_an_hour)
{
    for (const char* text :
         {"23/11/2026 21:30", "23/11/26 21.30", "23 novembre 2026 ore 21.30", "2026-11-23T21:30",
          "2026-11-23 21:30:00", "23/11/2026, 9:30 pm", "23/11/26 h 21:30", "2026-11-23T20:30:00Z",
          "2026-11-23T21:30:00+01:00"})
        EXPECT_EQ(shown(app::parse_written_day(text)), "2026-11-23 21:30") << text;
}

TEST(Written, what_is_no_date_or_could_be_two)
{
    for (const char* text :
         {"", "domani", "23/11", "11/23/2026", "30/02/2026", "23/11/2026 25:00", "23/11/2026 sera",
          "2026", "23/11/20266", "32/01/2026", "23/pluvioso/2026", "23/11/2026 21:30 22:00"})
        EXPECT_EQ(shown(app::parse_written_day(text)), "no date") << text;
}

TEST(Written, hours)
{
    for (const char* text :
         {"21:30", "21.30", "21,30", "ore 21:30", "h21.30", "21h30", "9:30 PM", "21:30:59"})
        EXPECT_EQ(shown(app::parse_written_hour(text)), "21:30") << text;
    EXPECT_EQ(shown(app::parse_written_hour("ore 9")), "9:0");
    EXPECT_EQ(shown(app::parse_written_hour("12 am")), "0:0");
    for (const char* text : {"24:00", "sera", "", "21:75", "13 pm", "alle 21 e 30"})
        EXPECT_EQ(shown(app::parse_written_hour(text)), "no hour") << text;
}

TEST(Written, numbers_of_spreadsheets)
{
    EXPECT_EQ(shown(app::day_of_number(46349, app::Epoch::from_1900)), "2026-11-23");
    EXPECT_EQ(shown(app::day_of_number(46349 - 1462, app::Epoch::from_1904)), "2026-11-23");
    EXPECT_EQ(shown(app::day_of_number(46349.8958333, app::Epoch::from_1900)), "2026-11-23 21:30");
    EXPECT_EQ(shown(app::day_of_number(46349.99999, app::Epoch::from_1900)), "2026-11-24 0:0");
    EXPECT_EQ(shown(app::day_of_number(23, app::Epoch::from_1900)), "no date");
    EXPECT_EQ(shown(app::day_of_number(std::nan(""), app::Epoch::from_1900)), "no date");
    EXPECT_EQ(shown(app::hour_of_number(0.8958333)), "21:30");
    EXPECT_EQ(shown(app::hour_of_number(21)), "21:0");
    EXPECT_EQ(shown(app::hour_of_number(25)), "no hour");
}

TEST(Written, words_are_compared_without_accents_and_punctuation)
{
    EXPECT_EQ(app::folded("  Unità  Mobile (n. 1) "), "unita mobile n 1");
    EXPECT_EQ(app::folded("ÉTÀ/età"), "eta eta");
    EXPECT_EQ(app::folded(""), "");
    EXPECT_EQ(app::folded("阿明"), "阿明");
}

TEST(Written, files_of_any_common_encoding)
{
    EXPECT_EQ(app::to_utf8("caff\xE8 \x80"), "caffè €"); // Windows-1252
    EXPECT_EQ(app::to_utf8("\xEF\xBB\xBF"
                           "caff\xC3\xA8"),
              "caffè"); // UTF-8 with its mark
    EXPECT_EQ(app::to_utf8("caff\xC3\xA8"), "caffè");
    EXPECT_EQ(app::to_utf8(std::string_view("\xFF\xFE"
                                            "c\0\xE8\0",
                                            6)),
              "cè");
    EXPECT_EQ(app::to_utf8(""), "");
}

TEST(Written, lists)
{
    EXPECT_EQ(app::split_at(" francese ; wolof;; ", ";,"),
              (std::vector<std::string>{"francese", "wolof"}));
    EXPECT_TRUE(app::split_at("  ", ";,").empty());
}

// Whatever bytes come, an answer and no crash.
TEST(Written, survives_any_text)
{
    std::srand(7);
    const std::string alphabet = "0123456789/-.: ,TZ+novembrelunpam\xC3\xA0\xE8\xFF";
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (int i = std::rand() % 24; i > 0; --i)
            text += alphabet[static_cast<std::size_t>(std::rand()) % alphabet.size()];
        const auto clean = app::to_utf8(text);
        app::parse_written_day(clean);
        app::parse_written_hour(clean);
    }
}
