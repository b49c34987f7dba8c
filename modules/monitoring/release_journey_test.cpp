// SPDX-License-Identifier: EUPL-1.2
// A release with a new indicator reaches three cities, and its figures come back the same day; a
// city that calls an intervention by a name of its own is counted with the others.
#include "core/log.h"
#include "core/testing.h"
#include "monitoring/monitoring.h"
#include "network/network.h"
#include "outreach/outreach.h"
#include "people/people.h"

namespace monitoring {

namespace {

constexpr auto definition = R"toml(code = "NET-90"
version = 1
unit = "events"
framework = "LgNet"
breakdowns = []

[name]
it = "Orientamenti personalizzati in strada"
en = "Personal guidance in the street"

[definition]
it = "Quante volte un contatto è stato anche un orientamento personalizzato."
en = "How many contacts were personal guidance too."

[counts]
it = "I contatti con ORI.PERS."
en = "Contacts with ORI.PERS."

[source]
it = "Una versione del catalogo."
en = "A release of the catalogue."

[example]
period = "2026-Q3"
as_of = "2026-10-10"
it = "Uno."
en = "One."
expected = [
    { breakdown = "total", value = 1 },
    { window = "year_to_date", breakdown = "total", value = 1 },
]

[[example.facts]]
view = "outreach_fact_intervention"
columns = ["contact_key", "day", "code", "district"]
rows = [["c1", "2026-07-03", "ORI.PERS", "RM-I"]]
)toml";

constexpr auto query = "select i.contact_key as key, i.day, i.district "
                       "from outreach_fact_intervention i "
                       "where i.code = 'ORI.PERS' and i.day >= $1 and i.day < $2\n";

std::string id_of(const std::string& name) { return to_string(named_uuid("journey " + name)); }

class ReleaseJourney : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    ReleaseJourney() { core::set_log_level("off"); }

    std::string said(const core::Actor& who, const std::string& line, const std::string& body = {})
    {
        const auto response = house_.ask(who, line, body);
        settle(*house_.house);
        return response.status < 300 ? std::to_string(response.status) : response.body;
    }
    static void settle(core::House& house) { network::settle(house); }

    core::Actor coordinator(const std::string& city)
    {
        return test_house::actor("coordina@" + city, core::city_coordinator);
    }

    std::string put(const std::string& path, const std::string& text)
    {
        std::string body = R"({"path":")" + path + R"(","text":)";
        write_json(body, text);
        return said(anna, "PUT /api/network/draft", body + "}");
    }

    std::string meet(const std::string& city, const std::string& district, const std::string& code,
                     int number)
    {
        const auto who = test_house::actor("giulia@" + city, core::mobile_unit_operator, {"um1"});
        return said(who, "POST /api/outreach/contacts",
                    R"({"id":")" + id_of(city + std::to_string(number)) +
                        R"(","at":"2026-09-10T18:00:00Z","setting":"STATION","district":")" +
                        district + R"(","outcome":"ENGAGED","interventions":[")" + code + "\"]}");
    }

    test_house::TestHouse house_{
        GetParam(),
        {network::module(), people::module(), outreach::module(), module()},
        {"roma", "milano", "torino", "rete"}};
    const core::Actor anna = test_house::actor("anna@rete", core::network_direction);
};

} // namespace

TEST_P(ReleaseJourney, of_a_new_indicator_ends_on_the_network_s_board_the_same_day)
{
    const auto now = house_.now;
    house_.now = parse_instant("2026-09-10T19:00:00Z").value();
    EXPECT_EQ(said(coordinator("roma"), "POST /api/network/extensions",
                   R"({"id":")" + id_of("own") +
                       R"(","code":"ORTO","it":"Orto di quartiere","counts_as":"ORI.PERS"})"),
              "201");
    EXPECT_EQ(meet("roma", "RM-I", "OWN_ORTO", 1), "201");
    EXPECT_EQ(meet("milano", "MI-1", "ORI.PERS", 1), "201");
    EXPECT_EQ(meet("torino", "TO-1", "ORI.PERS", 1), "201");
    EXPECT_EQ(meet("torino", "TO-1", "ORI.SERV", 2), "201");
    EXPECT_NE(meet("milano", "MI-1", "OWN_ORTO", 2), "201") << "Roma's own is nobody else's";

    house_.now = now;
    ASSERT_EQ(
        put("catalogue/indicators/NET-90.sql", "select login_name as key from access_account"),
        "200");
    ASSERT_EQ(put("catalogue/indicators/NET-90.toml", definition), "200");
    const auto publish = R"({"id":")" + id_of("release") + R"(","notes":"Un indicatore nuovo."})";
    EXPECT_NE(said(anna, "POST /api/network/releases", publish).find("access_account"),
              std::string::npos)
        << "a query of persons goes nowhere";
    ASSERT_EQ(put("catalogue/indicators/NET-90.sql", query), "200");
    ASSERT_EQ(said(anna, "POST /api/network/releases", publish), "201");

    for (const auto* city : {"roma", "milano", "torino"}) {
        const auto who = coordinator(city);
        EXPECT_EQ(said(who, "POST /api/network/releases/" + id_of("release") + "/take", "{}"),
                  "200")
            << city;
        EXPECT_EQ(said(who, "POST /api/monitoring/statements",
                       R"({"id":")" + id_of(city) + R"(","period":"2026-Q3"})"),
                  "201")
            << city;
    }
    const auto board = house_.ask(anna, "GET /api/monitoring/network_board?period=2026-Q3").body;
    EXPECT_NE(board.find(R"({"indicator":"NET-90","version":1,"window":"period","value":3,)"),
              std::string::npos)
        << board.substr(board.find("NET-90") == std::string::npos ? 0 : board.find("NET-90"), 300);
    EXPECT_NE(board.find(R"("cities_counted":3)"), std::string::npos);
    const auto stated = house_.ask(anna, "GET /api/monitoring/statements/" + id_of("roma")).body;
    EXPECT_NE(stated.find(R"("release":1,)"), std::string::npos) << stated.substr(0, 300);
}

// What a city's store cannot be asked is found out before it is in force.
TEST_P(ReleaseJourney, of_a_query_that_no_store_understands_ends_at_its_city)
{
    ASSERT_EQ(put("catalogue/indicators/NET-90.toml", definition), "200");
    ASSERT_EQ(put("catalogue/indicators/NET-90.sql",
                  "select i.nothing as key, i.day from outreach_fact_intervention i "
                  "where i.day >= $1 and i.day < $2\n"),
              "200");
    ASSERT_EQ(said(anna, "POST /api/network/releases",
                   R"({"id":")" + id_of("release") + R"(","notes":"Sbagliato."})"),
              "201");
    const auto answer =
        said(coordinator("roma"), "POST /api/network/releases/" + id_of("release") + "/take", "{}");
    EXPECT_NE(answer.find("network.release_faulty"), std::string::npos) << answer;
    EXPECT_EQ(house_.ask(coordinator("roma"), "GET /api/monitoring/board?period=2026-Q3").status,
              200);
}

INSTANTIATE_TEST_SUITE_P(Both, ReleaseJourney, test_stores::both(),
                         ::testing::PrintToStringParamName());

} // namespace monitoring
