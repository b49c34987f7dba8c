// SPDX-License-Identifier: EUPL-1.2
// A city with a project that somebody pays for, in whose name work is done, for the tests of
// reporting: the real modules, so that what is counted is what casework wrote.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "access/access.h"
#include "base/json.h"
#include "cases/cases.h"
#include "core/log.h"
#include "core/testing.h"
#include "monitoring/monitoring.h"
#include "outreach/outreach.h"
#include "people/people.h"
#include "reporting/reporting.h"

namespace test_reporting {

inline std::string id(const std::string& name) { return to_string(named_uuid("test " + name)); }

class City : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    City()
        : house_(GetParam(),
                 {access::module(), people::module(), outreach::module(), cases::module(),
                  monitoring::module(), reporting::module()},
                 {"roma", "rete"})
    {
        core::set_log_level("warning");
        house_.now = parse_instant("2026-11-23T10:00:00Z").value();
        add_project("net", "LGNET3", R"(["CASE","CONTACT"])");
    }

    core::Response ask(const core::Actor& actor, const std::string& line,
                       const std::string& body = {})
    {
        return house_.ask(actor, line, body);
    }
    std::string outcome(const core::Actor& actor, const std::string& line,
                        const std::string& body = {})
    {
        return test_house::outcome_of(ask(actor, line, body));
    }

    void add_project(const std::string& name, const std::string& programme,
                     const std::string& through)
    {
        EXPECT_EQ(outcome(marco, "POST /api/reporting/projects",
                          R"({"id":")" + id(name) + R"(","name":")" + name +
                              R"(","fund":"AMIF_2021_2027","objective":"SO2","number":"P-1",)"
                              R"("starts_on":"2026-01-01","ends_on":"2027-06-30","programme":")" +
                              programme + R"(","through":)" + through + "}"),
                  "201");
    }

    // `more`: what is known beside the given name.
    void add_person(const std::string& name, const std::string& more)
    {
        EXPECT_EQ(outcome(sara, "POST /api/people/persons",
                          R"({"id":")" + id(name) + R"(","given_name":")" + name + "\"" +
                              (more.empty() ? "" : "," + more) + "}"),
                  "201");
    }

    void open_case(const std::string& person)
    {
        EXPECT_EQ(outcome(sara, "POST /api/cases/cases",
                          R"({"id":")" + id("case of " + person) + R"(","person":")" + id(person) +
                              R"(","kind":"integrated","opened_on":"2026-02-01",)"
                              R"("district":"RM-I","needs":["HOUSING"]})"),
                  "201");
    }

    void intervene(const std::string& person, const std::string& code, const std::string& day,
                   const std::string& programme = "")
    {
        EXPECT_EQ(
            outcome(sara, "POST /api/cases/cases/" + id("case of " + person) + "/interventions",
                    R"({"id":")" + id(person + code + day + programme) + R"(","code":")" + code +
                        R"(","on":")" + day + "\"" +
                        (programme.empty() ? "" : R"(,"project":")" + programme + "\"") + "}"),
            "201");
    }

    static std::string packs(const std::string& project, const std::string& rest)
    {
        return "/api/reporting/projects/" + id(project) + "/packs/" + rest;
    }

    // Of a figure of the pack: "3".
    std::string figure(const std::string& project, const std::string& period,
                       const std::string& code)
    {
        const auto response = ask(marco, "GET " + packs(project, period));
        EXPECT_EQ(response.status, 200) << response.body;
        const auto document = JsonDocument::parse(response.body);
        const auto rows = document.root().member("content").member("frameworks").member("rows");
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows.at(i).member("figure").text() == code)
                return std::to_string(rows.at(i).member("value").integer());
        return "absent";
    }

    test_house::TestHouse house_;
    const core::Actor marco = test_house::actor("marco@roma", core::city_coordinator);
    const core::Actor sara = test_house::actor("sara@roma", core::social_worker, {"ss1"});
    const core::Actor rita = test_house::actor("rita@roma", core::administrator);
};

} // namespace test_reporting
