// SPDX-License-Identifier: EUPL-1.2
// Who is erased is nowhere any more, under none of their records, and no figure has changed.
#include <gtest/gtest.h>

#include "core/samples.h"
#include "rights/rows.h"
#include "tests/cast_house.h"

namespace {

using tests::CastHouse;
using Persons = std::vector<Id<people::Person>>;

std::string bare(const char* sample) { return std::string(std::string_view(sample).substr(1, 36)); }

const std::string of_yusuf = bare(core::samples::rights_request_approved);
const std::string of_fatou = bare(core::samples::rights_request_granted);

std::string request(const std::string& id, const std::string& rest)
{
    return "/api/rights/requests/" + id + rest;
}

class Erasure : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Erasure() : house_(GetParam()) {}

    core::Response ask(const std::string& login, const std::string& line, std::string body = {})
    {
        return house_.ask(login, line, std::move(body), "rights_request");
    }

    std::string answer(const std::string& login, const std::string& line, std::string body = {})
    {
        const auto response = ask(login, line, std::move(body));
        EXPECT_LT(response.status, 300) << line << ": " << response.body;
        return response.body;
    }

    // "409 rights.four_eyes".
    std::string refusal(const std::string& login, const std::string& line)
    {
        const auto response = ask(login, line);
        EXPECT_GE(response.status, 400) << line;
        const auto document = JsonDocument::parse(response.body);
        return std::to_string(response.status) + " " +
               std::string(document.root().member("code").text());
    }

    Id<people::Person> person_of(const std::string& id)
    {
        const auto document = JsonDocument::parse(answer("marco@roma", "GET " + request(id, "")));
        return parse_id<people::Person>(document.root().member("person").text()).value();
    }

    // Every sealed value that is still held of these records, as "table.column: value".
    std::vector<std::string> sealed_of(const Persons& persons)
    {
        std::vector<std::string> found;
        house_.store("roma").read([&](store::Transaction& transaction) {
            const auto& all = house_.house().holdings();
            for (const auto& holding : all)
                for (const auto& person : persons)
                    for (const auto& row : rights::held_rows(transaction, all, holding, person))
                        for (std::size_t i = 0; i < holding.fields.size(); ++i) {
                            const auto& field = holding.fields[i];
                            const auto value = row.values[i].value_or("");
                            const bool is_month = field.month_kept && value.ends_with("-01");
                            if (field.sealed() && !field.kept && !value.empty() && !is_month)
                                found.push_back(holding.table + "." + field.name + ": " + value);
                        }
        });
        return found;
    }

    std::string board()
    {
        return house_.ask("marco@roma", "GET /api/monitoring/board?period=2026", "", "statistics")
            .body;
    }

    bool finds(const std::string& text)
    {
        const auto document = JsonDocument::parse(
            answer("sara@roma", "POST /api/people/search", R"({"text":")" + text + "\"}"));
        return document.root().member("items").size() > 0;
    }

    CastHouse house_;
};

} // namespace

TEST_P(Erasure, takes_everything_that_says_who_somebody_is_and_no_figure)
{
    const auto yusuf = person_of(of_yusuf);
    EXPECT_GE(sealed_of({yusuf}).size(), 4U); // names, needs, notes, the request itself
    ASSERT_TRUE(finds("Haidari"));
    const auto before = board();
    ASSERT_NE(before.find("NET-01"), std::string::npos) << before;

    answer("marco@roma", "POST " + request(of_yusuf, "/erasure"));

    EXPECT_EQ(::testing::PrintToString(sealed_of({yusuf})), "{}");
    EXPECT_FALSE(finds("Haidari"));
    EXPECT_EQ(board(), before);
    const auto shown = answer("marco@roma", "GET /api/people/persons/" + to_string(yusuf));
    EXPECT_EQ(shown.find("Yusuf"), std::string::npos) << shown;
    EXPECT_NE(shown.find("erased_at"), std::string::npos) << shown;
    EXPECT_EQ(
        ask("sara@roma", "PUT /api/people/persons/" + to_string(yusuf), R"({"given_name":"Yusuf"})")
            .status,
        409);
    // Said again, it changes nothing; taken back, it is not.
    answer("marco@roma", "POST " + request(of_yusuf, "/erasure"));
    EXPECT_EQ(refusal("dpo@roma", "DELETE " + request(of_yusuf, "/erasure/approval")),
              "409 rights.carried_out");
    EXPECT_EQ(refusal("marco@roma", "DELETE " + request(of_yusuf, "/answer")),
              "409 rights.carried_out");
    EXPECT_EQ(house_.journal_fault(), "");
}

// What was answered to whoever added her, and is kept for a telephone that asks again, goes too.
TEST_P(Erasure, forgets_what_was_answered)
{
    const auto fatou = to_string(person_of(of_fatou));
    const auto again = [&] {
        return house_
            .ask("paola@roma", "POST /api/people/persons",
                 R"({"id":")" + fatou +
                     R"(","given_name":"Fatou","family_name":"Ndiaye","gender":"F",)"
                     R"("birth_year":1990,"citizenship":"SN","languages":["wo"]})",
                 "outreach")
            .body;
    };
    ASSERT_NE(again().find("Ndiaye"), std::string::npos) << again();
    answer("dpo@roma", "PUT " + request(of_fatou, "/erasure/approval"));
    answer("marco@roma", "POST " + request(of_fatou, "/erasure"));
    EXPECT_EQ(again().find("Ndiaye"), std::string::npos) << again();
}

TEST_P(Erasure, needs_a_grant_an_approval_and_another_hand)
{
    EXPECT_EQ(refusal("marco@roma", "POST " + request(of_fatou, "/erasure")),
              "409 rights.not_approved");
    answer("dpo@roma", "PUT " + request(of_fatou, "/erasure/approval"));
    EXPECT_EQ(refusal("marco@roma", "DELETE " + request(of_fatou, "/answer")),
              "409 rights.approved");
    answer("dpo@roma", "DELETE " + request(of_fatou, "/erasure/approval"));
    answer("marco@roma", "DELETE " + request(of_fatou, "/answer"));
    EXPECT_EQ(refusal("dpo@roma", "PUT " + request(of_fatou, "/erasure/approval")),
              "409 rights.not_granted");
    EXPECT_EQ(refusal("dpo@roma",
                      "PUT " + request(bare(core::samples::rights_request), "/erasure/approval")),
              "409 rights.not_an_erasure");
}

TEST_P(Erasure, of_one_record_is_that_of_every_record)
{
    const auto fatou = person_of(of_fatou);
    const auto merged =
        JsonDocument::parse(answer("sara@roma", "GET /api/people/persons/" + to_string(fatou)));
    Persons everyone{fatou};
    const auto others = merged.root().member("merged");
    ASSERT_EQ(others.size(), 1U);
    everyone.push_back(parse_id<people::Person>(others.at(0).member("person").text()).value());
    ASSERT_TRUE(finds("Fatoumata"));

    answer("dpo@roma", "PUT " + request(of_fatou, "/erasure/approval"));
    answer("marco@roma", "POST " + request(of_fatou, "/erasure"));
    EXPECT_EQ(::testing::PrintToString(sealed_of(everyone)), "{}");
    EXPECT_FALSE(finds("Fatoumata"));
    EXPECT_FALSE(finds("Ndiaye"));
}

// Amina is in charge: nothing of her goes.
TEST_P(Erasure, waits_until_nothing_goes_on)
{
    const std::string id = "01900000-0000-7000-8000-000000230a01";
    answer("sara@roma", "POST /api/rights/requests",
           R"({"id":")" + id + R"(","person":)" + core::samples::amina +
               R"(,"kind":"ERASURE","received_on":"2026-11-23","how":"IN_PERSON"})");
    answer("marco@roma", "PUT " + request(id, "/answer"),
           R"({"outcome":"GRANTED","answered_on":"2026-11-23"})");
    EXPECT_EQ(refusal("dpo@roma", "PUT " + request(id, "/erasure/approval")),
              "409 rights.still_running");
    const auto preview = answer("marco@roma", "GET " + request(id, "/erasure"));
    const auto running = preview.find(R"("running":[{)");
    ASSERT_NE(running, std::string::npos) << preview;
    EXPECT_NE(preview.find(R"("section":"case")", running), std::string::npos) << preview;
}

INSTANTIATE_TEST_SUITE_P(Both, Erasure, test_stores::both(), ::testing::PrintToStringParamName());
