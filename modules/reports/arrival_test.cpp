// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "reports/arrival.h"
#include "reports/testing.h"

using test_reports::id;
using test_reports::text_of;

namespace {

class Arrival : public test_reports::Desk {
protected:
    // How often the text stands in a file of the store, sealed or not.
    std::string everything_stored()
    {
        std::string all;
        static const store::Sql columns("select id, number, channel, source, category, district,"
                                        " place, position, description, code_mark, sent_mark"
                                        " from reports_report");
        house_.store("roma").read([&](store::Transaction& transaction) {
            const auto rows = transaction.query(columns);
            while (rows->next())
                for (int column = 0; column < rows->columns(); ++column)
                    if (!rows->is_null(column))
                        all += std::string(rows->text(column)) + "\n";
        });
        return all;
    }
};

} // namespace

TEST_P(Arrival, from_the_public_page_needs_no_log_in_and_is_anonymous)
{
    EXPECT_EQ(send("s1", R"(,"place":"Sottopasso di via Marsala")"), "200");
    EXPECT_EQ(of("s1", "channel"), "public_page");
    EXPECT_EQ(of("s1", "source"), "101");
    EXPECT_EQ(of("s1", "status"), "received");
    EXPECT_EQ(of("s1", "number"), "RM-S00001");
    const auto sheet = get(marco, "GET /api/reports/reports/" + id("s1") + "/sheet");
    EXPECT_TRUE(sheet.root().member("reporter").is_null());
    EXPECT_EQ(text_of(sheet.root(), "place"), "Sottopasso di via Marsala");
}

TEST_P(Arrival, twice_is_once_with_the_same_code)
{
    const auto line = "POST /api/reports/public/roma/reports";
    const auto first = as_guest(line, body("s1"));
    const auto again = as_guest(line, body("s1"));
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(first.body, again.body);
    EXPECT_EQ(get(marco, "GET /api/reports/reports").root().member("items").size(), 1u);
    EXPECT_EQ(test_house::outcome_of(as_guest(line, body("s1", R"(,"description":"Altro testo")"))),
              "409 core.id_taken");
    auto other_ticket = body("s1");
    other_ticket.replace(other_ticket.find(id("ticket s1")), 36, id("ticket s2"));
    EXPECT_EQ(test_house::outcome_of(as_guest(line, other_ticket)), "409 core.id_taken")
        << "who knows the id learns no code";
}

TEST_P(Arrival, keeps_places_words_and_codes_out_of_what_is_stored)
{
    const auto code = record("s1", R"(,"place":"Via Marsala","description":"Uomo che trema",)"
                                   R"("position":"41.90123,12.50234")");
    auto digits = code;
    std::erase(digits, ' ');
    ASSERT_EQ(digits.size(), 16u);
    const auto stored = everything_stored();
    ASSERT_NE(stored.find("RM-I"), std::string::npos);
    for (const auto& secret :
         {std::string("Marsala"), std::string("trema"), std::string("41.90"), digits, code})
        EXPECT_EQ(stored.find(secret), std::string::npos) << secret;
}

TEST_P(Arrival, from_one_address_is_limited_and_leaves_nothing_when_refused)
{
    for (int i = 0; i < reports::sendings.from_one_address; ++i)
        EXPECT_EQ(send("s" + std::to_string(i)), "200");
    EXPECT_EQ(send("too many"), "429 core.too_often");
    EXPECT_EQ(send("too many", "", "192.0.2.2"), "200") << "from another address";
    EXPECT_EQ(outcome(marco, "GET /api/reports/reports/" + id("never sent")), "404 core.not_found");
    later(60);
    EXPECT_EQ(send("later"), "200");
}

TEST_P(Arrival, of_wrong_input_names_every_field)
{
    const auto line = "POST /api/reports/public/roma/reports";
    EXPECT_EQ(test_house::outcome_of(
                  as_guest(line, R"({"id":")" + id("s1") +
                                     R"(","ticket":"x","category":"UFO","district":"MI-1"})")),
              "422 ticket not_an_id category unknown_code district unknown_code description"
              " required");
    EXPECT_EQ(send("s1", R"(,"position":"a Roma")"), "422 position reports.not_a_position");
    EXPECT_EQ(send("s1", R"(,"photo":"bm8=")"), "422 photo reports.photo_unreadable");
    EXPECT_EQ(send("s1", R"(,"priority":"P1")"), "422 priority unknown_field")
        << "only the desk says how urgent it is";
    EXPECT_EQ(
        test_house::outcome_of(as_guest("POST /api/reports/public/atlantide/reports", body("s1"))),
        "404 core.not_found");
    EXPECT_EQ(
        test_house::outcome_of(as_guest("POST /api/reports/public/torino/reports", body("s1"))),
        "404 core.not_found")
        << "a city of the network whose store is elsewhere";
}

TEST_P(Arrival, from_a_partner_may_do_nothing_else)
{
    const auto partner = test_house::actor("numero verde@roma", core::reporting_partner);
    EXPECT_EQ(
        outcome(partner, "POST /api/reports/partner/reports", body("s1", R"(,"source":"105")")),
        "200");
    EXPECT_EQ(of("s1", "channel"), "partner");
    EXPECT_EQ(of("s1", "recorded_by_name"), "numero verde");
    for (const auto& line :
         {"GET /api/reports/reports", "GET /api/outreach/outings", "GET /api/outreach/contacts",
          "GET /api/access/teams", "GET /api/reports/dispatches"})
        EXPECT_EQ(outcome(partner, line).substr(0, 3), "404") << line;
    EXPECT_EQ(outcome(partner, "GET /api/reports/reports/" + id("s1") + "/sheet"),
              "404 core.not_found")
        << "not even its own";
    EXPECT_EQ(outcome(marco, "POST /api/reports/partner/reports", body("s2")),
              "404 core.not_found");
}

TEST_P(Arrival, shows_a_form_of_open_cities_only)
{
    const auto form = as_guest("GET /api/reports/public/roma");
    ASSERT_EQ(form.status, 200) << form.body;
    const auto document = JsonDocument::parse(form.body);
    EXPECT_EQ(text_of(document.root(), "name"), "Roma");
    EXPECT_GT(document.root().member("districts").size(), 10u);
    EXPECT_EQ(test_house::outcome_of(as_guest("GET /api/reports/public/torino")),
              "404 core.not_found");
    EXPECT_EQ(test_house::outcome_of(as_guest("GET /api/reports/public/nowhere")),
              "404 core.not_found");
}

TEST_P(Arrival, by_email_is_taken_apart_and_nothing_is_kept)
{
    const auto response = asked(
        paola, "POST /api/reports/email",
        R"({"text":"From: Anna <anna@example.org>\nSubject: Aiuto\n\nUn ragazzo dorme qui"})");
    ASSERT_EQ(response.status, 200) << response.body;
    const auto document = JsonDocument::parse(response.body);
    EXPECT_EQ(text_of(document.root(), "from_address"), "anna@example.org");
    EXPECT_EQ(text_of(document.root(), "body"), "Un ragazzo dorme qui");
    EXPECT_EQ(get(marco, "GET /api/reports/reports").root().member("items").size(), 0u);
}

INSTANTIATE_TEST_SUITE_P(Both, Arrival, test_stores::both(), ::testing::PrintToStringParamName());
