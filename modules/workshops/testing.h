// SPDX-License-Identifier: EUPL-1.2
// A workshop with its leader, another one, and four persons, for the tests of workshops.
#pragma once

#include <string>

#include "access/access.h"
#include "base/json.h"
#include "core/log.h"
#include "core/testing.h"
#include "people/people.h"
#include "workshops/workshops.h"

namespace test_workshops {

// The id of a thing that a test speaks of by a name: always the same for the same name.
inline std::string id(const std::string& name) { return to_string(named_uuid("test " + name)); }

class Hall : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Hall() : house_(GetParam(), {access::module(), people::module(), workshops::module()}, {"roma"})
    {
        core::set_log_level("warning");
        add_account(elvira, "Elvira Santoro");
        add_account(nora, "Nora Pace");
        add_person("amina", R"("given_name":"Amina","family_name":"Diallo","gender":"F")");
        add_person("ibrahima", R"("given_name":"Ibrahima","family_name":"Sow","gender":"M")");
        add_person("fatou", R"("given_name":"Fatou","family_name":"Ndiaye","gender":"F")");
        add_person("mamadou", R"("nickname":"Dudù","gender":"M")");
    }

    core::Response ask(const core::Actor& actor, const std::string& line,
                       const std::string& body = {})
    {
        // Nobody is as quick as a test: who comes later has come later.
        house_.now = house_.now.plus_seconds(60);
        return house_.ask(actor, line, body);
    }

    // "201", or "409 workshops.full", or "422 called workshops.first_name_only".
    std::string outcome(const core::Actor& actor, const std::string& line,
                        const std::string& body = {})
    {
        return test_house::outcome_of(ask(actor, line, body));
    }

    void write_workshop(const std::string& name, int seats, const core::Actor& leader,
                        const std::string& rest = {})
    {
        EXPECT_EQ(outcome(sara, "PUT /api/workshops/workshops/" + id(name),
                          R"({"kind":"THEATRE","name":")" + name +
                              R"(","run_by":"Scena Aperta","place":"Padiglione 17",)"
                              R"("district":"RM-I","seats":)" +
                              std::to_string(seats) + R"(,"leaders":[")" +
                              to_string(leader.account) + "\"]" + rest + "}"),
                  "200");
    }

    void add_session(const std::string& name, const std::string& workshop,
                     const std::string& begins_at)
    {
        EXPECT_EQ(outcome(sara, "POST /api/workshops/sessions",
                          R"({"id":")" + id(name) + R"(","workshop":")" + id(workshop) +
                              R"(","begins_at":")" + begins_at + R"(","minutes":120})"),
                  "201");
    }

    std::string enrol(const std::string& name, const std::string& workshop,
                      const std::string& person, const std::string& rest = {})
    {
        return outcome(sara, "POST /api/workshops/enrolments",
                       R"({"id":")" + id(name) + R"(","workshop":")" + id(workshop) +
                           R"(","person":")" + id(person) + '"' + rest + "}");
    }

    static std::string enrolment(const std::string& name, const std::string& more = {})
    {
        return "/api/workshops/enrolments/" + id(name) + more;
    }

    void add_person(const std::string& name, const std::string& rest)
    {
        EXPECT_EQ(outcome(sara, "POST /api/people/persons",
                          R"({"id":")" + id(name) + R"(",)" + rest + "}"),
                  "201");
    }

    // From now on that person is in the care of the équipe for minors; nobody else reads of them.
    void guard(const std::string& name)
    {
        static const store::Sql write_guard{"insert into people_guarded"
                                            " (guarded_person, guarded_at) values ($1, $2)"};
        house_.store("roma").write([&](store::Transaction& transaction) {
            transaction.execute(write_guard, id(name), house_.now);
        });
    }

    const core::Actor ines = test_house::actor("ines@roma", core::minors_worker);
    const core::Actor sara = test_house::actor("sara@roma", core::social_worker, {"ss1"});
    const core::Actor giulia =
        test_house::actor("giulia@roma", core::mobile_unit_operator, {"um1"});
    const core::Actor elvira = test_house::actor("elvira@roma", core::workshop_leader);
    const core::Actor nora = test_house::actor("nora@roma", core::workshop_leader);

    test_house::TestHouse house_;

private:
    void add_account(const core::Actor& actor, const std::string& name)
    {
        access::set_password_cost(1, 8192);
        access::Account account;
        account.id = actor.account;
        account.login_name = actor.name;
        account.name = name;
        account.roles = {"workshop_leader"};
        account.created_at = house_.now;
        house_.store("roma").write([&](store::Transaction& transaction) {
            access::add_account(transaction, account, "lgnet-demo-2026");
        });
        house_.house->find_place("roma")->kept.clear();
    }
};

} // namespace test_workshops
