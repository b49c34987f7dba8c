// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <latch>
#include <mutex>

#include "outreach/testing.h"

using test_outreach::id;

namespace {

class Outings : public test_outreach::Street {};

} // namespace

TEST_P(Outings, show_their_team_and_what_was_done)
{
    EXPECT_EQ(open_outing("o1",
                          R"(,"vehicle":"Furgone 1","stops":["Termini","Piazza Vittorio"],
                              "members":[")" +
                              id("x") + "\"]"),
              "422 members[0] outreach.unknown_member");
    EXPECT_EQ(open_outing("o1", R"(,"stops":["Termini"],"members":[")" + to_string(giulia.account) +
                                    R"(",")" + to_string(nina.account) + R"(",")" +
                                    to_string(giulia.account) + "\"]"),
              "201");
    EXPECT_EQ(record(giulia, "c1", R"(,"outing":")" + id("o1") + '"'), "201");
    EXPECT_EQ(record(giulia, "c2", R"(,"outing":")" + id("o1") + '"'), "201");
    EXPECT_EQ(outcome(giulia, "DELETE " + contact("c2")), "200");
    EXPECT_EQ(outcome(giulia, "POST /api/outreach/tallies",
                      R"({"id":")" + id("t1") + R"(","outing":")" + id("o1") +
                          R"(","at":"2026-11-23T20:30:00Z","setting":"PARK","district":"RM-I",
                              "people_seen":12,"of_which_minors":2})"),
              "201");

    const auto document = get(giulia, "GET /api/outreach/outings/" + id("o1"));
    const auto outing = document.root();
    EXPECT_EQ(outing.member("team_name").text(), "Unità mobile 1 – Termini");
    EXPECT_EQ(outing.member("state").text(), "open");
    EXPECT_EQ(outing.member("contacts").integer(), 1);
    EXPECT_EQ(outing.member("seen").integer(), 12);
    ASSERT_EQ(outing.member("members").size(), 2u);
    EXPECT_EQ(outing.member("members").at(0).member("name").text(), "Giulia Ferri");
    EXPECT_EQ(outing.member("members").at(1).member("profession").text(), "nurse");
    EXPECT_EQ(outing.member("warnings").size(), 0u);
}

TEST_P(Outings, warn_of_a_team_that_lacks_a_profession)
{
    EXPECT_EQ(open_outing("o1"), "201");
    const auto document = get(giulia, "GET /api/outreach/outings/" + id("o1"));
    ASSERT_EQ(document.root().member("warnings").size(), 1u);
    EXPECT_EQ(document.root().member("warnings").at(0).text(), "no_health_profession");
}

TEST_P(Outings, are_planned_open_and_closed)
{
    const auto state = [&] {
        const auto document = get(giulia, "GET /api/outreach/outings/" + id("o1"));
        return std::string(document.root().member("state").text());
    };
    house_.now = parse_instant("2026-11-23T10:00:00Z").value();
    EXPECT_EQ(open_outing("o1"), "201");
    EXPECT_EQ(state(), "planned");
    house_.now = parse_instant("2026-11-23T19:00:00Z").value();
    EXPECT_EQ(state(), "open");
    const auto line = "POST /api/outreach/outings/" + id("o1");
    EXPECT_EQ(outcome(giulia, line + "/close", R"({"note":"Tutto bene."})"), "200");
    EXPECT_EQ(state(), "closed");
    EXPECT_EQ(outcome(giulia, line + "/close", "{}"), "409 outreach.outing_closed");
    const auto document = get(omar, "GET /api/outreach/outings/" + id("o1"));
    EXPECT_EQ(document.root().member("note").text(), "Tutto bene.");
    EXPECT_EQ(outcome(giulia, line + "/reopen"), "200");
    EXPECT_EQ(outcome(giulia, line + "/reopen"), "409 outreach.outing_not_closed");
}

// A batch asks for its outing once, and knows when one of its acts has changed it.
TEST_P(Outings, closed_among_the_contacts_of_one_batch_make_the_later_ones_late)
{
    EXPECT_EQ(open_outing("o1"), "201");
    const auto line = "POST /api/outreach/outings/" + id("o1");
    std::mutex held;
    std::vector<int> statuses(6);
    std::latch answered(6);
    {
        const std::scoped_lock until_all_wait(held);
        house_.store("roma").submit([&](store::Transaction&) { const std::scoped_lock wait(held); },
                                    [](std::exception_ptr) {});
        auto ask = [&, place = 0U](const core::Actor& actor, const std::string& what,
                                   const std::string& body) mutable {
            house_.house->ask(actor, test_house::request(what, body),
                              [&answered, &status = statuses[place++]](core::Response response) {
                                  status = response.status;
                                  answered.count_down();
                              });
        };
        const auto outing = R"(,"outing":")" + id("o1") + '"';
        ask(giulia, "POST /api/outreach/contacts", contact_body("c1", outing));
        ask(nina, "POST /api/outreach/contacts", contact_body("c2", outing)); // of another team
        ask(omar, line + "/close", "{}");
        ask(giulia, "POST /api/outreach/contacts", contact_body("c3", outing));
        ask(omar, line + "/reopen", "");
        ask(giulia, "POST /api/outreach/contacts", contact_body("c4", outing));
    }
    answered.wait();
    EXPECT_EQ(statuses, (std::vector<int>{201, 404, 200, 201, 200, 201}));
    const auto late = [&](const std::string& name) {
        return get(giulia, "GET " + contact(name)).root().member("late").boolean();
    };
    EXPECT_FALSE(late("c1"));
    EXPECT_TRUE(late("c3"));
    EXPECT_FALSE(late("c4"));
}

TEST_P(Outings, are_refused_with_every_fault_at_once)
{
    EXPECT_EQ(outcome(giulia, "POST /api/outreach/outings",
                      R"({"id":")" + id("o1") +
                          R"(","team":"um2","day":"2026-11-23","begins":"8 pm","ends":"24:00"})"),
              "422 team outreach.unknown_team begins outreach.not_a_clock ends"
              " outreach.not_a_clock");
    EXPECT_EQ(outcome(paola, "POST /api/outreach/outings", "{}"), "404 core.not_found");
}

TEST_P(Outings, are_seen_by_their_team_and_by_the_city)
{
    EXPECT_EQ(open_outing("o1"), "201");
    const auto line = "GET /api/outreach/outings/" + id("o1");
    EXPECT_EQ(outcome(omar, line), "200");
    EXPECT_EQ(outcome(marco, line), "200");
    EXPECT_EQ(outcome(nina, line), "404 core.not_found");
    EXPECT_EQ(outcome(elena, line), "404 core.not_found");
    EXPECT_EQ(items(nina, "GET /api/outreach/outings", {"o1"}), "");
    EXPECT_EQ(outcome(nina, "POST /api/outreach/outings/" + id("o1") + "/close", "{}"),
              "404 core.not_found");
}

TEST_P(Outings, are_listed_newest_first_by_pages)
{
    const std::vector<std::string> names = {"o1", "o2", "o3"};
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(outcome(giulia, "POST /api/outreach/outings",
                          R"({"id":")" + id(names[i]) + R"(","team":"um1","day":"2026-11-2)" +
                              std::to_string(i) + R"(","begins":"20:00","ends":"23:00"})"),
                  "201");
    EXPECT_EQ(items(giulia, "GET /api/outreach/outings", names), "o3 o2 o1");
    EXPECT_EQ(items(giulia, "GET /api/outreach/outings?day=2026-11-21", names), "o2");
    EXPECT_EQ(items(marco, "GET /api/outreach/outings?team=um2", names), "");
    const auto first = get(giulia, "GET /api/outreach/outings?limit=2");
    const std::string next(first.root().member("next").text());
    EXPECT_EQ(items(giulia, "GET /api/outreach/outings?limit=2&after=" + next, names), "o1");
    EXPECT_EQ(outcome(giulia, "GET /api/outreach/outings?after=abc"),
              "422 after outreach.unknown_cursor");
}

INSTANTIATE_TEST_SUITE_P(Both, Outings, test_stores::both(), ::testing::PrintToStringParamName());
