// SPDX-License-Identifier: EUPL-1.2
#include "base/calendar.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace {

// The lines as they stand in the file, each without its CRLF.
std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    std::size_t at = 0;
    for (auto end = text.find("\r\n"); end != std::string::npos; end = text.find("\r\n", at)) {
        lines.push_back(text.substr(at, end - at));
        at = end + 2;
    }
    EXPECT_EQ(at, text.size()) << "the last line has no end";
    return lines;
}

// As RFC 5545 says that it is read: CRLF and the blank after it are taken out.
std::string unfolded(std::string text)
{
    for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n "))
        text.erase(at, 3);
    return text;
}

} // namespace

TEST(Calendar, escapes_what_means_something_in_a_text)
{
    EXPECT_EQ(calendar::escaped("Via Giolitti, 34; primo piano"),
              "Via Giolitti\\, 34\\; primo piano");
    EXPECT_EQ(calendar::escaped("scala A\\B"), "scala A\\\\B");
    EXPECT_EQ(calendar::escaped("uno\r\ndue\ntre"), "uno\\ndue\\ntre");
    EXPECT_EQ(calendar::escaped("perché: sì"), "perché: sì");
}

TEST(Calendar, folds_long_lines_between_characters)
{
    EXPECT_EQ(calendar::folded("SUMMARY:breve"), "SUMMARY:breve\r\n");
    EXPECT_EQ(calendar::folded(std::string(75, 'a')), std::string(75, 'a') + "\r\n");
    EXPECT_EQ(calendar::folded(std::string(76, 'a')), std::string(75, 'a') + "\r\n a\r\n");
    for (const std::string character : {"a", "è", "€", "😀"})
        for (std::size_t before = 0; before < 5; ++before) {
            auto text = std::string(before, 'x');
            for (int i = 0; i < 100; ++i)
                text += character;
            const auto written = calendar::folded(text);
            EXPECT_EQ(unfolded(written), text + "\r\n");
            for (const auto& line : lines_of(written)) {
                EXPECT_LE(line.size(), 75u) << character;
                EXPECT_TRUE(is_utf8(line)) << character << " is cut in two";
            }
        }
}

TEST(Calendar, folds_even_what_is_no_text)
{
    const std::string bytes(200, '\x80');
    EXPECT_EQ(unfolded(calendar::folded(bytes)), bytes + "\r\n");
}

TEST(Calendar, says_where_only_of_what_has_a_place)
{
    const auto at = parse_instant("2026-11-24T09:30:00Z").value();
    const auto of = [&](const std::string& place) {
        return calendar::write({{"1@lgnet", at, at.plus_seconds(60), "Teatro", place}}, at);
    };
    EXPECT_NE(of("Via Galilei, 53").find("\r\nLOCATION:Via Galilei\\, 53\r\n"), std::string::npos);
    EXPECT_EQ(of("").find("LOCATION"), std::string::npos);
}

TEST(Calendar, is_written_in_utc_with_crlf)
{
    const auto begins = parse_instant("2026-11-24T09:30:00Z").value();
    const auto stamped = parse_instant("2026-11-23T21:15:07Z").value();
    const auto text = calendar::write({{"01900000-0000-7000-8000-0000001f1001@lgnet", begins,
                                        begins.plus_seconds(1800), "Appuntamento lgnet, 01900000"}},
                                      stamped);
    EXPECT_EQ(text, "BEGIN:VCALENDAR\r\n"
                    "VERSION:2.0\r\n"
                    "PRODID:-//lgnet//lgnet//IT\r\n"
                    "METHOD:PUBLISH\r\n"
                    "BEGIN:VEVENT\r\n"
                    "UID:01900000-0000-7000-8000-0000001f1001@lgnet\r\n"
                    "DTSTAMP:20261123T211507Z\r\n"
                    "DTSTART:20261124T093000Z\r\n"
                    "DTEND:20261124T100000Z\r\n"
                    "SUMMARY:Appuntamento lgnet\\, 01900000\r\n"
                    "CLASS:PRIVATE\r\n"
                    "END:VEVENT\r\n"
                    "END:VCALENDAR\r\n");
}
