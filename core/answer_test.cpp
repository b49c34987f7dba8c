// SPDX-License-Identifier: EUPL-1.2
// The one path of every request, walked with the small garden of testing_garden.h on both
// databases.
#include <gtest/gtest.h>

#include <thread>

#include "core/testing_garden.h"
#include "core/version.h"

using garden::Garden;

namespace {

constexpr auto fern = "01900000-0000-7000-8000-00000000aa01";
constexpr auto rose = "01900000-0000-7000-8000-00000000aa02";
constexpr auto amina = "01900000-0000-7000-8000-0000000b0001";

std::string plant(const std::string& id, const std::string& gender = "F",
                  const std::string& keeper = "Amina")
{
    return R"({"id": ")" + id + R"(", "gender": ")" + gender + R"(", "keeper": ")" + keeper +
           R"(", "person": ")" + amina + "\"}";
}

std::string code_of(const core::Response& response)
{
    const auto document = JsonDocument::parse(response.body);
    return std::string(document.root().member("code").text());
}

// "404 core.not_found", or "200" where all is well.
std::string outcome(const core::Response& response)
{
    const auto status = std::to_string(response.status);
    return response.status < 400 ? status : status + " " + code_of(response);
}

std::string header(const core::Response& response, std::string_view name)
{
    for (const auto& [each, value] : response.headers)
        if (each == name)
            return value;
    return "";
}

// "sara act purpose outcome" of a line, for the house of the test.
std::string shown(const core::JournalLine& line)
{
    return line.act + " " + (line.purpose.empty() ? "-" : line.purpose) + " " + line.outcome;
}

struct Bed {
    static constexpr const char* title = "Bed";
    int version = 3;
    static constexpr auto fields() { return std::tuple(field("version", &Bed::version)); }
};

class Path : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Garden garden{GetParam()};
};

} // namespace

INSTANTIATE_TEST_SUITE_P(Both, Path, test_stores::both(), ::testing::PrintToStringParamName());

TEST_P(Path, leads_from_a_request_to_a_row_a_line_and_an_answer)
{
    const auto made = garden.ask("sara@roma", "POST /api/garden/plants", plant(fern));
    EXPECT_EQ(made.status, 201);
    EXPECT_EQ(made.content_type, "application/json; charset=utf-8");
    EXPECT_EQ(made.body, R"({"id":"01900000-0000-7000-8000-00000000aa01","gender":"F",)"
                         R"("keeper":"Amina","person":"01900000-0000-7000-8000-0000000b0001"})");
    EXPECT_EQ(garden.plants(), 1);
    EXPECT_EQ(garden::yard().committed, 1);

    const auto journal = garden.journal();
    ASSERT_EQ(journal.size(), 1u);
    EXPECT_EQ(journal[0].actor, to_string(garden.accounts.at("sara@roma").account));
    EXPECT_EQ(journal[0].act, "garden.plant");
    EXPECT_EQ(journal[0].thing, fern);
    EXPECT_EQ(journal[0].person, amina);
    EXPECT_EQ(journal[0].outcome, "done");
    EXPECT_EQ(journal[0].at, garden.now);
}

TEST_P(Path, ends_where_nobody_knows_the_address)
{
    EXPECT_EQ(outcome(garden.ask("", "GET /api/garden/nothing")), "401 core.log_in_first");
    for (const auto* path :
         {"/api/garden/nothing", "/api/garden", "/api/garden/plants/", "/", "/api/garden/count/",
          "/api/garden/plants/x/water/y", "//api/garden/count", "api/garden/count", ""})
        EXPECT_EQ(outcome(garden.ask("sara@roma", "GET " + std::string(path))),
                  "404 core.not_found")
            << path;
    EXPECT_EQ(outcome(garden.ask("sara@roma", "PUT /api/garden/count")), "405 core.method");
    EXPECT_TRUE(garden.journal().empty());
}

TEST_P(Path, takes_head_for_get)
{
    EXPECT_EQ(garden.ask("sara@roma", "HEAD /api/garden/count").status, 200);
    EXPECT_EQ(outcome(garden.ask("sara@roma", "HEAD /api/garden/search")), "405 core.method");
}

TEST_P(Path, is_closed_to_guests)
{
    for (const auto* line :
         {"GET /api/garden/count", "POST /api/garden/plants", "DELETE /api/garden/plants/x"}) {
        const auto response = garden.ask("", line, plant(fern));
        EXPECT_EQ(outcome(response), "401 core.log_in_first") << line;
        EXPECT_EQ(header(response, "WWW-Authenticate"), "Bearer");
    }
    EXPECT_EQ(garden.plants(), 0);
    EXPECT_EQ(outcome(garden.ask("nobody@roma", "GET /api/garden/count")), "401 core.log_in_first");
}

// Asked by the door, before it reads the body.
TEST_P(Path, takes_a_large_body_from_who_may_send_one)
{
    const auto most = [&](const std::string& login, const std::string& line) {
        try {
            return std::to_string(garden.house->large_body_bytes(garden.request(login, line)));
        } catch (const Problem& problem) {
            return std::to_string(problem.status) + " " + problem.code;
        }
    };
    EXPECT_EQ(most("sara@roma", "POST /api/garden/plants"), "5000");
    EXPECT_EQ(most("paola@roma", "POST /api/garden/plants"), "404 core.not_found");
    EXPECT_EQ(most("anna@rete", "POST /api/garden/plants"), "404 core.not_found");
    EXPECT_EQ(most("", "POST /api/garden/plants"), "401 core.log_in_first");
    EXPECT_EQ(most("sara@roma", "PUT /api/garden/plants"), "0");
    EXPECT_EQ(most("sara@roma", "POST /api/garden/search"), "0");
    EXPECT_EQ(most("", "POST /api/garden/nothing"), "0");
}

TEST_P(Path, hides_what_one_may_not_do_and_journals_the_attempt)
{
    EXPECT_EQ(outcome(garden.ask("paola@roma", "POST /api/garden/plants", plant(fern))),
              "404 core.not_found");
    EXPECT_EQ(outcome(garden.ask("ada@roma", "GET /api/garden/plants/" + std::string(fern))),
              "404 core.not_found");
    // Not even whether the input was well formed.
    EXPECT_EQ(outcome(garden.ask("paola@roma", "POST /api/garden/plants", "{")),
              "404 core.not_found");
    EXPECT_EQ(garden.plants(), 0);
    const auto journal = garden.journal();
    ASSERT_EQ(journal.size(), 3u);
    EXPECT_EQ(shown(journal[0]), "garden.plant - core.not_found");
    EXPECT_EQ(journal[0].actor, to_string(garden.accounts.at("paola@roma").account));
    EXPECT_EQ(shown(journal[1]), "garden.get_plant - core.not_found");
}

TEST_P(Path, keeps_each_act_on_its_kind_of_store)
{
    EXPECT_EQ(garden.ask("anna@rete", "GET /api/garden/above").status, 200);
    EXPECT_EQ(outcome(garden.ask("anna@rete", "GET /api/garden/count")), "404 core.not_found");
    EXPECT_EQ(outcome(garden.ask("sara@roma", "GET /api/garden/above")), "404 core.not_found");
}

TEST_P(Path, asks_a_browser_for_the_mark_of_its_session)
{
    auto request = garden.request("sara@roma", "POST /api/garden/plants", plant(fern));
    for (auto& [name, value] : request.headers)
        if (name == "lgnet-csrf")
            value = "csrf of luca@roma";
    EXPECT_EQ(outcome(garden.house->answer(request)), "403 core.csrf");
    std::erase_if(request.headers, [](const auto& one) { return one.first == "lgnet-csrf"; });
    EXPECT_EQ(outcome(garden.house->answer(request)), "403 core.csrf");
    request.method = "DELETE";
    request.path += "/" + std::string(fern);
    EXPECT_EQ(outcome(garden.house->answer(request)), "403 core.csrf");
    EXPECT_EQ(garden.plants(), 0);

    request.method = "GET";
    request.path = "/api/garden/count";
    EXPECT_EQ(outcome(garden.house->answer(request)), "200");
}

TEST_P(Path, asks_no_machine_for_it)
{
    garden.accounts.at("sara@roma").machine = true;
    garden.accounts.at("sara@roma").csrf.clear();
    auto request = garden.request("sara@roma", "POST /api/garden/plants", plant(fern));
    std::erase_if(request.headers, [](const auto& one) { return one.first == "lgnet-csrf"; });
    EXPECT_EQ(outcome(garden.house->answer(request)), "201");
    // What is asked in the program itself comes from no browser either.
    const auto luca = garden.accounts.at("luca@roma");
    EXPECT_EQ(outcome(garden.house->ask(
                  luca, test_house::request("POST /api/garden/plants", plant(rose)))),
              "201");
}

TEST_P(Path, discloses_a_person_only_for_a_purpose)
{
    garden.ask("sara@roma", "POST /api/garden/plants", plant(fern));
    const auto get = "GET /api/garden/plants/" + std::string(fern);
    const auto refused = garden.ask("sara@roma", get, "", "");
    EXPECT_EQ(outcome(refused), "400 core.purpose_missing");
    EXPECT_NE(refused.body.find("supervision"), std::string::npos) << refused.body;
    EXPECT_EQ(outcome(garden.ask("sara@roma", get, "", "curiosity")), "400 core.purpose_missing");
    // A purpose that nobody knows is wrong also where none is needed.
    EXPECT_EQ(outcome(garden.ask("sara@roma", "GET /api/garden/count", "", "curiosity")),
              "400 core.purpose_missing");
    EXPECT_EQ(outcome(garden.ask("sara@roma", "GET /api/garden/count", "", "")), "200");

    EXPECT_EQ(outcome(garden.ask("sara@roma", get, "", "supervision")), "200");
    const auto journal = garden.journal();
    ASSERT_EQ(journal.size(), 2u);
    EXPECT_EQ(shown(journal[1]), "garden.get_plant supervision done");
    EXPECT_EQ(journal[1].thing, fern);
    EXPECT_EQ(journal[1].person, amina); // known only from the answer
}

TEST_P(Path, journals_who_looked_for_what_is_not_there)
{
    EXPECT_EQ(outcome(garden.ask("sara@roma", "GET /api/garden/plants/" + std::string(rose))),
              "404 core.not_found");
    const auto journal = garden.journal();
    ASSERT_EQ(journal.size(), 1u);
    EXPECT_EQ(shown(journal[0]), "garden.get_plant care core.not_found");
    EXPECT_EQ(journal[0].thing, rose);
}

TEST_P(Path, takes_json_and_nothing_else)
{
    auto request = garden.request("sara@roma", "POST /api/garden/plants", plant(fern));
    for (const auto* type : {"text/plain", "application/x-www-form-urlencoded", "",
                             "application/jsonp", "multipart/form-data"}) {
        for (auto& [name, value] : request.headers)
            if (name == "content-type")
                value = type;
        EXPECT_EQ(outcome(garden.house->answer(request)), "415 core.content_type") << type;
    }
    for (const auto* type : {"application/json", "application/json; charset=utf-8",
                             "Application/JSON;charset=UTF-8"}) {
        for (auto& [name, value] : request.headers)
            if (name == "content-type")
                value = type;
        EXPECT_EQ(outcome(garden.house->answer(request)), "201") << type;
    }
}

TEST_P(Path, refuses_what_it_cannot_read_and_changes_nothing)
{
    const auto outcome_of = [&](const std::string& body) {
        return outcome(garden.ask("sara@roma", "POST /api/garden/plants", body));
    };
    EXPECT_EQ(outcome_of("{\"id\": "), "400 core.not_json");
    EXPECT_EQ(outcome_of("{\"id\": \"\xff\"}"), "400 core.not_json");
    EXPECT_EQ(outcome_of("[]"), "422 core.input_invalid");
    EXPECT_EQ(outcome_of("\"text\""), "422 core.input_invalid");
    EXPECT_EQ(outcome_of(""), "422 core.input_invalid");
    const auto refused = garden.ask("sara@roma", "POST /api/garden/plants",
                                    R"({"id": "7", "gender": "Z", "colour": "red"})");
    EXPECT_EQ(refused.content_type, "application/problem+json");
    const auto document = JsonDocument::parse(refused.body);
    const auto errors = document.root().member("errors");
    ASSERT_EQ(errors.size(), 3u);
    EXPECT_EQ(errors.at(0).member("field").text(), "id");
    EXPECT_EQ(errors.at(1).member("code").text(), "unknown_code");
    EXPECT_NE(errors.at(1).member("title").text().find("«Z»"), std::string::npos);
    EXPECT_EQ(errors.at(2).member("field").text(), "colour");
    EXPECT_EQ(garden.plants(), 0);
    EXPECT_TRUE(garden.journal().empty()); // a slip of the pen is nobody's attempt
}

TEST_P(Path, reads_the_query_of_a_question_and_the_place_in_the_route)
{
    EXPECT_EQ(garden.ask("sara@roma", "GET /api/garden/plants?limit=7&kept=true").body,
              R"({"plants":7})");
    EXPECT_EQ(outcome(garden.ask("sara@roma", "GET /api/garden/plants?limit=0")),
              "422 core.input_invalid");
    EXPECT_EQ(outcome(garden.ask("sara@roma", "GET /api/garden/plants?colour=red")),
              "422 core.input_invalid");
    EXPECT_EQ(outcome(garden.ask("sara@roma", "GET /api/garden/count?limit=1")),
              "422 core.input_invalid");
    EXPECT_EQ(outcome(garden.ask("sara@roma", "GET /api/garden/plants/seven")),
              "422 core.input_invalid");
    // The route says which thing is meant; another id in the query changes nothing.
    garden.ask("sara@roma", "POST /api/garden/plants", plant(fern));
    const auto found = garden.ask("sara@roma", "GET /api/garden/plants/" + std::string(fern) +
                                                   "?id=" + std::string(rose));
    EXPECT_NE(found.body.find(fern), std::string::npos);
}

TEST_P(Path, says_that_it_was_done_when_the_answer_is_too_old_to_be_kept)
{
    garden.ask("sara@roma", "POST /api/garden/plants", plant(fern));
    const auto uproot = "DELETE /api/garden/plants/" + std::string(fern);
    EXPECT_EQ(garden.ask_once("sara@roma", uproot, rose).status, 204);
    garden.roma().write([&](store::Transaction& transaction) {
        core::forget_answers_before(transaction, garden.now);
        EXPECT_TRUE(core::find_receipt(transaction, "garden.plant", *parse_uuid(fern))->answer);
        core::forget_answers_before(transaction, garden.now.plus_seconds(1));
        EXPECT_FALSE(core::find_receipt(transaction, "garden.plant", *parse_uuid(fern))->answer);
    });
    const auto again = garden.ask("sara@roma", "POST /api/garden/plants", plant(fern));
    EXPECT_EQ(outcome(again), "409 core.done_before");
    EXPECT_EQ(header(again, "Lgnet-Receipt"), fern);
    EXPECT_EQ(outcome(garden.ask_once("sara@roma", uproot, rose)), "409 core.done_before");
    EXPECT_EQ(garden.plants(), 0);
    // What it is not the receipt of is still not taken for it.
    const auto other =
        garden.ask("sara@roma", "POST /api/garden/plants", plant(fern, "F", "Other"));
    EXPECT_EQ(outcome(other), "409 core.id_taken");
    EXPECT_EQ(header(other, "Lgnet-Receipt"), "");
}

TEST_P(Path, gives_a_receipt_for_what_was_done_and_for_nothing_else)
{
    const auto first = garden.ask("sara@roma", "POST /api/garden/plants", plant(fern));
    EXPECT_EQ(header(first, "Lgnet-Receipt"), fern);
    const auto again = garden.ask("sara@roma", "POST /api/garden/plants", plant(fern));
    EXPECT_EQ(header(again, "Lgnet-Receipt"), fern);
    const auto refused = garden.ask("sara@roma", "POST /api/garden/plants", plant(rose, "U"));
    EXPECT_EQ(outcome(refused), "409 garden.no_room");
    EXPECT_EQ(header(refused, "Lgnet-Receipt"), "");
    EXPECT_EQ(header(garden.ask("sara@roma", "GET /api/garden/count"), "Lgnet-Receipt"), "");
}

TEST_P(Path, does_a_change_once_under_the_id_that_its_sender_gave_it)
{
    garden.ask("sara@roma", "POST /api/garden/plants", plant(fern));
    const auto uproot = "DELETE /api/garden/plants/" + std::string(fern);
    const auto first = garden.ask_once("sara@roma", uproot, rose);
    EXPECT_EQ(first.status, 204);
    EXPECT_EQ(header(first, "Lgnet-Receipt"), rose);
    // Sent again it is the same; without that id it is another one, with nothing left to do.
    EXPECT_EQ(garden.ask_once("sara@roma", uproot, rose).status, 204);
    EXPECT_EQ(outcome(garden.ask("sara@roma", uproot)), "404 core.not_found");
    EXPECT_EQ(outcome(garden.ask_once("luca@roma", uproot, rose)), "409 core.id_taken");
    EXPECT_EQ(outcome(garden.ask_once("sara@roma", uproot, "tomorrow")),
              "400 core.once_unreadable");

    // Where the thing has an id of its own, that is the one that counts.
    EXPECT_EQ(header(garden.ask_once("sara@roma", "POST /api/garden/plants", rose, plant(rose)),
                     "Lgnet-Receipt"),
              rose);
    // A question has none, and what was answered with a problem was not done.
    const auto search = garden.ask_once("paola@roma", "POST /api/garden/search", fern, "{}");
    EXPECT_EQ(header(search, "Lgnet-Receipt"), "");
    const auto drowned =
        garden.ask_once("sara@roma", "POST /api/garden/plants/" + std::string(rose) + "/water",
                        fern, R"({"how": "too much"})");
    EXPECT_EQ(outcome(drowned), "429 garden.drowned");
    EXPECT_EQ(header(drowned, "Lgnet-Receipt"), "");
}

TEST(Version, says_what_stands_now_to_who_did_not_know_of_it)
{
    core::check_base(std::nullopt, Bed{});
    core::check_base(3, Bed{});
    try {
        core::check_base(2, Bed{});
        FAIL();
    } catch (const Problem& problem) {
        EXPECT_EQ(problem.status, 409);
        EXPECT_EQ(problem.code, "core.changed_meanwhile");
        const auto json = core::Words().problem_json("en", problem);
        EXPECT_NE(json.find(R"("standing":{"version":3})"), std::string::npos) << json;
    }
}

TEST_P(Path, answers_a_repeated_request_as_the_first_time)
{
    const auto first = garden.ask("sara@roma", "POST /api/garden/plants", plant(fern));
    garden.now = garden.now.plus_seconds(3600);
    const auto again = garden.ask("sara@roma", "POST /api/garden/plants", plant(fern));
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(garden.plants(), 1);
    EXPECT_EQ(garden::yard().committed, 1); // it may have run again, to no effect
    EXPECT_EQ(garden.journal().size(), 1u);
    // The same input, written another way.
    const auto spaced =
        garden.ask("sara@roma", "POST /api/garden/plants", "  " + plant(fern).insert(1, "\n  "));
    EXPECT_EQ(spaced.body, first.body);
}

TEST_P(Path, knows_an_id_that_was_used_for_something_else)
{
    garden.ask("sara@roma", "POST /api/garden/plants", plant(fern));
    EXPECT_EQ(
        outcome(garden.ask("sara@roma", "POST /api/garden/plants", plant(fern, "F", "Other"))),
        "409 core.id_taken");
    // Nor does somebody else learn what was answered.
    EXPECT_EQ(outcome(garden.ask("luca@roma", "POST /api/garden/plants", plant(fern))),
              "409 core.id_taken");
    EXPECT_EQ(garden.plants(), 1);
}

TEST_P(Path, makes_one_thing_of_requests_that_come_at_once)
{
    std::vector<std::thread> phones;
    std::vector<core::Response> answers(8);
    for (auto& answer : answers)
        phones.emplace_back(
            [&] { answer = garden.ask("sara@roma", "POST /api/garden/plants", plant(fern)); });
    for (auto& phone : phones)
        phone.join();
    for (const auto& answer : answers) {
        EXPECT_EQ(answer.status, 201);
        EXPECT_EQ(answer.body, answers[0].body);
    }
    EXPECT_EQ(garden.plants(), 1);
    EXPECT_EQ(garden.journal().size(), 1u);
}

TEST_P(Path, takes_back_what_a_refused_act_had_written)
{
    EXPECT_EQ(outcome(garden.ask("sara@roma", "POST /api/garden/plants", plant(fern, "U"))),
              "409 garden.no_room");
    EXPECT_EQ(garden.plants(), 0);
    EXPECT_EQ(garden::yard().committed, 0);
    const auto journal = garden.journal();
    ASSERT_EQ(journal.size(), 1u);
    EXPECT_EQ(shown(journal[0]), "garden.plant care garden.no_room");
    EXPECT_EQ(journal[0].person, amina);
    // It was not done, so the same id may be tried again.
    EXPECT_EQ(outcome(garden.ask("sara@roma", "POST /api/garden/plants", plant(fern))), "201");
}

TEST_P(Path, answers_conflict_where_the_schema_says_no)
{
    EXPECT_EQ(outcome(garden.ask("sara@roma", "POST /api/garden/plants", plant(fern, "M"))),
              "409 core.conflict");
    EXPECT_EQ(garden.plants(), 0);
    EXPECT_EQ(shown(garden.journal().at(0)), "garden.plant care core.conflict");
}

TEST_P(Path, gives_our_own_mistakes_a_number_and_tells_nothing_else)
{
    garden.ask("sara@roma", "POST /api/garden/plants", plant(fern));
    const auto broken =
        garden.ask("sara@roma", "POST /api/garden/plants/" + std::string(fern) + "/water",
                   R"({"how": "with a mistake of ours"})");
    EXPECT_EQ(outcome(broken), "500 core.broken");
    EXPECT_EQ(broken.body.find("ENSURE"), std::string::npos);
    EXPECT_EQ(broken.body.find("garden.h"), std::string::npos);
    const auto document = JsonDocument::parse(broken.body);
    EXPECT_TRUE(parse_uuid(document.root().member("facts").member("number").text()));
    EXPECT_EQ(garden.ask("sara@roma", "GET /api/garden/count").status, 200);
}

TEST_P(Path, prepares_what_is_slow_before_it_writes)
{
    garden.ask("sara@roma", "POST /api/garden/plants", plant(fern));
    const auto water = "POST /api/garden/plants/" + std::string(fern) + "/water";
    EXPECT_EQ(outcome(garden.ask("sara@roma", water, R"({"how": "softly"})")), "204");
    EXPECT_EQ(shown(garden.journal().at(1)), "garden.water care done");
}

TEST_P(Path, keeps_the_work_of_an_act_that_answers_with_a_problem)
{
    garden.ask("sara@roma", "POST /api/garden/plants", plant(fern));
    const auto response =
        garden.ask("sara@roma", "POST /api/garden/plants/" + std::string(fern) + "/water",
                   R"({"how": "too much"})");
    EXPECT_EQ(outcome(response), "429 garden.drowned");
    EXPECT_EQ(header(response, "Set-Cookie"), "wet=1");
    EXPECT_EQ(garden.plants(), 0);
    EXPECT_EQ(shown(garden.journal().at(1)), "garden.water care garden.drowned");
}

TEST_P(Path, undoes_with_no_content)
{
    garden.ask("sara@roma", "POST /api/garden/plants", plant(fern));
    const auto uproot = "DELETE /api/garden/plants/" + std::string(fern);
    const auto done = garden.ask("sara@roma", uproot);
    EXPECT_EQ(done.status, 204);
    EXPECT_EQ(done.body, "");
    EXPECT_EQ(outcome(garden.ask("sara@roma", uproot)), "404 core.not_found");
}

TEST_P(Path, searches_without_writing)
{
    const auto units = garden.roma().numbers().units;
    EXPECT_EQ(garden.ask("paola@roma", "POST /api/garden/search", R"({"limit": 3})").body,
              R"({"plants":3})");
    EXPECT_EQ(garden.roma().numbers().units, units);
}

TEST_P(Path, leads_guests_to_the_store_that_they_name)
{
    const auto knock = [&](const std::string& place, const std::string& word = "please") {
        return garden.ask("", "POST /api/garden/knock",
                          R"({"place": ")" + place + R"(", "word": ")" + word + "\"}", "");
    };
    EXPECT_EQ(knock("roma").body, R"({"plants":1})");
    EXPECT_EQ(knock("nowhere").body, R"({"plants":-1})");
    EXPECT_EQ(outcome(knock("roma", "now")), "401 garden.unknown_word");
    EXPECT_EQ(outcome(garden.ask("", "POST /api/garden/knock", R"({"place": 7})", "")),
              "422 core.input_invalid");
    EXPECT_EQ(garden.journal().at(0).actor, "guest");
}

TEST_P(Path, words_problems_in_the_language_of_the_reader)
{
    auto request = garden.request("sara@roma", "GET /api/garden/nothing");
    const auto title = [&] {
        const auto response = garden.house->answer(request);
        const auto document = JsonDocument::parse(response.body);
        return std::string(document.root().member("title").text());
    };
    const auto& words = garden.house->words();
    EXPECT_EQ(title(), words.say("it", "problem.core.not_found"));
    request.headers.emplace_back("accept-language", "fr-CH, en;q=0.9, it;q=0.1");
    EXPECT_EQ(title(), words.say("en", "problem.core.not_found"));
    request.headers.pop_back();
    garden.accounts.at("sara@roma").language = "en";
    EXPECT_EQ(title(), words.say("en", "problem.core.not_found"));
    ASSERT_NE(words.say("en", "problem.core.not_found"), words.say("it", "problem.core.not_found"));
}

TEST_P(Path, is_closed_when_the_house_stops)
{
    garden.house->stop();
    const auto writing = garden.ask("sara@roma", "POST /api/garden/plants", plant(fern));
    EXPECT_EQ(outcome(writing), "503 core.unavailable");
    EXPECT_NE(header(writing, "Retry-After"), "");
    EXPECT_EQ(outcome(garden.ask("sara@roma", "GET /api/garden/count")), "503 core.unavailable");
    EXPECT_EQ(outcome(garden.ask("paola@roma", "POST /api/garden/plants", plant(fern))),
              "404 core.not_found");
}

TEST_P(Path, tells_the_machine_how_it_is)
{
    EXPECT_EQ(garden.ask("", "GET /api/health").body,
              R"({"status":"ok","version":"test","stores":2})");
    garden.ask("sara@roma", "POST /api/garden/plants", plant(fern));
    const auto metrics = garden.ask("", "GET /metrics").body;
    EXPECT_NE(metrics.find("act=\"garden.plant\",status=\"201\"} 1"), std::string::npos) << metrics;
    EXPECT_NE(metrics.find("lgnet_store{"), std::string::npos);
    EXPECT_EQ(metrics.find("Amina"), std::string::npos);
    auto from_elsewhere = garden.request("", "GET /metrics");
    from_elsewhere.remote = "192.0.2.7";
    EXPECT_EQ(outcome(garden.house->answer(from_elsewhere)), "404 core.not_found");
    EXPECT_TRUE(JsonDocument::parse(garden.ask("", "GET /api/openapi.json").body)
                    .root()
                    .member("paths")
                    .size() > 0);
}

TEST_P(Path, seals_the_answer_that_it_keeps)
{
    garden.ask("sara@roma", "POST /api/garden/plants", plant(fern));
    static const store::Sql select{"select answer from core_receipt union all "
                                   "select keeper from garden_plant"};
    garden.roma().read([](store::Transaction& transaction) {
        const auto rows = transaction.query(select);
        int seen = 0;
        while (rows->next()) {
            ++seen;
            EXPECT_EQ(std::string(rows->text(0)).find("Amina"), std::string::npos);
            EXPECT_TRUE(rows->text(0).starts_with("s1."));
        }
        EXPECT_EQ(seen, 2);
    });
}

TEST(Reading, that_waits_too_long_in_line_is_told_to_come_back)
{
    Garden garden(test_stores::Engine::sqlite, 1, 1);
    std::promise<void> gate;
    garden::yard().gate = gate.get_future().share();
    std::promise<core::Response> first;
    std::promise<core::Response> second;
    const auto slow = garden.request("sara@roma", "GET /api/garden/slow_count");
    garden.house->answer(slow, [&](core::Response response) { first.set_value(response); });
    while (garden::yard().waiting == 0)
        std::this_thread::yield();
    garden.house->answer(slow, [&](core::Response response) { second.set_value(response); });
    const auto third = garden.ask("sara@roma", "GET /api/garden/count");
    EXPECT_EQ(outcome(third), "503 core.unavailable");
    EXPECT_NE(third.body.find("queue_full"), std::string::npos);

    gate.set_value();
    EXPECT_EQ(first.get_future().get().status, 200);
    EXPECT_EQ(second.get_future().get().status, 200);
    EXPECT_EQ(garden.ask("sara@roma", "GET /api/garden/count").status, 200);
}
