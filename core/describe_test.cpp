// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "core/testing_garden.h"

namespace {

const core::House& house()
{
    static const auto one = [] {
        core::HouseSettings settings;
        settings.modules = {garden::module()};
        return std::make_unique<core::House>(std::move(settings));
    }();
    return *one;
}

} // namespace

TEST(OpenApi, has_an_operation_for_every_act)
{
    const auto text = core::describe_openapi(house());
    const auto document = JsonDocument::parse(text);
    const auto paths = document.root().member("paths");
    EXPECT_EQ(document.root().member("openapi").text(), "3.1.0");
    for (const auto& act : house().acts()) {
        std::string method = act.method;
        for (auto& c : method)
            c = static_cast<char>(std::tolower(c));
        EXPECT_EQ(paths.member(act.path).member(method).member("operationId").text(), act.name);
    }
}

TEST(OpenApi, tells_route_query_and_body_apart)
{
    const auto text = core::describe_openapi(house());
    const auto document = JsonDocument::parse(text);
    const auto paths = document.root().member("paths");

    const auto get = paths.member("/api/garden/plants/{id}").member("get");
    EXPECT_EQ(get.member("parameters").at(0).member("in").text(), "path");
    EXPECT_EQ(get.member("parameters").at(1).member("name").text(), "Lgnet-Purpose");
    EXPECT_TRUE(get.member("requestBody").is_null());

    const auto list = paths.member("/api/garden/plants").member("get");
    EXPECT_EQ(list.member("parameters").at(0).member("in").text(), "query");
    EXPECT_FALSE(list.member("parameters").at(0).member("required").boolean());

    const auto water = paths.member("/api/garden/plants/{id}/water").member("post");
    const auto body = water.member("requestBody")
                          .member("content")
                          .member("application/json")
                          .member("schema")
                          .member("properties");
    EXPECT_TRUE(body.member("id").is_null()); // it stands in the route
    EXPECT_FALSE(body.member("how").is_null());
    EXPECT_FALSE(water.member("responses").member("204").is_null());

    const auto plant = paths.member("/api/garden/plants").member("post");
    EXPECT_FALSE(plant.member("responses").member("201").is_null());
    EXPECT_EQ(plant.member("description").text(), "May: social_worker.");
    const auto knock = paths.member("/api/garden/knock").member("post");
    EXPECT_EQ(knock.member("security").size(), 0u);
    EXPECT_EQ(knock.member("description").text(), "Without log-in.");
}

TEST(OpenApi, refers_only_to_schemas_that_are_there)
{
    const auto text = core::describe_openapi(house());
    const auto document = JsonDocument::parse(text);
    const auto schemas = document.root().member("components").member("schemas");
    constexpr std::string_view opening = "#/components/schemas/";
    int seen = 0;
    for (auto at = text.find(opening); at != std::string::npos; at = text.find(opening, at + 1)) {
        const auto begins = at + opening.size();
        const auto title = text.substr(begins, text.find('"', begins) - begins);
        EXPECT_FALSE(schemas.member(title).is_null()) << title;
        ++seen;
    }
    EXPECT_GT(seen, 3);
}

TEST(Papers, say_who_may_do_what)
{
    const auto text = core::describe_permissions(house());
    const std::string row = "| `garden.plant` |  |  | ✓ |  |  |  |  |  |  |  |  |  |  |\n";
    EXPECT_NE(text.find(row), std::string::npos) << text;
    EXPECT_NE(text.find("| `garden.knock` | (no log-in) |"), std::string::npos);
}

TEST(Papers, list_every_act_by_module)
{
    const auto text = core::describe_acts(house());
    EXPECT_NE(text.find("\n## garden\n"), std::string::npos);
    for (const auto& act : house().acts())
        EXPECT_NE(text.find("| `" + act.name + "` | `" + act.method + " " + act.path + "` |"),
                  std::string::npos);
    EXPECT_NE(text.find("| yes: purpose, journal |"), std::string::npos);
}

TEST(Papers, list_what_is_known_of_persons)
{
    const auto text = core::describe_personal_data(house());
    EXPECT_NE(text.find("| Plant | keeper | identity | `garden.plant`, `garden.plant`"),
              std::string::npos)
        << text;
    EXPECT_EQ(text.find("| Plant | gender |"), std::string::npos);
}
