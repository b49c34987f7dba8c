// SPDX-License-Identifier: EUPL-1.2
// First names of residents are forgotten in time and no sooner; two records of one human being take
// part once; hours stay with their day.
#include <gtest/gtest.h>

#include "access/access.h"
#include "base/json.h"
#include "civic/civic.h"
#include "core/log.h"
#include "core/testing.h"

namespace {

std::string id(const std::string& name) { return to_string(named_uuid("test " + name)); }

class Civic : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Civic() : house_(GetParam(), {access::module(), people::module(), civic::module()}, {"roma"})
    {
        core::set_log_level("warning");
        at("2026-11-23T10:00:00Z");
        EXPECT_EQ(outcome("POST /api/civic/projects",
                          R"({"id":")" + id("park") +
                              R"(","name":"Il parco","kind":"GREEN","district":"RM-I",)"
                              R"("proposer":"TOGETHER","agreement_on":"2026-10-01"})"),
                  "201");
        EXPECT_EQ(outcome("POST " + park("/insurances"),
                          R"({"id":")" + id("policy") +
                              R"(","from_on":"2026-10-01","until_on":"2026-12-31"})"),
                  "201");
    }

    void at(const char* instant) { house_.now = parse_instant(instant).value(); }

    static std::string park(const std::string& rest = "")
    {
        return "/api/civic/projects/" + id("park") + rest;
    }

    // "201", or "409 civic.takes_part".
    std::string outcome(const std::string& line, const std::string& body = {})
    {
        const auto response = house_.ask(sara, line, body);
        auto text = std::to_string(response.status);
        if (response.status < 400)
            return text;
        const auto document = JsonDocument::parse(response.body);
        return text + " " + std::string(document.root().member("code").text());
    }

    void add_person(const std::string& name)
    {
        EXPECT_EQ(outcome("POST /api/people/persons",
                          R"({"id":")" + id(name) + R"(","given_name":")" + name + "\"}"),
                  "201");
    }

    std::string add_participant(const std::string& name, const std::string& who)
    {
        return outcome("POST " + park("/participants"),
                       R"({"id":")" + id(name) + R"(","joined_on":"2026-11-01",)" + who + "}");
    }

    std::string add_resident(const std::string& name)
    {
        return add_participant(name, R"("kind":"resident","first_name":")" + name + '"');
    }

    std::string add_migrant(const std::string& name, const std::string& person)
    {
        return add_participant(name, R"("kind":"migrant","person":")" + id(person) + '"');
    }

    // "Rosa, -": the first names of the participants, in their order.
    std::string first_names()
    {
        const auto response = house_.ask(sara, "GET " + park());
        EXPECT_EQ(response.status, 200) << response.body;
        const auto document = JsonDocument::parse(response.body);
        const auto all = document.root().member("participants");
        std::string names;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto name = all.at(i).member("first_name");
            const bool is_there = name.kind() == JsonView::Kind::text;
            names += (i > 0 ? ", " : "") + (is_there ? std::string(name.text()) : "-");
        }
        return names;
    }

    std::string minutes_of(const std::string& person)
    {
        const auto response = house_.ask(sara, "GET /api/civic/persons/" + id(person));
        EXPECT_EQ(response.status, 200) << response.body;
        const auto document = JsonDocument::parse(response.body);
        const auto projects = document.root().member("projects");
        std::string all;
        for (std::size_t i = 0; i < projects.size(); ++i)
            all += (i > 0 ? ", " : "") + std::to_string(projects.at(i).member("minutes").integer());
        return all;
    }

    const core::Actor sara = test_house::actor("sara@roma", core::social_worker, {"ss1"});
    test_house::TestHouse house_;
};

INSTANTIATE_TEST_SUITE_P(Both, Civic, test_stores::both(), ::testing::PrintToStringParamName());

} // namespace

TEST_P(Civic, forgets_first_names_a_month_after_the_end)
{
    EXPECT_EQ(add_resident("Rosa"), "201");
    EXPECT_EQ(add_participant("nobody", R"("kind":"resident")"), "201");
    house_.house->do_chores();
    EXPECT_EQ(first_names(), "Rosa, -");
    EXPECT_EQ(outcome("PUT " + park("/end"), R"({"ended_on":"2026-11-23"})"), "200");

    at("2026-12-23T10:00:00Z"); // the thirtieth day
    house_.house->do_chores();
    EXPECT_EQ(first_names(), "Rosa, -");
    at("2026-12-24T10:00:00Z");
    house_.house->do_chores();
    EXPECT_EQ(first_names(), "-, -");
}

TEST_P(Civic, keeps_first_names_while_the_project_goes_on)
{
    EXPECT_EQ(add_resident("Rosa"), "201");
    EXPECT_EQ(outcome("PUT " + park("/end"), R"({"ended_on":"2026-11-23"})"), "200");
    EXPECT_EQ(outcome("DELETE " + park("/end")), "200");
    at("2027-11-23T10:00:00Z");
    house_.house->do_chores();
    EXPECT_EQ(first_names(), "Rosa");
}

TEST_P(Civic, counts_one_human_being_once_under_both_records)
{
    add_person("amina");
    add_person("aminata");
    EXPECT_EQ(add_migrant("t1", "amina"), "201");
    EXPECT_EQ(add_migrant("t2", "aminata"), "201");
    EXPECT_EQ(outcome("DELETE /api/civic/participants/" + id("t2")), "204");
    EXPECT_EQ(outcome("POST /api/people/merges", R"({"id":")" + id("merge") + R"(","kept":")" +
                                                     id("amina") + R"(","duplicate":")" +
                                                     id("aminata") + R"("})"),
              "201");
    EXPECT_EQ(add_migrant("t3", "aminata"), "409 civic.takes_part");
    EXPECT_EQ(outcome("POST /api/civic/participants/" + id("t2") + "/restore"),
              "409 civic.takes_part");
    // Said again, it is the same.
    EXPECT_EQ(add_migrant("t1", "amina"), "201");

    EXPECT_EQ(outcome("POST " + park("/days"),
                      R"({"id":")" + id("day") + R"(","day":"2026-11-21","minutes":120})"),
              "201");
    EXPECT_EQ(outcome("PUT /api/civic/days/" + id("day") + "/participants/" + id("t1"),
                      R"({"state":"worked"})"),
              "200");
    EXPECT_EQ(minutes_of("amina"), "120");
    EXPECT_EQ(minutes_of("aminata"), "120");
}

TEST_P(Civic, leaves_the_hours_of_a_cancelled_day_out)
{
    add_person("amina");
    EXPECT_EQ(add_migrant("t1", "amina"), "201");
    EXPECT_EQ(outcome("POST " + park("/days"),
                      R"({"id":")" + id("day") + R"(","day":"2026-11-21","minutes":120})"),
              "201");
    const auto mark = "PUT /api/civic/days/" + id("day") + "/participants/" + id("t1");
    EXPECT_EQ(outcome(mark, R"({"state":"worked","minutes":90})"), "200");
    EXPECT_EQ(minutes_of("amina"), "90");
    EXPECT_EQ(outcome("DELETE /api/civic/days/" + id("day")), "204");
    EXPECT_EQ(minutes_of("amina"), "0");
    EXPECT_EQ(outcome(mark, R"({"state":"worked"})"), "404 core.not_found");
    EXPECT_EQ(outcome("POST /api/civic/days/" + id("day") + "/restore"), "200");
    EXPECT_EQ(minutes_of("amina"), "90");
}
