// SPDX-License-Identifier: EUPL-1.2
#include "core/log.h"
#include "core/testing.h"
#include "network/network.h"

namespace {

using test_stores::Engine;

class Network : public ::testing::TestWithParam<Engine> {
protected:
    Network() { core::set_log_level("warning"); }

    std::string ask(const core::Actor& actor, std::string_view line, std::string body = {})
    {
        return house.ask(actor, line, std::move(body)).body;
    }
    int status(const core::Actor& actor, std::string_view line, std::string body = {})
    {
        return house.ask(actor, line, std::move(body)).status;
    }

    static bool contains(const std::string& text, const std::string& part)
    {
        return text.find(part) != std::string::npos;
    }

    test_house::TestHouse house{GetParam(), {network::module()}, {"roma", "rete"}};
    core::Actor giulia = test_house::actor("giulia@roma", core::mobile_unit_operator);
    core::Actor direction = test_house::actor("direzione@rete", core::network_direction);
    core::Actor researcher = test_house::actor("ricerca@rete", core::researcher);
};

TEST_P(Network, has_sixteen_cities)
{
    const auto body = ask(giulia, "GET /api/network/cities");
    const auto document = JsonDocument::parse(body);
    const auto items = document.root().member("items");
    ASSERT_EQ(items.size(), 16);
    for (std::size_t i = 0; i < items.size(); ++i) {
        EXPECT_EQ(items.at(i).member("istat").text().size(), 6);
        EXPECT_GT(items.at(i).member("latitude").real(), 36);
        EXPECT_LT(items.at(i).member("latitude").real(), 48);
    }
    EXPECT_TRUE(contains(body, R"("slug":"roma","name":"Roma","istat":"058091")"));
    EXPECT_EQ(ask(direction, "GET /api/network/cities"), body);
}

TEST_P(Network, calls_districts_as_each_city_does_in_the_language_of_the_screen)
{
    auto request = test_house::request("GET /api/network/cities");
    EXPECT_TRUE(contains(house.house->ask(giulia, request).body, R"("Municipio")"));
    EXPECT_TRUE(contains(house.house->ask(giulia, request).body, R"("Quartiere")"));
    request.headers.emplace_back("accept-language", "en");
    EXPECT_TRUE(contains(house.house->ask(giulia, request).body, R"("Quarter")"));
}

TEST_P(Network, lists_the_districts_of_any_city)
{
    const auto roma = ask(giulia, "GET /api/network/districts?city=roma");
    EXPECT_EQ(JsonDocument::parse(roma).root().member("items").size(), 16); // 15 and "not recorded"
    EXPECT_TRUE(contains(roma, R"("code":"RM-I")"));
    EXPECT_TRUE(contains(ask(direction, "GET /api/network/districts?city=bologna"), "BO-"));
    EXPECT_EQ(status(giulia, "GET /api/network/districts?city=atlantis"), 422);
    EXPECT_EQ(status(giulia, "GET /api/network/districts"), 422);
}

TEST_P(Network, shares_its_vocabularies)
{
    const auto body = ask(giulia, "GET /api/network/vocabularies");
    EXPECT_TRUE(contains(body, R"("name":"country")"));
    EXPECT_TRUE(contains(body, R"({"code":"ML","it":"Mali","en":"Mali","retired":false})"));
    EXPECT_TRUE(contains(body, R"({"code":"fr","it":"francese","en":"French","retired":false})"));
    EXPECT_TRUE(contains(body, R"("code":"STREET","it":"Strada, piazza","en":"Street, square",)"
                               R"("group":"outdoors","retired":false)"));
}

TEST_P(Network, keeps_the_targets_of_its_direction)
{
    const auto list = "GET /api/network/targets?year=2027";
    EXPECT_EQ(ask(direction, list), R"({"items":[]})");
    const auto target = [](int value) {
        return R"({"city":"roma","indicator":"NET-01","year":2027,"value":)" +
               std::to_string(value) + "}";
    };
    EXPECT_EQ(ask(direction, "PUT /api/network/targets", target(1000)), target(1000));
    EXPECT_EQ(ask(direction, "PUT /api/network/targets", target(1200)), target(1200));
    EXPECT_EQ(ask(researcher, list), R"({"items":[)" + target(1200) + "]}");
    EXPECT_EQ(ask(direction, "GET /api/network/targets?year=2028"), R"({"items":[]})");
}

TEST_P(Network, refuses_a_target_that_could_not_be_compared)
{
    const auto put = [&](const std::string& body) {
        return ask(direction, "PUT /api/network/targets", body);
    };
    EXPECT_TRUE(contains(put(R"({"city":"roma","indicator":"NET-99","year":2027,"value":1})"),
                         "network.unknown_indicator"));
    EXPECT_TRUE(contains(put(R"({"city":"x","indicator":"NET-01","year":2027,"value":1})"),
                         "core.input_invalid"));
    EXPECT_TRUE(contains(put(R"({"city":"roma","indicator":"NET-01","year":27,"value":-1})"),
                         "core.input_invalid"));
}

TEST_P(Network, shows_targets_to_nobody_else)
{
    const auto body = R"({"city":"roma","indicator":"NET-01","year":2027,"value":1})";
    EXPECT_EQ(status(researcher, "PUT /api/network/targets", body), 404);
    const auto of_roma = test_house::actor("ricerca@roma", core::researcher);
    EXPECT_EQ(status(of_roma, "GET /api/network/targets?year=2026"), 404);
    EXPECT_EQ(status(giulia, "GET /api/network/targets?year=2026"), 404);
}

TEST_P(Network, takes_the_targets_of_the_catalogue)
{
    int loaded = 0;
    const auto load = [&](store::Transaction& transaction) {
        loaded = network::load_targets(transaction);
    };
    house.store("rete").write(load);
    house.store("rete").write(load); // again, without harm
    const auto body = ask(direction, "GET /api/network/targets?year=2026");
    EXPECT_EQ(JsonDocument::parse(body).root().member("items").size(),
              static_cast<std::size_t>(loaded));
    EXPECT_GE(loaded, 16);
}

INSTANTIATE_TEST_SUITE_P(Both, Network, test_stores::both(), ::testing::PrintToStringParamName());

} // namespace
