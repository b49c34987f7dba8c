// SPDX-License-Identifier: EUPL-1.2
#include "cases/vulnerabilities.h"

#include <gtest/gtest.h>

#include "cases/testing.h"

namespace {

using test_cases::id;

class VulnerabilitiesOfACase : public test_cases::Service {
protected:
    VulnerabilitiesOfACase()
    {
        open_integrated("c1", "amina");
        open_integrated("c2", "ibrahima");
    }

    static std::string body_of(const std::string& circumstance, const std::string& since,
                               const std::string& severity = "medium")
    {
        return R"("circumstance":")" + circumstance + R"(","since":")" + since +
               R"(","source":"TOLD","severity":")" + severity + '"';
    }

    std::string add(const core::Actor& actor, const std::string& name,
                    const std::string& circumstance, const std::string& since = "2026-11-10",
                    const std::string& severity = "medium", const std::string& of = "c1")
    {
        return outcome(actor, "POST " + at(of, "/vulnerabilities"),
                       R"({"id":")" + id(name) + "\"," + body_of(circumstance, since, severity) +
                           "}");
    }

    static std::string path(const std::string& name, const std::string& more = {})
    {
        return "/api/cases/vulnerabilities/" + id(name) + more;
    }

    std::string end(const std::string& name, const std::string& body)
    {
        return outcome(sara, "PUT " + path(name, "/end"), body);
    }

    static std::string list_of(const std::string& member, const std::vector<std::string>& names)
    {
        std::string ids;
        for (const auto& name : names)
            ids += (ids.empty() ? "\"" : ",\"") + id(name) + '"';
        return '"' + member + "\":[" + ids + "]";
    }

    std::string answer(const std::string& name, const std::vector<std::string>& actions,
                       const std::vector<std::string>& interventions)
    {
        return outcome(sara, "PUT " + path(name, "/answers"),
                       "{" + list_of("actions", actions) + "," +
                           list_of("interventions", interventions) + "}");
    }

    void intervene(const std::string& name, const std::string& of = "c1")
    {
        ASSERT_EQ(outcome(sara, "POST " + at(of, "/interventions"),
                          R"({"id":")" + id(name) + R"(","code":"SAN.INV","on":"2026-11-19"})"),
                  "201");
    }

    // A goal with one action.
    void plan(const std::string& goal, const std::string& action, const std::string& of = "c1")
    {
        ASSERT_EQ(outcome(sara, "POST " + at(of, "/goals"),
                          R"({"id":")" + id(goal) +
                              R"(","area":"HEALTH","words":"Stare bene","responsible":")" +
                              to_string(sara.account) + R"(","due_on":"2026-12-20"})"),
                  "201");
        ASSERT_EQ(outcome(sara, "POST /api/cases/goals/" + id(goal) + "/actions",
                          R"({"id":")" + id(action) +
                              R"(","words":"Prenotare la visita","doer":"WORKER"})"),
                  "201");
    }

    std::string order(const core::Actor& actor)
    {
        return items(actor, "GET " + at("c1", "/vulnerabilities"), {"v1", "v2", "v3", "v4", "v5"});
    }

    static bool is(JsonView value, const std::string& name)
    {
        return value.kind() == JsonView::Kind::text && value.text() == id(name);
    }

    // "a1 i1": what answers the first of the list, by the names that the test gave.
    std::string answers_of_first(const std::vector<std::string>& names)
    {
        const auto body = ask(sara, "GET " + at("c1", "/vulnerabilities")).body;
        const auto document = JsonDocument::parse(body);
        const auto answers = document.root().member("items").at(0).member("answers");
        std::string found;
        for (const auto& name : names)
            for (std::size_t i = 0; i < answers.size(); ++i)
                if (is(answers.at(i).member("action"), name) ||
                    is(answers.at(i).member("intervention"), name))
                    found += (found.empty() ? "" : " ") + name;
        return found;
    }
};

} // namespace

TEST_P(VulnerabilitiesOfACase, shows_first_what_nothing_answers)
{
    intervene("i1");
    ASSERT_EQ(add(sara, "v1", "V05", "2026-08-01", "high"), "201");
    ASSERT_EQ(add(sara, "v2", "V18", "2026-11-02", "low"), "201");
    ASSERT_EQ(add(sara, "v3", "V17", "2026-11-10", "high"), "201");
    ASSERT_EQ(add(sara, "v4", "V19", "2026-11-12", "low"), "201");
    ASSERT_EQ(add(sara, "v5", "V08", "2026-11-12", "high"), "201");
    ASSERT_EQ(answer("v1", {}, {"i1"}), "200");
    ASSERT_EQ(end("v4", R"({"on":"2026-11-20"})"), "200");
    ASSERT_EQ(outcome(sara, "DELETE " + path("v5")), "204");
    // The gravest of those, then what is answered, what is over, what was cancelled.
    EXPECT_EQ(order(sara), "v3 v2 v1 v4 v5");
    EXPECT_EQ(order(marco), "v3 v2 v1 v4 v5");
    EXPECT_EQ(order(luca), "v3 v2 v1 v4 v5");
}

TEST_P(VulnerabilitiesOfACase, is_answered_by_what_stands)
{
    intervene("i1");
    plan("g1", "a1");
    ASSERT_EQ(add(sara, "v1", "V05"), "201");
    EXPECT_EQ(answer("v1", {"a1", "a1"}, {"i1"}), "200");
    EXPECT_EQ(answers_of_first({"a1", "i1"}), "a1 i1");

    // What was cancelled answers nothing, and answers again once it is restored.
    ASSERT_EQ(outcome(sara, "DELETE /api/cases/interventions/" + id("i1")), "204");
    EXPECT_EQ(answers_of_first({"a1", "i1"}), "a1");
    EXPECT_EQ(answer("v1", {}, {}), "200");
    EXPECT_EQ(answers_of_first({"a1", "i1"}), "");
    EXPECT_EQ(answer("v1", {}, {"i1"}), "422 interventions cases.not_of_this_case");
    ASSERT_EQ(outcome(sara, "POST /api/cases/interventions/" + id("i1") + "/restore"), "200");
    EXPECT_EQ(answers_of_first({"a1", "i1"}), "i1");
    EXPECT_EQ(answer("v1", {"a1"}, {"i1"}), "200");
    EXPECT_EQ(answers_of_first({"a1", "i1"}), "a1 i1");
    // With its goal an action goes too.
    ASSERT_EQ(outcome(sara, "DELETE /api/cases/goals/" + id("g1")), "200");
    EXPECT_EQ(answers_of_first({"a1", "i1"}), "i1");
    EXPECT_EQ(answer("v1", {"a1"}, {}), "422 actions cases.not_of_this_case");
}

TEST_P(VulnerabilitiesOfACase, is_answered_within_its_case)
{
    intervene("i2", "c2");
    plan("g2", "a2", "c2");
    ASSERT_EQ(add(sara, "v1", "V05"), "201");
    EXPECT_EQ(answer("v1", {"a2"}, {}), "422 actions cases.not_of_this_case");
    EXPECT_EQ(answer("v1", {}, {"i2"}), "422 interventions cases.not_of_this_case");
    // As what is nowhere.
    EXPECT_EQ(answer("v1", {"nothing"}, {}), "422 actions cases.not_of_this_case");
    EXPECT_EQ(answers_of_first({"a2", "i2"}), "");
}

TEST_P(VulnerabilitiesOfACase, stands_once_until_it_ends)
{
    ASSERT_EQ(add(sara, "v1", "V17"), "201");
    EXPECT_EQ(add(sara, "v1", "V17"), "201"); // repeated: as the first time
    EXPECT_EQ(add(luca, "v2", "V17", "2026-11-12"), "409 cases.circumstance_stands");
    EXPECT_EQ(add(sara, "v3", "V17", "2026-11-12", "low", "c2"), "201"); // of somebody else

    EXPECT_EQ(end("v1", R"({"on":"2026-11-09"})"), "422 on cases.too_early");
    EXPECT_EQ(end("v1", R"({"on":"2026-11-24"})"), "422 on in_the_future");
    EXPECT_EQ(end("v1", R"({"on":"2026-11-15"})"), "200");
    EXPECT_EQ(add(sara, "v2", "V17", "2026-11-18"), "201");
    EXPECT_EQ(end("v1", "{}"), "409 cases.circumstance_stands");
    EXPECT_EQ(outcome(sara, "DELETE " + path("v2")), "204");
    EXPECT_EQ(end("v1", "{}"), "200");
    EXPECT_EQ(outcome(sara, "POST " + path("v2", "/restore")), "409 cases.circumstance_stands");
    EXPECT_EQ(outcome(sara, "PUT " + path("v2"), "{" + body_of("V18", "2026-11-18") + "}"),
              "404 core.not_found");
}

TEST_P(VulnerabilitiesOfACase, says_what_is_wrong)
{
    EXPECT_EQ(add(sara, "v1", "V00"), "422 circumstance unknown_code");
    EXPECT_EQ(add(sara, "v1", "V99"), "422 note cases.say_which");
    EXPECT_EQ(add(sara, "v1", "V17", "2026-11-24"), "422 since in_the_future");
    EXPECT_EQ(add(sara, "v1", "V17", "2026-11-10", "huge"), "422 severity unknown_code");
    ASSERT_EQ(add(sara, "v1", "V17"), "201");
    ASSERT_EQ(end("v1", R"({"on":"2026-11-15"})"), "200");
    EXPECT_EQ(outcome(sara, "PUT " + path("v1"), "{" + body_of("V17", "2026-11-16") + "}"),
              "422 since cases.after_its_end");

    // Two who correct it, each without knowing of the other.
    const auto correct = [&](const std::string& base) {
        return outcome(luca, "PUT " + path("v1"),
                       R"({"base":)" + base + "," + body_of("V17", "2026-11-12") + "}");
    };
    EXPECT_EQ(correct("1"), "409 core.changed_meanwhile");
    EXPECT_EQ(correct("2"), "200");
    EXPECT_EQ(correct("2"), "409 core.changed_meanwhile");
}

TEST_P(VulnerabilitiesOfACase, is_read_by_who_reads_the_case)
{
    ASSERT_EQ(add(sara, "v1", "V07"), "201");
    for (const auto& stranger : {nadia, giulia, paola, bruno}) {
        EXPECT_EQ(outcome(stranger, "GET " + at("c1", "/vulnerabilities")), "404 core.not_found");
        EXPECT_EQ(add(stranger, "v2", "V17"), "404 core.not_found");
        EXPECT_EQ(outcome(stranger, "DELETE " + path("v1")), "404 core.not_found");
        EXPECT_EQ(outcome(stranger, "PUT " + path("v1", "/answers"), "{}"), "404 core.not_found");
    }
    // Who coordinates reads, and does not write.
    EXPECT_EQ(order(marco), "v1");
    EXPECT_EQ(add(marco, "v2", "V17"), "404 core.not_found");

    ASSERT_EQ(
        outcome(sara, "POST " + at("c1", "/close"), R"({"on":"2026-11-20","reason":"NEED_MET"})"),
        "200");
    EXPECT_EQ(order(sara), "v1");
    EXPECT_EQ(end("v1", R"({"on":"2026-11-20"})"), "409 cases.closed");
    EXPECT_EQ(add(sara, "v2", "V17"), "409 cases.closed");
}

INSTANTIATE_TEST_SUITE_P(Both, VulnerabilitiesOfACase, test_stores::both(),
                         ::testing::PrintToStringParamName());
