// SPDX-License-Identifier: EUPL-1.2
// What administrators and the data-protection officer do, at the edges, on both databases.
#include "access/testing.h"

namespace {

using namespace test_access;
using test_stores::Engine;

constexpr auto show = "GET /api/access/session";

class Accounts : public ::testing::TestWithParam<Engine> {
protected:
    // {"id": …, "login_name": "nadia", …}, with `changes` in place of some members.
    static std::string nadia(const std::vector<std::pair<std::string, std::string>>& changes = {})
    {
        std::vector<std::pair<std::string, std::string>> members{
            {"id", '"' + to_string(Town::id_of("nadia")) + '"'},
            {"login_name", R"("nadia")"},
            {"name", R"("Nadia Serra")"},
            {"roles", R"(["social_worker"])"},
            {"teams", R"(["um1"])"},
            {"language", R"("it")"},
            {"password", R"("una frase lunga da ricordare")"}};
        for (const auto& [name, value] : changes)
            for (auto& member : members)
                if (member.first == name)
                    member.second = value;
        std::string body;
        JsonObject object(body);
        for (const auto& [name, value] : members)
            object.member(name) += value;
        object.close();
        return body;
    }

    static std::string path_of(const std::string& login_name, const std::string& rest = {})
    {
        return "/api/access/accounts/" + to_string(Town::id_of(login_name)) + rest;
    }

    // What list_accounts says of one account.
    std::string entry(Browser& browser, const std::string& login_name, const std::string& member)
    {
        const auto list = browser.ask("GET /api/access/accounts").body;
        const auto count = JsonDocument::parse(list).root().member("items").size();
        for (std::size_t i = 0; i < count; ++i)
            if (at(list, "items." + std::to_string(i) + ".login_name") == login_name)
                return at(list, "items." + std::to_string(i) + "." + member);
        return "not in the list";
    }

    Town town{GetParam()};
};

TEST_P(Accounts, are_added_and_can_log_in)
{
    auto admin = town.logged_in("admin@roma");
    const auto added = admin.ask("POST /api/access/accounts", nadia());
    ASSERT_EQ(added.status, 201) << added.body;
    EXPECT_EQ(added.body.find("frase"), std::string::npos);
    EXPECT_EQ(added.body.find("argon2"), std::string::npos);
    EXPECT_EQ(admin.ask("POST /api/access/accounts", nadia()).body, added.body);

    Browser nadia_herself(*town.house);
    EXPECT_EQ(nadia_herself.log_in("nadia@roma", "una frase lunga da ricordare").status, 200);
    const auto taken =
        nadia({{"id", '"' + to_string(Town::id_of("other")) + '"'}, {"login_name", R"("giulia")"}});
    const auto refused = admin.ask("POST /api/access/accounts", taken);
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(at(refused.body, "code"), "access.login_taken");
}

TEST_P(Accounts, are_refused_with_every_wrong_field)
{
    auto admin = town.logged_in("admin@roma");
    const auto response = admin.ask("POST /api/access/accounts",
                                    nadia({{"login_name", R"("Nadia Serra")"},
                                           {"roles", R"(["social_worker", "network_direction"])"},
                                           {"teams", R"(["um1", "um9"])"},
                                           {"language", R"("xx")"}}));
    EXPECT_EQ(response.status, 422);
    EXPECT_EQ(at(response.body, "errors"), "list of 4");
    EXPECT_EQ(at(response.body, "errors.0.code"), "access.login_name_form");
    EXPECT_EQ(at(response.body, "errors.1.field"), "roles[1]");
    EXPECT_EQ(at(response.body, "errors.2.field"), "teams[1]");
    EXPECT_EQ(at(response.body, "errors.3.field"), "language");

    EXPECT_EQ(
        at(admin.ask("POST /api/access/accounts", nadia({{"roles", "[]"}})).body, "errors.0.field"),
        "roles");
    EXPECT_EQ(at(admin.ask("POST /api/access/accounts", nadia({{"password", R"("corta")"}})).body,
                 "errors.0.code"),
              "access.password_short");
    EXPECT_EQ(entry(admin, "nadia", "name"), "not in the list");
}

TEST_P(Accounts, of_the_network_have_no_role_of_a_city)
{
    auto admin = town.logged_in("admin@rete");
    const auto no_teams = std::pair<std::string, std::string>{"teams", "[]"};
    EXPECT_EQ(admin.status("POST /api/access/accounts", nadia({no_teams})), 422);
    EXPECT_EQ(admin.status("POST /api/access/accounts",
                           nadia({no_teams, {"roles", R"(["network_direction"])"}})),
              201);
}

TEST_P(Accounts, are_the_business_of_administrators)
{
    auto giulia = town.logged_in("giulia@roma");
    auto marco = town.logged_in("marco@roma");
    auto admin_of_rete = town.logged_in("admin@rete");
    EXPECT_EQ(giulia.status("GET /api/access/accounts"), 404);
    EXPECT_EQ(marco.status("GET /api/access/accounts"), 200);
    EXPECT_EQ(marco.status("POST /api/access/accounts", nadia()), 404);
    EXPECT_EQ(marco.status("POST " + path_of("giulia", "/unlock")), 404);
    EXPECT_EQ(admin_of_rete.status("POST " + path_of("giulia", "/unlock")), 404);
    EXPECT_EQ(Browser(*town.house).status("GET /api/access/accounts"), 401);
}

TEST_P(Accounts, change_roles_at_once)
{
    auto admin = town.logged_in("admin@roma");
    auto giulia = town.logged_in("giulia@roma");
    EXPECT_EQ(giulia.status("GET /api/access/journal"), 404);
    const auto wish =
        R"({"name": "Giulia Ferri", "roles": ["data_protection_officer"], "teams": [],)"
        R"( "active": true})";
    EXPECT_EQ(admin.status("PUT " + path_of("giulia"), wish), 200);
    EXPECT_EQ(giulia.status("GET /api/access/journal"), 200);
    EXPECT_EQ(at(giulia.ask(show).body, "teams"), "list of 0");
}

TEST_P(Accounts, that_are_closed_are_out_at_once)
{
    auto admin = town.logged_in("admin@roma");
    auto giulia = town.logged_in("giulia@roma");
    const auto wish = [](bool active) {
        return std::string(R"({"name": "Giulia Ferri", "roles": ["mobile_unit_operator"],)") +
               R"("teams": ["um1"], "active": )" + (active ? "true}" : "false}");
    };
    EXPECT_EQ(admin.status("PUT " + path_of("giulia"), wish(false)), 200);
    EXPECT_EQ(giulia.status(show), 401);
    EXPECT_EQ(at(Browser(*town.house).log_in("giulia@roma").body, "code"),
              "access.wrong_credentials");

    EXPECT_EQ(admin.status("PUT " + path_of("giulia"), wish(true)), 200);
    EXPECT_EQ(giulia.status(show), 401) << "the old session stays ended";
    EXPECT_EQ(Browser(*town.house).log_in("giulia@roma").status, 200);
}

TEST_P(Accounts, keep_one_administrator)
{
    auto admin = town.logged_in("admin@roma");
    const auto resign =
        R"({"name": "Ada Neri", "roles": ["researcher"], "teams": [], "active": true})";
    const auto leave =
        R"({"name": "Ada Neri", "roles": ["administrator"], "teams": [], "active": false})";
    EXPECT_EQ(at(admin.ask("PUT " + path_of("admin"), resign).body, "code"),
              "access.last_administrator");
    EXPECT_EQ(admin.status("PUT " + path_of("admin"), leave), 409);

    EXPECT_EQ(admin.status("POST /api/access/accounts", nadia({{"roles", R"(["administrator"])"}})),
              201);
    EXPECT_EQ(admin.status("PUT " + path_of("admin"), resign), 200);
    EXPECT_EQ(admin.status("PUT " + path_of("admin"), leave), 404);
}

TEST_P(Accounts, are_unlocked_by_hand)
{
    auto admin = town.logged_in("admin@roma");
    Browser forgetful(*town.house);
    for (int i = 0; i < 5; ++i)
        forgetful.log_in("giulia@roma", "not-this-password");
    EXPECT_EQ(entry(admin, "giulia", "locked"), "true");
    EXPECT_EQ(entry(admin, "giulia", "locked_until"), "2026-11-23T21:30:00.000Z");
    EXPECT_EQ(entry(admin, "marco", "locked"), "false");

    EXPECT_EQ(admin.status("POST " + path_of("giulia", "/unlock")), 200);
    EXPECT_EQ(entry(admin, "giulia", "locked"), "false");
    EXPECT_EQ(forgetful.log_in("giulia@roma").status, 200);
    EXPECT_EQ(admin.status("POST " + path_of("nobody", "/unlock")), 404);
}

TEST_P(Accounts, get_a_new_password_when_the_old_one_is_forgotten)
{
    auto admin = town.logged_in("admin@roma");
    auto giulia = town.logged_in("giulia@roma");
    const auto set = "PUT " + path_of("giulia", "/password");
    EXPECT_EQ(admin.status(set, R"({"wanted": "corta"})"), 422);
    EXPECT_EQ(admin.status(set, R"({"wanted": "sette cavalli a Trastevere"})"), 204);
    EXPECT_EQ(giulia.status(show), 401);
    EXPECT_EQ(Browser(*town.house).log_in("giulia@roma").status, 401);
    EXPECT_EQ(Browser(*town.house).log_in("giulia@roma", "sette cavalli a Trastevere").status, 200);
}

TEST_P(Accounts, are_listed_page_by_page)
{
    auto admin = town.logged_in("admin@roma");
    const auto first = admin.ask("GET /api/access/accounts?limit=3").body;
    EXPECT_EQ(at(first, "items"), "list of 3");
    EXPECT_EQ(at(first, "items.0.login_name"), "admin");
    EXPECT_EQ(at(first, "next"), "giulia");
    const auto second = admin.ask("GET /api/access/accounts?limit=3&after=giulia").body;
    EXPECT_EQ(at(second, "items"), "list of 1");
    EXPECT_EQ(at(second, "items.0.login_name"), "marco");
    EXPECT_EQ(at(second, "next"), "");
}

TEST_P(Accounts, are_colleagues_to_each_other)
{
    auto giulia = town.logged_in("giulia@roma");
    EXPECT_EQ(at(giulia.ask("GET /api/access/colleagues").body, "items"), "list of 4");
    const auto team = giulia.ask("GET /api/access/colleagues?team=um1").body;
    EXPECT_EQ(at(team, "items"), "list of 1");
    EXPECT_EQ(at(team, "items.0.name"), "Giulia Ferri");
    EXPECT_EQ(team.find("login"), std::string::npos);
}

TEST_P(Accounts, belong_to_teams)
{
    auto admin = town.logged_in("admin@roma");
    const auto team = [](const std::string& number, const std::string& code,
                         const std::string& districts) {
        return R"({"id": "01900000-0000-7000-8000-00000011000)" + number + R"(", "code": ")" +
               code + R"(", "name": "Unità mobile", "kind": "mobile_unit", "districts": )" +
               districts + "}";
    };
    EXPECT_EQ(admin.status("POST /api/access/teams", team("1", "um2", R"(["RM-II"])")), 201);
    EXPECT_EQ(at(admin.ask("POST /api/access/teams", team("2", "um2", "[]")).body, "code"),
              "access.team_taken");
    EXPECT_EQ(admin.status("POST /api/access/teams", team("3", "um3", R"(["MI-1"])")), 422);
    auto giulia = town.logged_in("giulia@roma");
    const auto teams = giulia.ask("GET /api/access/teams").body;
    EXPECT_EQ(at(teams, "items"), "list of 2");
    EXPECT_EQ(at(teams, "items.1.districts.0"), "RM-II");
    EXPECT_EQ(giulia.status("POST /api/access/teams", team("4", "um4", "[]")), 404);
}

// ---- machines

constexpr auto new_token = R"({"id": "01900000-0000-7000-8000-000000120fff", "name": "Cruscotto",)"
                           R"( "roles": ["researcher"], "expires_on": "2026-11-24"})";

core::Response ask_as_machine(core::House& house, const std::string& token, std::string_view line,
                              const std::string& body = {})
{
    auto request = test_house::request(line, body);
    request.headers.emplace_back("authorization", "Bearer " + token);
    return house.answer(request);
}

TEST_P(Accounts, of_machines_come_with_a_token)
{
    auto admin = town.logged_in("admin@roma");
    const auto added = admin.ask("POST /api/access/tokens", new_token);
    ASSERT_LT(added.status, 300) << added.body;
    const auto token = at(added.body, "token");
    EXPECT_TRUE(token.starts_with("lgnet_roma_")) << token;
    EXPECT_EQ(admin.ask("GET /api/access/tokens").body.find(token), std::string::npos);

    const auto session = ask_as_machine(*town.house, token, show);
    EXPECT_EQ(session.status, 200);
    EXPECT_EQ(at(session.body, "name"), "Cruscotto");
    EXPECT_EQ(at(session.body, "roles.0"), "researcher");
    EXPECT_EQ(ask_as_machine(*town.house, token, "GET /api/access/tokens").status, 404);
    EXPECT_EQ(ask_as_machine(*town.house, token, "PUT /api/access/language", R"({"language":"en"})")
                  .status,
              404);
    EXPECT_EQ(ask_as_machine(*town.house, token, "DELETE /api/access/session").status, 404);
    EXPECT_EQ(ask_as_machine(*town.house, "lgnet_rete_" + token.substr(11), show).status, 401);

    town.restart();
    EXPECT_EQ(ask_as_machine(*town.house, token, show).status, 200);
}

TEST_P(Accounts, of_machines_end_when_revoked_or_expired)
{
    auto admin = town.logged_in("admin@roma");
    const auto token = at(admin.ask("POST /api/access/tokens", new_token).body, "token");
    const auto revoke = "DELETE /api/access/tokens/01900000-0000-7000-8000-000000120fff";
    EXPECT_EQ(admin.status(revoke), 204);
    EXPECT_EQ(ask_as_machine(*town.house, token, show).status, 401);
    EXPECT_EQ(admin.status(revoke), 404);

    std::string second = new_token;
    second.replace(second.find("fff"), 3, "ffe");
    const auto short_lived = at(admin.ask("POST /api/access/tokens", second).body, "token");
    town.pass_hours(25); // 24 November, 23:15 in Italy: its last day
    EXPECT_EQ(ask_as_machine(*town.house, short_lived, show).status, 200);
    town.pass_hours(1);
    EXPECT_EQ(ask_as_machine(*town.house, short_lived, show).status, 401);

    auto again = town.logged_in("admin@roma");
    EXPECT_EQ(at(again.ask("POST /api/access/tokens", new_token).body, "errors.0.code"),
              "access.in_the_past");
}

TEST_P(Accounts, of_machines_show_their_token_once)
{
    auto admin = town.logged_in("admin@roma");
    EXPECT_LT(admin.status("POST /api/access/tokens", new_token), 300);
    EXPECT_EQ(admin.status("POST /api/access/tokens", new_token), 409);
}

// ---- the journal

TEST_P(Accounts, have_what_they_did_in_the_journal)
{
    auto admin = town.logged_in("admin@roma");
    admin.ask("POST " + path_of("giulia", "/unlock"));
    town.pass_hours(3); // the next day
    admin.ask("POST " + path_of("marco", "/unlock"));
    auto dpo = town.logged_in("dpo@roma");
    const auto read = [&](const std::string& query) {
        return dpo.ask("GET /api/access/journal" + query).body;
    };

    EXPECT_EQ(at(read(""), "items.0.act"), "access.log_in");
    const auto unlocked = read("?act=access.unlock_account");
    EXPECT_EQ(at(unlocked, "items"), "list of 2");
    EXPECT_EQ(at(unlocked, "items.0.actor_name"), "Ada Neri");
    EXPECT_EQ(at(unlocked, "items.0.thing"), to_string(Town::id_of("marco")));
    EXPECT_EQ(at(read("?act=access.unlock_account&from=2026-11-24"), "items"), "list of 1");
    EXPECT_EQ(at(read("?act=access.unlock_account&to=2026-11-23"), "items"), "list of 1");
    EXPECT_EQ(at(read("?actor=" + to_string(Town::id_of("admin"))), "items"), "list of 2");
    EXPECT_EQ(at(read("?actor=" + to_string(Town::id_of("giulia"))), "items"), "list of 0");
    EXPECT_EQ(at(read("?person=" + to_string(Town::id_of("giulia"))), "items"), "list of 0");

    const auto first = read("?limit=1");
    EXPECT_EQ(at(first, "items"), "list of 1");
    const auto second = read("?limit=1&after=" + at(first, "next"));
    EXPECT_EQ(at(second, "items.0.act"), "access.unlock_account");
    EXPECT_EQ(admin.status("GET /api/access/journal"), 404);
}

INSTANTIATE_TEST_SUITE_P(Both, Accounts, test_stores::both(), ::testing::PrintToStringParamName());

} // namespace
