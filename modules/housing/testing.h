// SPDX-License-Identifier: EUPL-1.2
// A house with one place of two beds, eight persons, and two who give beds: for tests of this
// module.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "access/access.h"
#include "base/json.h"
#include "cases/cases.h"
#include "core/log.h"
#include "core/testing.h"
#include "housing/housing.h"

namespace test_housing {

inline std::string id(const std::string& name) { return to_string(named_uuid("test " + name)); }

inline const std::vector<std::string> names{"Abacha", "Bintu",  "Cheikh", "Dembele",
                                            "Eleni",  "Fofana", "Gideon", "Hamid"};

class HousingTest : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    HousingTest()
        : house_(GetParam(),
                 {access::module(), people::module(), cases::module(), housing::module()}, {"roma"})
    {
        core::set_log_level("warning");
        EXPECT_EQ(outcome(marco, "PUT /api/housing/places/" + id("house"),
                          R"({"name":"Casa","kind":"BRIDGE","district":"RM-I",)"
                          R"("address_kept":false,"guests":"ANY","families":false,"pets":false})"),
                  "200");
        for (const auto* bed : {"one", "two"})
            EXPECT_EQ(outcome(marco, "PUT /api/housing/beds/" + id(bed),
                              R"({"place":")" + id("house") + R"(","room":"Stanza","name":")" +
                                  bed + R"(","step_free":false})"),
                      "200");
        for (const auto& name : names)
            EXPECT_EQ(outcome(sara, "POST /api/people/persons",
                              R"({"id":")" + id(name) + R"(","given_name":")" + name + R"("})"),
                      "201");
    }

    std::string outcome(const core::Actor& actor, const std::string& line,
                        const std::string& body = "{}")
    {
        return test_house::outcome_of(house_.ask(actor, line, body, "care"));
    }

    static std::string stay(const std::string& name, const std::string& bed,
                            const std::string& from = "2026-11-23",
                            const std::string& until = "2026-12-23", bool arrived = true)
    {
        return R"({"id":")" + id("stay " + name + bed) + R"(","bed":")" + id(bed) +
               R"(","person":")" + id(name) + R"(","from_on":")" + from + R"(","until":")" + until +
               R"(","arrived":)" + (arrived ? "true" : "false") + "}";
    }

    std::string on_board(const std::string& member, const std::string& query = "")
    {
        const auto response = house_.ask(sara, "GET /api/housing/board" + query);
        EXPECT_EQ(response.status, 200) << response.body;
        const auto document = JsonDocument::parse(response.body);
        return std::to_string(document.root().member(member).integer());
    }

    test_house::TestHouse house_;
    const core::Actor sara = test_house::actor("sara@roma", core::social_worker, {"ss1"});
    const core::Actor marco = test_house::actor("marco@roma", core::city_coordinator, {"coord"});
};

} // namespace test_housing
