// SPDX-License-Identifier: EUPL-1.2
// A service with two social workers and a nurse, their neighbours and two persons, for the tests of
// cases.
#pragma once

#include <map>
#include <string>

#include "access/access.h"
#include "base/json.h"
#include "cases/cases.h"
#include "core/log.h"
#include "core/testing.h"
#include "people/people.h"

namespace test_cases {

// The id of a thing that a test speaks of by a name: always the same for the same name.
inline std::string id(const std::string& name) { return to_string(named_uuid("test " + name)); }

class Service : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Service() : house_(GetParam(), {access::module(), people::module(), cases::module()}, {"roma"})
    {
        core::set_log_level("warning");
        add_account(sara, "Sara Marchetti", "social_worker");
        add_account(luca, "Luca De Santis", "educator");
        add_account(vera, "Vera Nanni", "nurse");
        add_person("amina", R"("given_name":"Amina","family_name":"Diallo","gender":"F")");
        add_person("ibrahima", R"("given_name":"Ibrahima","family_name":"Sow","gender":"M")");
    }

    core::Response ask(const core::Actor& actor, const std::string& line,
                       const std::string& body = {})
    {
        return house_.ask(actor, line, body);
    }

    // "201", or "409 cases.already_open", or "422 ends_on cases.end_required".
    std::string outcome(const core::Actor& actor, const std::string& line,
                        const std::string& body = {})
    {
        return test_house::outcome_of(ask(actor, line, body));
    }

    // A member of an answer that must be there, as text: "open", "2026-11-23", "3".
    std::string member(const core::Actor& actor, const std::string& line, const std::string& name)
    {
        const auto response = ask(actor, line);
        EXPECT_EQ(response.status, 200) << line << "\n" << response.body;
        const auto document = JsonDocument::parse(response.body);
        const auto value = document.root().member(name);
        switch (value.kind()) {
        case JsonView::Kind::text:
            return std::string(value.text());
        case JsonView::Kind::integer:
            return std::to_string(value.integer());
        case JsonView::Kind::boolean:
            return value.boolean() ? "true" : "false";
        case JsonView::Kind::list:
        case JsonView::Kind::object:
            return std::to_string(value.size()) + " entries";
        default:
            return "absent";
        }
    }

    // The ids of the items of a list, as the names that the test gave them, in order: "c2 c1".
    std::string items(const core::Actor& actor, const std::string& line,
                      const std::vector<std::string>& names)
    {
        const auto response = ask(actor, line);
        EXPECT_EQ(response.status, 200) << line << "\n" << response.body;
        const auto document = JsonDocument::parse(response.body);
        const auto list = document.root().member("items");
        std::string found;
        for (std::size_t i = 0; i < list.size(); ++i) {
            std::string shown = "?";
            for (const auto& name : names)
                if (list.at(i).member("id").text() == id(name))
                    shown = name;
            found += (found.empty() ? "" : " ") + shown;
        }
        return found;
    }

    std::string open_body(const std::string& name, const std::string& person,
                          const std::string& rest)
    {
        return R"({"id":")" + id(name) + R"(","person":")" + id(person) +
               R"(","district":"RM-I",)" + rest + "}";
    }

    // An integrated case of that person, opened by Sara.
    void open_integrated(const std::string& name, const std::string& person,
                         const std::string& opened_on = "2026-11-01")
    {
        const auto body =
            open_body(name, person, R"("kind":"integrated","opened_on":")" + opened_on + '"');
        EXPECT_EQ(outcome(sara, "POST /api/cases/cases", body), "201");
    }

    void open_temporary(const std::string& name, const std::string& person,
                        const std::string& ends_on, const std::string& opened_on = "2026-11-01")
    {
        const auto body = open_body(name, person,
                                    R"("kind":"temporary","opened_on":")" + opened_on +
                                        R"(","ends_on":")" + ends_on + '"');
        EXPECT_EQ(outcome(sara, "POST /api/cases/cases", body), "201");
    }

    static std::string at(const std::string& name, const std::string& more = {})
    {
        return "/api/cases/cases/" + id(name) + more;
    }

    void add_person(const std::string& name, const std::string& rest)
    {
        EXPECT_EQ(outcome(sara, "POST /api/people/persons",
                          R"({"id":")" + id(name) + R"(",)" + rest + "}"),
                  "201");
    }

    void merge(const std::string& kept, const std::string& duplicate)
    {
        EXPECT_EQ(outcome(sara, "POST /api/people/merges",
                          R"({"id":")" + id("merge " + duplicate) + R"(","kept":")" + id(kept) +
                              R"(","duplicate":")" + id(duplicate) + R"("})"),
                  "201");
    }

    const core::Actor sara = test_house::actor("sara@roma", core::social_worker, {"ss1"});
    const core::Actor luca = test_house::actor("luca@roma", core::social_worker, {"ss1"});
    const core::Actor vera = test_house::actor("vera@roma", core::social_worker, {"ss1"});
    const core::Actor nadia = test_house::actor("nadia@roma", core::social_worker, {"ss10"});
    const core::Actor giulia =
        test_house::actor("giulia@roma", core::mobile_unit_operator, {"um1"});
    const core::Actor paola = test_house::actor("paola@roma", core::desk_operator, {"oss"});
    const core::Actor marco = test_house::actor("marco@roma", core::city_coordinator);
    const core::Actor bruno = test_house::actor("ricerca@roma", core::researcher);

    test_house::TestHouse house_;

private:
    void add_account(const core::Actor& actor, const std::string& name,
                     const std::string& profession)
    {
        access::set_password_cost(1, 8192);
        access::Account account;
        account.id = actor.account;
        account.login_name = actor.name;
        account.name = name;
        account.roles = {"social_worker"};
        account.teams = actor.teams;
        account.profession = profession;
        account.created_at = house_.now;
        house_.store("roma").write([&](store::Transaction& transaction) {
            access::add_account(transaction, account, "lgnet-demo-2026");
        });
    }
};

} // namespace test_cases
