// SPDX-License-Identifier: EUPL-1.2
// What phones without a signal ask of outreach: the kit, changes on a version, wrong clocks.
#include <gtest/gtest.h>

#include "outreach/testing.h"

using test_outreach::id;

namespace {

class Kits : public test_outreach::Street {
protected:
    // "c1 c2" of a list of the kit, by the names of the test.
    std::string in_kit(const core::Actor& actor, const char* list,
                       const std::vector<std::string>& names)
    {
        const auto document = get(actor, "GET /api/outreach/kit");
        const auto found = document.root().member(list);
        std::string text;
        for (const auto& name : names)
            for (std::size_t i = 0; i < found.size(); ++i)
                if (found.at(i).member("id").text() == id(name))
                    text += (text.empty() ? "" : " ") + name;
        return text + " of " + std::to_string(found.size());
    }

    std::string change(const std::string& name, const std::string& rest)
    {
        return outcome(giulia, "PUT " + contact(name),
                       R"({"at":"2026-11-23T20:00:00Z","setting":"STATION","district":"RM-I",)"
                       R"("outcome":"INFO_ONLY")" +
                           rest + "}");
    }
};

} // namespace

TEST_P(Kits, hold_the_outings_of_these_days_and_what_was_done_there)
{
    ASSERT_EQ(open_outing("o1"), "201");
    house_.now = house_.now.plus_seconds(-10 * 86'400);
    ASSERT_EQ(outcome(giulia, "POST /api/outreach/outings",
                      R"({"id":")" + id("old") +
                          R"(","team":"um1","day":"2026-11-12","begins":"20:00","ends":"23:00"})"),
              "201");
    ASSERT_EQ(outcome(giulia, "POST /api/outreach/outings/" + id("old") + "/close", "{}"), "200");
    house_.now = house_.now.plus_seconds(10 * 86'400);
    record(giulia, "c1", R"(,"outing":")" + id("o1") + '"');
    record(omar, "c2", R"(,"outing":")" + id("o1") + '"');
    record(giulia, "c3"); // of no outing

    EXPECT_EQ(in_kit(giulia, "outings", {"o1", "old"}), "o1 of 1");
    EXPECT_EQ(in_kit(giulia, "contacts", {"c1", "c2", "c3"}), "c1 c2 of 2");
    // Nina is of another team, and so is her telephone.
    EXPECT_EQ(in_kit(nina, "outings", {"o1"}), " of 0");
    EXPECT_EQ(in_kit(nina, "contacts", {"c1", "c2"}), " of 0");
    EXPECT_EQ(outcome(sara, "GET /api/outreach/kit"), "404 core.not_found");
}

TEST_P(Kits, hold_those_whom_the_team_may_meet_and_nobody_else)
{
    const std::vector<std::string> everybody{"met", "long_ago", "others", "sought", "missed"};
    for (const auto& name : everybody)
        ASSERT_EQ(add_person(name, R"("given_name":")" + name + R"(","birth_year":1990)"), "201");
    ASSERT_EQ(open_outing("o1"), "201");
    record(giulia, "c1", R"(,"person":")" + id("met") + '"');
    record(giulia, "c2", R"(,"person":")" + id("long_ago") + '"', "2026-09-20T20:00:00Z");
    record(nina, "c3", R"(,"person":")" + id("others") + '"');
    record(giulia, "c4", R"(,"outcome":"NOT_FOUND","person":")" + id("missed") + '"');
    EXPECT_EQ(in_kit(giulia, "persons", everybody), "met of 1");

    const auto seek = "/api/outreach/outings/" + id("o1") + "/sought/" + id("sought");
    EXPECT_EQ(outcome(giulia, "POST " + seek), "200");
    EXPECT_EQ(outcome(omar, "POST " + seek), "200"); // once more: once
    EXPECT_EQ(in_kit(giulia, "persons", everybody), "met sought of 2");
    EXPECT_EQ(outcome(nina, "POST " + seek), "404 core.not_found");
    EXPECT_EQ(outcome(giulia, "POST /api/outreach/outings/" + id("o1") + "/sought/" + id("nobody")),
              "404 core.not_found");
    EXPECT_EQ(outcome(giulia, "DELETE " + seek), "200");
    EXPECT_EQ(outcome(giulia, "DELETE " + seek), "200");
    EXPECT_EQ(in_kit(giulia, "persons", everybody), "met of 1");
}

TEST_P(Kits, show_both_sides_where_two_changed_one_contact)
{
    record(giulia, "c1");
    EXPECT_EQ(get(giulia, "GET " + contact("c1")).root().member("version").integer(), 1);
    EXPECT_EQ(change("c1", R"(,"note":"Giulia","base":1)"), "200");
    // Omar had seen the first version: nothing of Giulia's is lost, and he is shown it.
    const auto stale = house_.ask(omar, "PUT " + contact("c1"),
                                  R"({"at":"2026-11-23T20:00:00Z","setting":"STATION",)"
                                  R"("district":"RM-I","outcome":"REFUSED","base":1})");
    EXPECT_EQ(stale.status, 409) << stale.body;
    const auto problem = JsonDocument::parse(stale.body);
    EXPECT_EQ(problem.root().member("code").text(), "core.changed_meanwhile");
    EXPECT_EQ(problem.root().member("standing").member("note").text(), "Giulia");
    EXPECT_EQ(problem.root().member("standing").member("version").integer(), 2);
    EXPECT_EQ(get(giulia, "GET " + contact("c1")).root().member("note").text(), "Giulia");

    EXPECT_EQ(change("c1", R"(,"note":"Giulia, Omar","base":2)"), "200");
    EXPECT_EQ(change("c1", R"(,"note":"whoever does not ask")"), "200");
    // What is no change of the details is no new version either.
    EXPECT_EQ(outcome(giulia, "DELETE " + contact("c1")), "200");
    EXPECT_EQ(outcome(giulia, "POST " + contact("c1") + "/restore"), "200");
    EXPECT_EQ(get(giulia, "GET " + contact("c1")).root().member("version").integer(), 4);
}

TEST_P(Kits, keep_what_a_wrong_clock_said)
{
    ASSERT_EQ(record(giulia, "c1", R"(,"phone_said_at":"2026-11-23T03:00:00Z")"), "201");
    const auto document = get(giulia, "GET " + contact("c1"));
    EXPECT_EQ(document.root().member("at").text(), "2026-11-23T20:00:00.000Z");
    EXPECT_EQ(document.root().member("phone_said_at").text(), "2026-11-23T03:00:00.000Z");
}

INSTANTIATE_TEST_SUITE_P(Both, Kits, test_stores::both(), ::testing::PrintToStringParamName());
