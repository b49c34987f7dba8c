// SPDX-License-Identifier: EUPL-1.2
// Acts that speak no JSON: the same path, another language at its two ends. With the letters of
// testing_garden.h, on both databases.
#include <gtest/gtest.h>

#include "core/testing_garden.h"

using garden::Garden;

namespace {

const std::string fern = "01900000-0000-7000-8000-00000000aa01";

class Letters : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    using Headers = std::vector<std::pair<std::string, std::string>>;

    core::Response send(const std::string& login, std::string_view line, std::string letter = {},
                        const Headers& more = {})
    {
        core::Request request = test_house::request(line, std::move(letter), "");
        request.headers = {{"writes", "plain"}};
        if (!login.empty())
            request.headers.emplace_back("authorization", "Basic " + login + ":secret");
        request.headers.insert(request.headers.end(), more.begin(), more.end());
        return garden.house->answer(request);
    }

    // "201 planted"
    static std::string said(const core::Response& response)
    {
        return std::to_string(response.status) + " " + response.body;
    }

    static std::string header(const core::Response& response, std::string_view name)
    {
        std::string all;
        for (const auto& [each, value] : response.headers)
            if (each == name)
                all += (all.empty() ? "" : "; ") + value;
        return all;
    }

    // "garden.plant done", line by line.
    std::vector<std::string> lines()
    {
        std::vector<std::string> shown;
        for (const auto& line : garden.journal())
            shown.push_back(line.act + " " + line.outcome);
        return shown;
    }

    Garden garden{GetParam()};
};

using Lines = std::vector<std::string>;

} // namespace

INSTANTIATE_TEST_SUITE_P(Both, Letters, test_stores::both(), ::testing::PrintToStringParamName());

TEST_P(Letters, become_the_same_act_with_its_receipt_and_line)
{
    const auto response = send("sara@roma", "POST /garden/roma/letters", fern + " F");
    EXPECT_EQ(said(response), "201 planted");
    EXPECT_EQ(response.content_type, "text/plain");
    EXPECT_EQ(header(response, "Written"), "plainly");
    EXPECT_EQ(garden.plants(), 1);
    EXPECT_EQ(lines(), (Lines{"garden.plant done", "garden.take_letter done"}));

    // Again: the receipt of the act inside answers.
    EXPECT_EQ(said(send("sara@roma", "POST /garden/roma/letters", fern + " F")), "201 planted");
    EXPECT_EQ(garden.plants(), 1);
    // And by the front door, it is the same plant.
    const auto asked = garden.ask("sara@roma", "POST /api/garden/plants",
                                  R"({"id": ")" + fern + R"(", "gender": "F"})");
    EXPECT_EQ(asked.status, 201);
    EXPECT_EQ(garden.plants(), 1);
}

TEST_P(Letters, are_done_in_the_name_of_another_but_the_journal_says_who_asked)
{
    const auto response = send("sara@roma", "POST /garden/roma/letters", fern + " F",
                               {{"in-the-name-of", "the keeper"}});
    EXPECT_EQ(said(response), "201 planted");
    for (const auto& line : garden.journal())
        EXPECT_EQ(line.actor, to_string(garden.accounts.at("sara@roma").account));
    // The receipt is the keeper's.
    EXPECT_EQ(said(send("sara@roma", "POST /garden/roma/letters", fern + " F")),
              "202 kept for core.id_taken");
}

TEST_P(Letters, that_are_refused_are_kept_after_everything_else_was_taken_back)
{
    // The rule says no after the row was written: it is taken back, and the letter kept.
    EXPECT_EQ(said(send("sara@roma", "POST /garden/roma/letters", fern + " U")),
              "202 kept for garden.no_room");
    EXPECT_EQ(garden.plants(), 1);
    EXPECT_EQ(garden::yard().committed, 0);
    EXPECT_EQ(lines(), (Lines{"garden.take_letter garden.no_room"}));

    EXPECT_EQ(said(send("sara@roma", "POST /garden/roma/letters", fern + " Q")),
              "202 kept for core.input_invalid");
    // Paola may write letters, but not plant.
    EXPECT_EQ(said(send("paola@roma", "POST /garden/roma/letters", fern + " F")),
              "202 kept for core.not_found");
    // What the schema refuses is a conflict.
    EXPECT_EQ(said(send("sara@roma", "POST /garden/roma/letters", fern + " M")),
              "202 kept for core.conflict");
    EXPECT_EQ(garden.plants(), 4);
}

TEST_P(Letters, may_be_kept_and_refused_all_the_same)
{
    const auto response = send("sara@roma", "POST /garden/roma/letters", "scrawl");
    EXPECT_EQ(said(response), "400 it: garden.unreadable");
    EXPECT_EQ(header(response, "Written"), "plainly");
    EXPECT_EQ(garden.plants(), 1);
    EXPECT_EQ(lines(), (Lines{"garden.take_letter garden.unreadable"}));
}

TEST_P(Letters, that_nobody_keeps_are_refused)
{
    EXPECT_EQ(said(send("sara@roma", "POST /garden/roma/letters?number=7", fern + " U")),
              "409 it: garden.no_room");
    EXPECT_EQ(garden.plants(), 0);
    EXPECT_EQ(lines(), (Lines{"garden.take_letter garden.no_room"}));
}

TEST_P(Letters, every_refusal_speaks_the_dialect)
{
    const auto guest = send("", "POST /garden/roma/letters", "scrawl");
    EXPECT_EQ(said(guest), "401 it: core.log_in_first");
    EXPECT_EQ(header(guest, "WWW-Authenticate"), R"(Basic realm="lgnet", charset="UTF-8"; Bearer)");
    EXPECT_EQ(said(send("nobody@roma", "GET /garden/roma/gate")), "401 it: garden.unknown_word");
    EXPECT_EQ(said(send("ada@roma", "GET /garden/roma/gate")), "404 it: core.not_found");
    EXPECT_EQ(said(send("sara@roma", "GET /garden/roma/shed")), "404 it: core.not_found");
    EXPECT_EQ(said(send("sara@roma", "DELETE /garden/roma/gate")), "405 it: core.method");
    EXPECT_EQ(said(send("sara@roma", "GET /garden/roma/gate", "", {{"accept-language", "en"}})),
              "200 gate 0");
    EXPECT_EQ(said(send("ada@roma", "GET /garden/x/gate", "", {{"accept-language", "en"}})),
              "404 en: core.not_found");
    EXPECT_EQ(garden.house->refusal("/garden/x", "it", Problem(413, "core.too_large")).body,
              "it: core.too_large");
    EXPECT_EQ(garden.house->refusal("/api/x", "it", Problem(413, "core.too_large")).content_type,
              "application/problem+json");
}

TEST_P(Letters, come_with_the_headers_of_the_dialect_and_an_open_query)
{
    core::Request bare = test_house::request("GET /garden/roma/gate");
    bare.headers = {{"authorization", "Basic sara@roma:secret"}};
    EXPECT_EQ(said(garden.house->answer(bare)), "400 it: core.header_missing");
    EXPECT_EQ(said(send("sara@roma", "GET /garden/roma/gate?number=3&deviceID=x")), "200 gate 3");
    EXPECT_EQ(said(send("sara@roma", "GET /garden/roma/gate?number=x")),
              "422 it: core.input_invalid");
}

TEST_P(Letters, passwords_open_nothing_but_the_dialect)
{
    core::Request request = test_house::request("GET /api/garden/count");
    request.headers = {{"authorization", "Basic sara@roma:secret"}};
    EXPECT_EQ(garden.house->answer(request).status, 401);
}
