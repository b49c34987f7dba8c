// SPDX-License-Identifier: EUPL-1.2
// A city with its team and nobody known yet, for the tests of people.
#pragma once

#include <string>

#include "base/json.h"
#include "core/log.h"
#include "core/testing.h"
#include "people/people.h"

namespace test_people {

// The id of a thing that a test speaks of by a name: always the same for the same name.
inline std::string id(const std::string& name) { return to_string(named_uuid("test " + name)); }

class Team : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Team() : house_(GetParam(), {people::module()}, {"roma", "milano"})
    {
        core::set_log_level("warning");
    }

    // "201", or "409 people.already_the_same", or "422 birth_year in_the_future".
    static std::string outcome(const core::Response& response)
    {
        return test_house::outcome_of(response);
    }

    core::Response ask(const std::string& line, const std::string& body = {})
    {
        return house_.ask(giulia, line, body);
    }

    // `rest` are the fields beside the id: R"("given_name":"Amina")".
    std::string add(const std::string& name, const std::string& rest)
    {
        return outcome(
            ask("POST /api/people/persons", R"({"id":")" + id(name) + R"(",)" + rest + "}"));
    }

    std::string merge(const std::string& name, const std::string& kept,
                      const std::string& duplicate)
    {
        return outcome(ask("POST /api/people/merges", R"({"id":")" + id(name) + R"(","kept":")" +
                                                          id(kept) + R"(","duplicate":")" +
                                                          id(duplicate) + R"("})"));
    }

    std::string undo_merge(const std::string& name)
    {
        return outcome(ask("DELETE /api/people/merges/" + id(name)));
    }

    JsonDocument get(const std::string& name)
    {
        const auto response = ask("GET /api/people/persons/" + id(name));
        EXPECT_EQ(response.status, 200) << response.body;
        return JsonDocument::parse(response.body);
    }

    // "Amina Diallo (likely: family_name_same …)" for each, or the names alone of a search.
    std::string similar(const std::string& wish)
    {
        const auto response = ask("POST /api/people/similar", wish);
        EXPECT_EQ(response.status, 200) << response.body;
        const auto document = JsonDocument::parse(response.body);
        const auto items = document.root().member("items");
        std::string found;
        for (std::size_t i = 0; i < items.size(); ++i) {
            found += (i > 0 ? "; " : "") +
                     std::string(items.at(i).member("person").member("name").text()) + " " +
                     std::string(items.at(i).member("strength").text());
            const auto reasons = items.at(i).member("reasons");
            for (std::size_t j = 0; j < reasons.size(); ++j)
                found += " " + std::string(reasons.at(j).member("code").text());
        }
        return found;
    }

    std::string search(const std::string& text)
    {
        std::string body = R"({"text":)";
        write_json(body, text);
        const auto response = ask("POST /api/people/search", body + "}");
        EXPECT_EQ(response.status, 200) << response.body;
        const auto document = JsonDocument::parse(response.body);
        const auto items = document.root().member("items");
        std::string found;
        for (std::size_t i = 0; i < items.size(); ++i)
            found += (i > 0 ? "; " : "") + std::string(items.at(i).member("name").text());
        return found;
    }

    const core::Actor giulia =
        test_house::actor("giulia@roma", core::mobile_unit_operator, {"um1"});
    const core::Actor elena =
        test_house::actor("elena@milano", core::mobile_unit_operator, {"um1"});
    const core::Actor bruno = test_house::actor("ricerca@roma", core::researcher);

    test_house::TestHouse house_;
};

} // namespace test_people
