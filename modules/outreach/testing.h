// SPDX-License-Identifier: EUPL-1.2
// A city with two mobile units, a desk and a coordinator, for the tests of outreach.
#pragma once

#include <string>

#include "access/access.h"
#include "base/json.h"
#include "core/log.h"
#include "core/testing.h"
#include "outreach/outreach.h"
#include "people/people.h"

namespace test_outreach {

// The id of a thing that a test speaks of by a name: always the same for the same name.
inline std::string id(const std::string& name) { return to_string(named_uuid("test " + name)); }

class Street : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Street()
        : house_(GetParam(), {access::module(), people::module(), outreach::module()},
                 {"roma", "milano"})
    {
        core::set_log_level("warning");
        access::set_password_cost(1, 8192);
        house_.store("roma").write([&](store::Transaction& transaction) {
            add_team(transaction, "um1", "Unità mobile 1 – Termini");
            add_team(transaction, "um2", "Unità mobile 2 – Tiburtina");
            add_account(transaction, giulia, "Giulia Ferri", "operator");
            add_account(transaction, omar, "Omar Benali", "cultural_mediator");
            add_account(transaction, nina, "Nina Sarti", "nurse");
        });
    }

    // "201", or "409 outreach.person_in_use", or "422 at in_the_future".
    std::string outcome(const core::Actor& actor, const std::string& line,
                        const std::string& body = {})
    {
        return test_house::outcome_of(house_.ask(actor, line, body));
    }

    JsonDocument get(const core::Actor& actor, const std::string& line)
    {
        const auto response = house_.ask(actor, line);
        EXPECT_EQ(response.status, 200) << line << "\n" << response.body;
        return JsonDocument::parse(response.body);
    }

    // How the things of a list are called by the test, in order: "c2 c1".
    std::string items(const core::Actor& actor, const std::string& line,
                      const std::vector<std::string>& names)
    {
        const auto document = get(actor, line);
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

    // The four fields that are needed, at nine in the evening in Italy, and `rest`: ,"person":"…".
    static std::string contact_body(const std::string& name, const std::string& rest = {},
                                    const std::string& at = "2026-11-23T20:00:00Z")
    {
        return R"({"id":")" + id(name) + R"(","at":")" + at +
               R"(","setting":"STATION","district":"RM-I",)" +
               (rest.find("\"outcome\"") == std::string::npos ? R"("outcome":"INFO_ONLY")"
                                                              : R"("apparent_age":"adult")") +
               rest + "}";
    }

    std::string record(const core::Actor& actor, const std::string& name,
                       const std::string& rest = {}, const std::string& at = "2026-11-23T20:00:00Z")
    {
        return outcome(actor, "POST /api/outreach/contacts", contact_body(name, rest, at));
    }

    std::string open_outing(const std::string& name, const std::string& rest = {},
                            const std::string& begins = "20:00", const std::string& ends = "00:30")
    {
        return outcome(giulia, "POST /api/outreach/outings",
                       R"({"id":")" + id(name) + R"(","team":"um1","day":"2026-11-23","begins":")" +
                           begins + R"(","ends":")" + ends + '"' + rest + "}");
    }

    std::string add_person(const std::string& name, const std::string& rest)
    {
        return outcome(giulia, "POST /api/people/persons",
                       R"({"id":")" + id(name) + R"(",)" + rest + "}");
    }

    // A new person of that name for these contacts.
    std::string identify(const std::string& name, const std::string& contact,
                         const std::string& person, const std::string& rest = {})
    {
        return outcome(giulia, "POST /api/outreach/contacts/" + id(contact) + "/person",
                       R"({"id":")" + id(name) + R"(","new_person":{"id":")" + id(person) +
                           R"(","given_name":")" + person + R"("})" + rest + "}");
    }

    std::string undo_identification(const std::string& name)
    {
        return outcome(giulia, "DELETE /api/outreach/identifications/" + id(name));
    }

    // A member of a person, as text: a day, or "" where there is none.
    std::string of_person(const std::string& name, const std::string& member)
    {
        const auto document = get(giulia, "GET /api/people/persons/" + id(name));
        const auto value = document.root().member(member);
        return value.is_null() ? "" : std::string(value.text());
    }

    static std::string contact(const std::string& name)
    {
        return "/api/outreach/contacts/" + id(name);
    }

    const core::Actor giulia =
        test_house::actor("giulia@roma", core::mobile_unit_operator, {"um1"});
    const core::Actor omar = test_house::actor("omar@roma", core::mobile_unit_operator, {"um1"});
    const core::Actor nina = test_house::actor("nina@roma", core::mobile_unit_operator, {"um2"});
    const core::Actor paola = test_house::actor("paola@roma", core::desk_operator);
    const core::Actor sara = test_house::actor("sara@roma", core::social_worker, {"ss1"});
    const core::Actor marco = test_house::actor("marco@roma", core::city_coordinator);
    const core::Actor elena =
        test_house::actor("elena@milano", core::mobile_unit_operator, {"um1"});

    test_house::TestHouse house_;

private:
    void add_team(store::Transaction& transaction, const std::string& code, const std::string& name)
    {
        access::Team team;
        team.id = Id<access::Team>(named_uuid("team " + code));
        team.code = code;
        team.name = name;
        team.kind = "mobile_unit";
        access::add_team(transaction, team);
    }

    void add_account(store::Transaction& transaction, const core::Actor& actor,
                     const std::string& name, const std::string& profession)
    {
        access::Account account;
        account.id = actor.account;
        account.login_name = actor.name;
        account.name = name;
        account.roles = {"mobile_unit_operator"};
        account.teams = actor.teams;
        account.profession = profession;
        account.organisation = "ASL Roma 1";
        account.created_at = house_.now;
        access::add_account(transaction, account, "lgnet-demo-2026");
    }
};

} // namespace test_outreach
