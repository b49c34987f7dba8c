// SPDX-License-Identifier: EUPL-1.2
// A house for a module's own tests: real stores of either engine, the module and those above it, a
// clock that the test moves, and actors who need no account.
//
//     TEST_P(Stays, are_opened) {
//         test_house::TestHouse house(GetParam(), {people::module(), housing::module()});
//         const auto sara = test_house::actor("sara@roma", core::social_worker, {"ss1"});
//         const auto response = house.ask(sara, "POST /api/housing/stays", R"({"id": …})");
//         EXPECT_EQ(response.status, 201);
//     }
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "core/house.h"
#include "store/testing.h"

namespace test_house {

// The account's id follows from the login, so that it is the same in every test.
inline core::Actor actor(const std::string& login, core::Roles roles,
                         std::vector<std::string> teams = {})
{
    core::Actor made;
    made.account = Id<core::Account>(named_uuid("account " + login));
    made.login = login;
    made.store = login.substr(login.find('@') + 1);
    made.name = login.substr(0, login.find('@'));
    made.roles = roles;
    made.teams = std::move(teams);
    return made;
}

// "a=1&b=2" of "GET /path?a=1&b=2", undecoded: tests write what needs no decoding.
inline std::vector<std::pair<std::string, std::string>> query_of(std::string_view text)
{
    std::vector<std::pair<std::string, std::string>> pairs;
    while (!text.empty()) {
        const auto one = text.substr(0, text.find('&'));
        const auto equals = one.find('=');
        pairs.emplace_back(one.substr(0, equals),
                           equals == std::string_view::npos ? "" : one.substr(equals + 1));
        text.remove_prefix(std::min(text.size(), one.size() + 1));
    }
    return pairs;
}

// What came of it, in one line: "201", "409 cases.already_open", "422 until housing.too_long".
inline std::string outcome_of(const core::Response& response)
{
    auto text = std::to_string(response.status);
    if (response.status < 400)
        return text;
    const auto document = JsonDocument::parse(response.body);
    const auto errors = document.root().member("errors");
    if (errors.kind() != JsonView::Kind::list)
        return text + " " + std::string(document.root().member("code").text());
    for (std::size_t i = 0; i < errors.size(); ++i)
        text += " " + std::string(errors.at(i).member("field").text()) + " " +
                std::string(errors.at(i).member("code").text());
    return text;
}

// "POST /api/housing/stays" and a body.
inline core::Request request(std::string_view line, std::string body = {},
                             const std::string& purpose = "care")
{
    core::Request made;
    const auto space = line.find(' ');
    const auto mark = line.find('?');
    made.method = line.substr(0, space);
    made.path = line.substr(space + 1, mark == std::string_view::npos ? mark : mark - space - 1);
    if (mark != std::string_view::npos)
        made.query = query_of(line.substr(mark + 1));
    made.headers.emplace_back("lgnet-purpose", purpose);
    if (!body.empty())
        made.headers.emplace_back("content-type", "application/json");
    made.body = std::move(body);
    made.remote = "127.0.0.1";
    return made;
}

class TestHouse {
public:
    TestHouse(test_stores::Engine engine, std::vector<core::Module> modules,
              const std::vector<std::string>& slugs = {"roma", "milano", "rete"})
    {
        core::HouseSettings settings;
        settings.modules = std::move(modules);
        settings.now = [this] { return now; };
        settings.version = "test";
        settings.sends_mail = true;
        house = std::make_unique<core::House>(std::move(settings));
        for (const auto& slug : slugs) {
            auto stored = test_stores::fresh(engine, slug);
            stored.everything_twice = true;
            house->add_place(slug, stored);
        }
    }

    core::Response ask(const core::Actor& actor, std::string_view line, std::string body = {},
                       const std::string& purpose = "care")
    {
        return house->ask(actor, request(line, std::move(body), purpose));
    }

    store::Store& store(std::string_view slug) { return *house->find_place(slug)->store; }

    // Monday 23 November 2026, a quarter past ten in the evening in Italy.
    Instant now = parse_instant("2026-11-23T21:15:00Z").value();
    std::unique_ptr<core::House> house;
};

} // namespace test_house
