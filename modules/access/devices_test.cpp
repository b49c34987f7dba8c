// SPDX-License-Identifier: EUPL-1.2
// Telephones that keep work without a signal, at the edges, on both databases.
#include "access/testing.h"

namespace {

using namespace test_access;
using test_stores::Engine;

constexpr auto phone = "01900000-0000-7000-8000-000000130f01";

class Devices : public ::testing::TestWithParam<Engine> {
protected:
    static std::string wish(const char* id = phone)
    {
        return R"({"id":")" + std::string(id) + R"(","name":"Telefono"})";
    }
    bool is_revoked()
    {
        Browser nobody(*town.house);
        const auto answer = nobody.ask("POST /api/access/devices/" + std::string(phone) + "/state",
                                       R"({"store":"roma"})");
        EXPECT_EQ(answer.status, 200) << answer.body;
        return answer.body == R"({"revoked":true})";
    }

    Town town{GetParam()};
};

TEST_P(Devices, keep_their_secret_sealed)
{
    auto giulia = town.logged_in("giulia@roma");
    const auto answer = giulia.ask("POST /api/access/devices", wish());
    ASSERT_EQ(answer.status, 200) << answer.body;
    const auto secret = at(answer.body, "secret");
    EXPECT_EQ(secret.size(), 43u);
    static const store::Sql select{"select secret from access_device"};
    town.store("roma").read([&](store::Transaction& transaction) {
        const auto rows = transaction.query(select);
        ASSERT_TRUE(rows->next());
        EXPECT_TRUE(rows->text(0).starts_with("s1."));
        EXPECT_EQ(rows->text(0).find(secret), std::string_view::npos);
    });
}

TEST_P(Devices, are_revoked_when_their_account_is_closed)
{
    auto giulia = town.logged_in("giulia@roma");
    ASSERT_EQ(giulia.status("POST /api/access/devices", wish()), 200);
    EXPECT_FALSE(is_revoked());
    auto admin = town.logged_in("admin@roma");
    ASSERT_EQ(admin.status("PUT /api/access/accounts/" + to_string(Town::id_of("giulia")),
                           R"({"name":"Giulia Ferri","roles":["mobile_unit_operator"],)"
                           R"("teams":["um1"],"active":false})"),
              200);
    EXPECT_TRUE(is_revoked());
    EXPECT_EQ(giulia.status("POST /api/access/devices/" + std::string(phone) + "/secret"), 401);
}

TEST_P(Devices, revoked_at_the_desk_lose_their_session_too)
{
    auto giulia = town.logged_in("giulia@roma");
    auto marco = town.logged_in("marco@roma");
    ASSERT_EQ(giulia.status("POST /api/access/devices", wish()), 200);
    ASSERT_EQ(marco.status("DELETE /api/access/devices/" + std::string(phone)), 200);
    EXPECT_EQ(giulia.status("GET /api/access/session"), 401);
    EXPECT_EQ(marco.status("GET /api/access/session"), 200);
}

TEST_P(Devices, revoked_by_their_owner_leave_the_session_that_asks)
{
    auto lost = town.logged_in("giulia@roma");
    auto desk = town.logged_in("giulia@roma");
    ASSERT_EQ(lost.status("POST /api/access/devices", wish()), 200);
    ASSERT_EQ(desk.status("DELETE /api/access/devices/" + std::string(phone)), 200);
    EXPECT_EQ(lost.status("GET /api/access/session"), 401);
    EXPECT_EQ(desk.status("GET /api/access/session"), 200);
}

TEST_P(Devices, of_somebody_else_keep_their_id)
{
    auto giulia = town.logged_in("giulia@roma");
    auto marco = town.logged_in("marco@roma");
    ASSERT_EQ(giulia.status("POST /api/access/devices", wish()), 200);
    EXPECT_EQ(marco.status("POST /api/access/devices", wish()), 409);
    // Who is not of a city's team has no telephone of ours, and the network has none.
    EXPECT_EQ(town.logged_in("dpo@roma").status("GET /api/access/devices"), 404);
    EXPECT_EQ(town.logged_in("admin@rete").status("GET /api/access/devices"), 404);
    EXPECT_EQ(town.logged_in("admin@roma").status("GET /api/access/devices"), 200);
    EXPECT_EQ(town.logged_in("admin@roma").status("POST /api/access/devices", wish()), 404);
}

TEST_P(Devices, revoked_twice_are_revoked_once)
{
    auto giulia = town.logged_in("giulia@roma");
    ASSERT_EQ(giulia.status("POST /api/access/devices", wish()), 200);
    const auto revoke = "DELETE /api/access/devices/" + std::string(phone);
    const auto first = giulia.ask(revoke);
    town.pass_hours(1);
    const auto second = giulia.ask(revoke);
    EXPECT_EQ(at(first.body, "revoked_at"), at(second.body, "revoked_at"));
}

INSTANTIATE_TEST_SUITE_P(Both, Devices, test_stores::both(), ::testing::PrintToStringParamName());

} // namespace
