// SPDX-License-Identifier: EUPL-1.2
#include "reports/email.h"

#include <gtest/gtest.h>

namespace reports {

TEST(Email, is_taken_apart_into_what_its_head_says)
{
    const auto parts = take_apart("From: \"Anna Bruni\" <anna@example.org>\r\n"
                                  "To: segnalazioni@example.org\r\n"
                                  "Subject: Un ragazzo solo\r\n"
                                  " vicino alla stazione\r\n"
                                  "Date: Mon, 23 Nov 2026 21:15:00 +0100 (CET)\r\n"
                                  "\r\n"
                                  "Buonasera,\r\n\r\nal binario 24 c'è un ragazzo.\r\n");
    EXPECT_EQ(parts.from_name, "Anna Bruni");
    EXPECT_EQ(parts.from_address, "anna@example.org");
    EXPECT_EQ(parts.subject, "Un ragazzo solo vicino alla stazione");
    ASSERT_TRUE(parts.sent_at);
    EXPECT_EQ(to_string(*parts.sent_at), "2026-11-23T20:15:00.000Z");
    EXPECT_EQ(parts.body, "Buonasera,\r\n\r\nal binario 24 c'è un ragazzo.");
}

TEST(Email, is_read_as_mail_programs_show_it_in_italian)
{
    const auto parts = take_apart("\n\nDa: Anna Bruni\nInviato: lunedì 23 novembre 2026 21:15\n"
                                  "A: Segnalazioni\nOggetto: Aiuto\n\nC'è una donna sola.");
    EXPECT_EQ(parts.from_name, "Anna Bruni");
    EXPECT_FALSE(parts.from_address);
    EXPECT_FALSE(parts.sent_at) << "a day in words is not guessed";
    EXPECT_EQ(parts.subject, "Aiuto");
    EXPECT_EQ(parts.body, "C'è una donna sola.");
}

TEST(Email, without_a_head_is_all_body)
{
    const auto parts = take_apart("Buonasera: vi scrivo per un signore.\nDa: ieri sta male.");
    EXPECT_FALSE(parts.from_name || parts.from_address || parts.subject || parts.sent_at);
    EXPECT_EQ(parts.body, "Buonasera: vi scrivo per un signore.\nDa: ieri sta male.");
    EXPECT_EQ(take_apart("").body, "");
    EXPECT_EQ(take_apart(" \n\n ").body, "");
}

TEST(Email, says_only_what_comes_first)
{
    const auto parts = take_apart("From: anna@example.org\nSubject: Uno\nSubject: Due\n\n"
                                  "> From: altri@example.org\ntesto");
    EXPECT_EQ(parts.from_address, "anna@example.org");
    EXPECT_EQ(parts.subject, "Uno");
    EXPECT_EQ(parts.body, "> From: altri@example.org\ntesto");
}

TEST(EmailDate, is_that_of_rfc_5322)
{
    const auto read = [](const char* text) {
        const auto at = parse_email_date(text);
        return at ? to_string(*at) : "";
    };
    EXPECT_EQ(read("23 Nov 2026 21:15 +0100"), "2026-11-23T20:15:00.000Z");
    EXPECT_EQ(read("Tue, 1 Dec 2026 00:00:59 -0530"), "2026-12-01T05:30:59.000Z");
    EXPECT_EQ(read("Mon, 23 Nov 2026 21:15:00 GMT"), "2026-11-23T21:15:00.000Z");
    for (const char* text :
         {"", "ieri", "23 Nov 2026", "31 Feb 2026 10:00 +0100", "23 Nov 2026 24:00 +0100",
          "23 Nov 2026 21:15 +9900", "23 Novembre 2026 21:15 +0100", "-3 Nov 2026 21:15 +0100"})
        EXPECT_EQ(read(text), "") << text;
}

} // namespace reports
