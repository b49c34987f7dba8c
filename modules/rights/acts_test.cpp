// SPDX-License-Identifier: EUPL-1.2
// The clock at its edges, four eyes where one account has both pairs, and who has been kept too
// long.
#include <gtest/gtest.h>

#include <set>

#include "access/access.h"
#include "base/json.h"
#include "cases/cases.h"
#include "core/log.h"
#include "core/testing.h"
#include "minors/minors.h"
#include "rights/rights.h"

namespace {

std::string id(const std::string& name) { return to_string(named_uuid("test " + name)); }

class Rights : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Rights()
        : house_(GetParam(),
                 {access::module(), people::module(), cases::module(), minors::module(),
                  rights::module()},
                 {"roma"})
    {
        core::set_log_level("warning");
    }

    void at(const char* instant) { house_.now = parse_instant(instant).value(); }

    // "201", or "409 rights.four_eyes", or "422 told_on rights.told_too_late".
    std::string outcome(const core::Actor& actor, const std::string& line,
                        const std::string& body = {})
    {
        return test_house::outcome_of(house_.ask(actor, line, body, "rights_request"));
    }

    std::string member(const std::string& line, const std::string& name)
    {
        const auto response = house_.ask(marco, line, "", "rights_request");
        EXPECT_EQ(response.status, 200) << line << "\n" << response.body;
        const auto document = JsonDocument::parse(response.body);
        const auto value = document.root().member(name);
        if (value.kind() == JsonView::Kind::boolean)
            return value.boolean() ? "true" : "false";
        return value.kind() == JsonView::Kind::text ? std::string(value.text()) : "absent";
    }

    void add_person(const std::string& name, const std::string& rest = "")
    {
        EXPECT_EQ(
            outcome(sara, "POST /api/people/persons",
                    R"({"id":")" + id(name) + R"(","given_name":")" + name + '"' + rest + "}"),
            "201");
    }

    void open_case(const std::string& name, const std::string& person)
    {
        EXPECT_EQ(outcome(sara, "POST /api/cases/cases",
                          R"({"id":")" + id(name) + R"(","person":")" + id(person) +
                              R"(","kind":"integrated","opened_on":"2026-11-23",)"
                              R"("district":"RM-I"})"),
                  "201");
    }

    void close_case(const std::string& name)
    {
        EXPECT_EQ(outcome(sara, "POST /api/cases/cases/" + id(name) + "/close",
                          R"({"on":"2026-11-23","reason":"NEED_MET"})"),
                  "200");
    }

    std::string record(const std::string& name, const std::string& person, const std::string& kind,
                       const std::string& received_on)
    {
        return outcome(sara, "POST /api/rights/requests",
                       R"({"id":")" + id(name) + R"(","person":")" + id(person) + R"(","kind":")" +
                           kind + R"(","received_on":")" + received_on + R"(","how":"WRITTEN"})");
    }

    static std::string request(const std::string& name, const std::string& rest = "")
    {
        return "/api/rights/requests/" + id(name) + rest;
    }

    // "Amina STREET, Yusuf CASE": whose time is over, by name.
    std::string over(const std::vector<std::string>& names)
    {
        const auto response = house_.ask(marco, "GET /api/rights/retention", "", "rights_request");
        EXPECT_EQ(response.status, 200) << response.body;
        const auto document = JsonDocument::parse(response.body);
        const auto items = document.root().member("items");
        std::set<std::string> found;
        for (std::size_t i = 0; i < items.size(); ++i)
            for (const auto& name : names)
                if (items.at(i).member("person").text() == id(name))
                    found.insert(name + " " + std::string(items.at(i).member("rule").text()));
        EXPECT_EQ(document.root().member("total").integer(),
                  static_cast<std::int64_t>(items.size()));
        EXPECT_EQ(found.size(), items.size());
        std::string all;
        for (const auto& one : found)
            all += (all.empty() ? "" : ", ") + one;
        return all;
    }

    test_house::TestHouse house_;
    const core::Actor sara = test_house::actor("sara@roma", core::social_worker, {"ss1"});
    const core::Actor marco = test_house::actor("marco@roma", core::city_coordinator);
    const core::Actor irene = test_house::actor("irene@roma", core::data_protection_officer);
    // Coordinates, and is the officer: small cities have such.
    const core::Actor anna = test_house::actor(
        "anna@roma", core::may(core::city_coordinator, core::data_protection_officer));
};

} // namespace

TEST_P(Rights, a_month_is_one_of_the_calendar)
{
    at("2027-02-01T09:00:00Z");
    add_person("Amina");
    EXPECT_EQ(record("r1", "Amina", "ACCESS", "2027-01-31"), "201");
    EXPECT_EQ(member("GET " + request("r1"), "due_on"), "2027-02-28");
    EXPECT_EQ(record("r2", "Amina", "ACCESS", "2027-02-02"), "422 received_on in_the_future");

    at("2027-02-28T22:30:00Z"); // still the 28th in Italy
    EXPECT_EQ(member("GET " + request("r1"), "late"), "false");
    EXPECT_EQ(outcome(irene, "PUT " + request("r1", "/extension"),
                      R"({"reason":"COMPLEX","told_on":"2027-02-28"})"),
              "200");
    EXPECT_EQ(member("GET " + request("r1"), "due_on"), "2027-04-30");
    EXPECT_EQ(outcome(irene, "DELETE " + request("r1", "/extension")), "200");
    EXPECT_EQ(member("GET " + request("r1"), "due_on"), "2027-02-28");

    at("2027-03-01T09:00:00Z");
    EXPECT_EQ(member("GET " + request("r1"), "late"), "true");
    EXPECT_EQ(outcome(irene, "PUT " + request("r1", "/extension"),
                      R"({"reason":"COMPLEX","told_on":"2027-03-01"})"),
              "422 told_on rights.told_too_late");
}

TEST_P(Rights, who_approved_an_erasure_does_not_carry_it_out)
{
    add_person("Amina", R"(,"birth_date":"1990-05-17")");
    EXPECT_EQ(record("r1", "Amina", "ERASURE", "2026-11-23"), "201");
    EXPECT_EQ(outcome(anna, "POST " + request("r1", "/erasure")), "409 rights.not_granted");
    EXPECT_EQ(outcome(anna, "PUT " + request("r1", "/answer"),
                      R"({"outcome":"PARTLY","refusal":"OTHER","answered_on":"2026-11-23"})"),
              "200");
    // Half an erasure is not the program's to do.
    EXPECT_EQ(outcome(anna, "PUT " + request("r1", "/erasure/approval")), "409 rights.not_granted");
    EXPECT_EQ(outcome(anna, "DELETE " + request("r1", "/answer")), "200");
    EXPECT_EQ(outcome(anna, "PUT " + request("r1", "/answer"),
                      R"({"outcome":"GRANTED","answered_on":"2026-11-23"})"),
              "200");
    EXPECT_EQ(outcome(anna, "PUT " + request("r1", "/erasure/approval")), "200");
    EXPECT_EQ(outcome(anna, "POST " + request("r1", "/erasure")), "409 rights.four_eyes");
    EXPECT_EQ(outcome(marco, "POST " + request("r1", "/erasure")), "200");

    const auto person = "GET /api/people/persons/" + id("Amina");
    EXPECT_EQ(member(person, "given_name"), "absent");
    // The month stands in clear beside it, and is counted; the day is gone.
    EXPECT_EQ(member(person, "birth_date"), "1990-05-01");
}

TEST_P(Rights, nobody_is_erased_who_is_in_the_care_of_the_equipe)
{
    const auto ines =
        test_house::actor("ines@roma", core::may(core::minors_worker, core::city_coordinator));
    add_person("Samuel");
    EXPECT_EQ(record("r1", "Samuel", "ERASURE", "2026-11-23"), "201");
    EXPECT_EQ(outcome(marco, "PUT " + request("r1", "/answer"),
                      R"({"outcome":"GRANTED","answered_on":"2026-11-23"})"),
              "200");
    EXPECT_EQ(outcome(irene, "PUT " + request("r1", "/erasure/approval")), "200");
    EXPECT_EQ(outcome(sara, "POST /api/minors/files",
                      R"({"id":")" + id("file") + R"(","person":")" + id("Samuel") +
                          R"(","found_on":"2026-11-20","unaccompanied":true})"),
              "201");
    EXPECT_EQ(outcome(marco, "POST " + request("r1", "/erasure")), "404 core.not_found");
    EXPECT_EQ(outcome(ines, "POST " + request("r1", "/erasure")), "409 rights.person_guarded");
}

TEST_P(Rights, the_rule_that_keeps_somebody_longest_decides)
{
    const std::vector<std::string> names{"Amina", "Yusuf", "Fatou", "Fatoumata", "Samba"};
    for (const auto& name : names)
        add_person(name, R"(,"similar_seen":[")" + id("Fatou") + "\"]");
    open_case("of Yusuf", "Yusuf");
    open_case("of Fatoumata", "Fatoumata");
    close_case("of Fatoumata");
    EXPECT_EQ(outcome(sara, "POST /api/people/merges",
                      R"({"id":")" + id("merge") + R"(","kept":")" + id("Fatou") +
                          R"(","duplicate":")" + id("Fatoumata") + "\"}"),
              "201");
    EXPECT_EQ(over(names), "");

    at("2028-11-23T09:00:00Z"); // the last day of 24 months
    EXPECT_EQ(over(names), "");
    // Yusuf is in charge, and Fatou was, under her other name.
    at("2028-11-24T09:00:00Z");
    EXPECT_EQ(over(names), "Amina STREET, Samba STREET");
    at("2031-11-24T09:00:00Z");
    EXPECT_EQ(over(names), "Amina STREET, Fatou CASE, Samba STREET");

    // A city with periods of its own; that of the street is for who was never in charge.
    EXPECT_EQ(outcome(irene, "PUT /api/rights/retention/STREET", R"({"months":120})"), "200");
    EXPECT_EQ(over(names), "Fatou CASE");
    EXPECT_EQ(outcome(irene, "PUT /api/rights/retention/STREET", "{}"), "200");
    close_case("of Yusuf");
    EXPECT_EQ(over(names), "Amina STREET, Fatou CASE, Samba STREET, Yusuf CASE");
}

INSTANTIATE_TEST_SUITE_P(Both, Rights, test_stores::both(), ::testing::PrintToStringParamName());
