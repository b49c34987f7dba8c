// SPDX-License-Identifier: EUPL-1.2
// A city with two mobile units, a triage desk, a coordinator and people who report, for the tests
// of reports.
#pragma once

#include <string>

#include "access/access.h"
#include "base/json.h"
#include "core/log.h"
#include "core/testing.h"
#include "outreach/outreach.h"
#include "people/people.h"
#include "reports/reports.h"

namespace test_reports {

// The id of a thing that a test speaks of by a name: always the same for the same name.
inline std::string id(const std::string& name) { return to_string(named_uuid("test " + name)); }

inline std::string text_of(JsonView object, std::string_view name)
{
    const auto value = object.member(name);
    return value.kind() == JsonView::Kind::text ? std::string(value.text()) : "";
}

class Desk : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Desk()
        : house_(GetParam(),
                 {access::module(), people::module(), outreach::module(), cases::module(),
                  reports::module()},
                 {"roma", "milano"})
    {
        core::set_log_level("warning");
        access::set_password_cost(1, 8192);
        house_.store("roma").write([&](store::Transaction& transaction) {
            add_team(transaction, "um1", "Unità mobile 1 – Termini", "mobile_unit",
                     {"RM-I", "RM-II"});
            add_team(transaction, "um2", "Unità mobile 2 – Tiburtina", "mobile_unit", {"RM-V"});
            add_team(transaction, "oss", "One stop shop", "desk", {});
            add_account(transaction, giulia, "educator", {"it", "en"});
            add_account(transaction, omar, "cultural_mediator", {"it", "ar"});
            add_account(transaction, nina, "nurse", {"it"});
        });
    }

    core::Response asked(const core::Actor& actor, const std::string& line,
                         const std::string& body = {})
    {
        return house_.ask(actor, line, body);
    }
    // As somebody without a log-in, from that address.
    core::Response as_guest(const std::string& line, const std::string& body = {},
                            const std::string& address = "192.0.2.1")
    {
        auto request = test_house::request(line, body, "");
        request.remote = address;
        std::erase_if(request.headers,
                      [](const auto& header) { return header.first == "lgnet-purpose"; });
        return house_.house->answer(request);
    }

    // "201", or "409 reports.closed", or "422 at in_the_future".
    std::string outcome(const core::Actor& actor, const std::string& line,
                        const std::string& body = {})
    {
        return test_house::outcome_of(asked(actor, line, body));
    }
    JsonDocument get(const core::Actor& actor, const std::string& line)
    {
        const auto response = asked(actor, line);
        EXPECT_EQ(response.status, 200) << line << "\n" << response.body;
        return JsonDocument::parse(response.body);
    }

    // What a report says at least, and `rest`: ,"place":"…".
    static std::string body(const std::string& name, const std::string& rest = {})
    {
        return R"({"id":")" + id(name) + R"(","ticket":")" + id("ticket " + name) + '"' +
               (rest.find("\"category\"") == std::string::npos ? R"(,"category":"STREET_DISTRESS")"
                                                               : "") +
               (rest.find("\"district\"") == std::string::npos ? R"(,"district":"RM-I")" : "") +
               (rest.find("\"description\"") == std::string::npos
                    ? R"(,"description":"Un uomo dorme a terra da due giorni")"
                    : "") +
               rest + "}";
    }
    // Written down at the desk; answers its code.
    std::string record(const std::string& name, const std::string& rest = {})
    {
        const auto response = asked(paola, "POST /api/reports/reports",
                                    body(name, R"(,"channel":"phone","source":"14")" + rest));
        EXPECT_EQ(response.status, 200) << response.body;
        return text_of(JsonDocument::parse(response.body).root(), "code");
    }
    std::string send(const std::string& name, const std::string& rest = {},
                     const std::string& address = "192.0.2.1")
    {
        return test_house::outcome_of(
            as_guest("POST /api/reports/public/roma/reports", body(name, rest), address));
    }
    std::string assess(const std::string& name, const std::string& priority,
                       const std::string& rest = {})
    {
        return outcome(paola, "PUT /api/reports/reports/" + id(name) + "/assessment",
                       R"({"category":"STREET_DISTRESS","source":"14","district":"RM-I",)"
                       R"("priority":")" +
                           priority + '"' + rest + "}");
    }
    std::string offer(const std::string& name, const std::string& dispatch,
                      const std::string& team = "um1")
    {
        return outcome(paola, "POST /api/reports/dispatches",
                       R"({"id":")" + id(dispatch) + R"(","report":")" + id(name) +
                           R"(","team":")" + team + "\"}");
    }
    std::string accept(const core::Actor& actor, const std::string& dispatch)
    {
        return outcome(actor, "POST /api/reports/dispatches/" + id(dispatch) + "/accept");
    }
    std::string verify(const core::Actor& actor, const std::string& name,
                       const std::string& verification, const std::string& finding = "confirmed")
    {
        return outcome(actor, "POST /api/reports/verifications",
                       R"({"id":")" + id(verification) + R"(","report":")" + id(name) +
                           R"(","finding":")" + finding + R"(","at":")" + to_string(house_.now) +
                           R"(","note":"Trovato vicino al binario"})");
    }
    std::string close(const core::Actor& actor, const std::string& name,
                      const std::string& outcome_code = "CONTACT_MADE")
    {
        return outcome(actor, "POST /api/reports/reports/" + id(name) + "/close",
                       R"({"outcome":")" + outcome_code + "\"}");
    }
    // One word of a report as the coordinator sees it: "status", "clock", "team".
    std::string of(const std::string& name, const std::string& member)
    {
        const auto document = get(marco, "GET /api/reports/reports/" + id(name));
        return text_of(document.root(), member);
    }
    std::string follow(const std::string& code, const std::string& city = "roma",
                       const std::string& address = "192.0.2.1")
    {
        const auto response = as_guest("POST /api/reports/public/" + city + "/follow",
                                       R"({"code":")" + code + "\"}", address);
        return response.status == 200 ? text_of(JsonDocument::parse(response.body).root(), "status")
                                      : test_house::outcome_of(response);
    }
    void later(int minutes) { house_.now = house_.now.plus_seconds(60LL * minutes); }

    const core::Actor giulia =
        test_house::actor("giulia@roma", core::mobile_unit_operator, {"um1"});
    const core::Actor omar = test_house::actor("omar@roma", core::mobile_unit_operator, {"um1"});
    const core::Actor nina = test_house::actor("nina@roma", core::mobile_unit_operator, {"um2"});
    const core::Actor paola = test_house::actor("paola@roma", core::desk_operator, {"oss"});
    const core::Actor sara = test_house::actor("sara@roma", core::social_worker, {"ss1"});
    const core::Actor marco = test_house::actor("marco@roma", core::city_coordinator);
    const core::Actor elena =
        test_house::actor("elena@milano", core::mobile_unit_operator, {"um1"});

    test_house::TestHouse house_;

private:
    void add_team(store::Transaction& transaction, const std::string& code, const std::string& name,
                  const std::string& kind, std::vector<std::string> districts)
    {
        access::Team team;
        team.id = Id<access::Team>(named_uuid("team " + code));
        team.code = code;
        team.name = name;
        team.kind = kind;
        team.districts = std::move(districts);
        access::add_team(transaction, team);
    }

    void add_account(store::Transaction& transaction, const core::Actor& actor,
                     const std::string& profession, std::vector<std::string> speaks)
    {
        access::Account account;
        account.id = actor.account;
        account.login_name = actor.name;
        account.name = actor.name;
        account.roles = {"mobile_unit_operator"};
        account.teams = actor.teams;
        account.profession = profession;
        account.speaks = std::move(speaks);
        account.created_at = house_.now;
        access::add_account(transaction, account, "lgnet-demo-2026");
    }
};

} // namespace test_reports
