// SPDX-License-Identifier: EUPL-1.2
// Early warnings follow what is written down, whatever the order of writing it.
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <set>

#include "access/access.h"
#include "base/embedded.h"
#include "base/json.h"
#include "cases/cases.h"
#include "core/log.h"
#include "core/testing.h"
#include "screening/screening.h"

namespace {

std::string id(const std::string& name) { return to_string(named_uuid("test " + name)); }

class Screenings : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Screenings()
        : house_(GetParam(),
                 {access::module(), people::module(), outreach::module(), cases::module(),
                  screening::module()},
                 {"roma"})
    {
        core::set_log_level("warning");
        for (const auto* name : {"amina", "fatou", "fatoumata"})
            ask("POST /api/people/persons", R"({"id":")" + id(name) + R"(","given_name":")" + name +
                                                R"(","similar_seen":[")" + id("amina") + R"(",")" +
                                                id("fatou") + R"("]})");
    }

    core::Response ask(const std::string& line, const std::string& body = {})
    {
        return house_.ask(giulia, line, body);
    }

    // "V17 high, V08 low"
    static std::string findings(const std::string& text)
    {
        std::string json = "[";
        std::size_t from = 0;
        while (from < text.size()) {
            const auto end = std::min(text.find(", ", from), text.size());
            const auto one = text.substr(from, end - from);
            json += (from == 0 ? "" : ",") + std::string(R"({"circumstance":")") +
                    one.substr(0, 3) + R"(","severity":")" + one.substr(4) +
                    R"(","source":"SEEN"})";
            from = end + 2;
        }
        return json + "]";
    }
    int record(const std::string& name, const std::string& person, const char* day,
               const std::string& found)
    {
        return ask("POST /api/screening/screenings", R"({"id":")" + id(name) + R"(","person":")" +
                                                         id(person) + R"(","day":")" + day +
                                                         R"(","findings":)" + findings(found) + "}")
            .status;
    }
    int change(const std::string& name, const char* day, const std::string& found)
    {
        return ask("PUT /api/screening/screenings/" + id(name),
                   std::string(R"({"day":")") + day + R"(","findings":)" + findings(found) + "}")
            .status;
    }

    // The rules of those that wait, in order: "GETTING_WORSE MANY_AT_ONCE".
    std::string waiting()
    {
        const auto response = ask("GET /api/screening/warnings");
        const auto document = JsonDocument::parse(response.body);
        const auto items = document.root().member("items");
        std::set<std::string> found;
        for (std::size_t i = 0; i < items.size(); ++i)
            found.insert(std::string(items.at(i).member("rule").text()));
        std::string text;
        for (const auto& one : found)
            text += (text.empty() ? "" : " ") + one;
        return text;
    }

    const core::Actor giulia =
        test_house::actor("giulia@roma", core::mobile_unit_operator, {"um1"});
    test_house::TestHouse house_;
};

} // namespace

INSTANTIATE_TEST_SUITE_P(Both, Screenings, test_stores::both(),
                         ::testing::PrintToStringParamName());

TEST_P(Screenings, warn_when_it_gets_worse_and_fall_silent_when_corrected)
{
    EXPECT_EQ(record("s1", "amina", "2026-11-01", "V16 low"), 201);
    EXPECT_EQ(waiting(), "");
    EXPECT_EQ(record("s2", "amina", "2026-11-20", "V16 high"), 201);
    EXPECT_EQ(waiting(), "GETTING_WORSE");
    EXPECT_EQ(change("s2", "2026-11-20", "V16 low"), 200);
    EXPECT_EQ(waiting(), "");
    EXPECT_EQ(change("s2", "2026-11-20", "V16 medium"), 200);
    EXPECT_EQ(waiting(), "GETTING_WORSE") << "it holds after all";
}

TEST_P(Screenings, what_comes_late_from_a_phone_counts_on_its_day)
{
    EXPECT_EQ(record("s2", "amina", "2026-11-20", "V16 high"), 201);
    EXPECT_EQ(record("s1", "amina", "2026-11-01", "V16 low"), 201);
    EXPECT_EQ(waiting(), "GETTING_WORSE");
}

// A release of the catalogue retires a rule: what it has said stays and can be read.
TEST_P(Screenings, warn_by_the_rules_of_the_catalogue_in_force)
{
    EXPECT_EQ(record("s1", "amina", "2026-11-01", "V16 low"), 201);
    EXPECT_EQ(record("s2", "amina", "2026-11-20", "V16 high"), 201);
    EXPECT_EQ(waiting(), "GETTING_WORSE");
    constexpr auto path = "catalogue/warnings.toml";
    const std::string code = "code = \"GETTING_WORSE\"\n";
    std::string rules(find_embedded(path).value());
    rules.insert(rules.find(code) + code.size(), "retired = true\n");
    house_.house->use_catalogue("roma", std::make_shared<const core::Catalogue>(
                                            core::CatalogueFiles{{path, std::move(rules)}}));
    EXPECT_EQ(record("s3", "fatou", "2026-11-01", "V16 low"), 201);
    EXPECT_EQ(record("s4", "fatou", "2026-11-20", "V16 high, V02 low"), 201);
    EXPECT_EQ(waiting(), "CHILD_ALONE GETTING_WORSE");
    const auto list = ask("GET /api/screening/warnings").body;
    EXPECT_EQ(list.find("GETTING_WORSE"), list.rfind("GETTING_WORSE"))
        << "of Amina alone: " << list;
    EXPECT_EQ(list.find(R"("reason":"")"), std::string::npos);
    EXPECT_EQ(change("s2", "2026-11-20", "V16 low"), 200);
    EXPECT_EQ(waiting(), "CHILD_ALONE") << "it falls silent when corrected";
}

TEST_P(Screenings, two_records_of_one_woman_are_one_woman)
{
    EXPECT_EQ(record("s1", "fatou", "2026-11-01", "V05 low"), 201);
    EXPECT_EQ(ask("POST /api/people/merges", R"({"id":")" + id("merge") + R"(","kept":")" +
                                                 id("fatou") + R"(","duplicate":")" +
                                                 id("fatoumata") + R"(","reason":"la stessa"})")
                  .status,
              201);
    EXPECT_EQ(record("s2", "fatoumata", "2026-11-20", "V17 low"), 201);
    EXPECT_EQ(waiting(), "PREGNANT_OUTDOORS");
    EXPECT_EQ(record("s3", "fatou", "2026-11-21", "V17 low"), 201);
    EXPECT_EQ(waiting(), "PREGNANT_OUTDOORS") << "and is warned of once";
    const auto list =
        JsonDocument::parse(ask("GET /api/screening/persons/" + id("fatou") + "/screenings").body);
    EXPECT_EQ(list.root().member("items").size(), 3u);
}

// Whatever is recorded, corrected, cancelled and restored: no rule waits twice, and once everything
// is cancelled nothing waits.
TEST_P(Screenings, never_warn_twice_and_leave_nothing_behind)
{
    std::mt19937 chance(16);
    constexpr std::array circumstances{"V05", "V08", "V14", "V16", "V17", "V18", "V19", "V20"};
    constexpr std::array severities{"low", "medium", "high"};
    constexpr std::array days{"2026-09-10", "2026-10-10", "2026-11-01", "2026-11-20"};
    const auto some = [&] {
        std::string text;
        for (const auto* one : circumstances)
            if (chance() % 3 == 0)
                text += (text.empty() ? "" : ", ") + std::string(one) + " " +
                        severities.at(chance() % 3);
        return text;
    };
    constexpr int many = 6;
    for (int i = 0; i < many; ++i)
        EXPECT_EQ(record("s" + std::to_string(i), "amina", days.at(chance() % 4), some()), 201);
    for (int round = 0; round < 60; ++round) {
        const auto name = "s" + std::to_string(chance() % many);
        const auto path = "/api/screening/screenings/" + id(name);
        switch (chance() % 3) {
        case 0:
            change(name, days.at(chance() % 4), some());
            break;
        case 1:
            EXPECT_EQ(ask("DELETE " + path).status, 200);
            break;
        default:
            EXPECT_EQ(ask("POST " + path + "/restore").status, 200);
        }
        const auto document = JsonDocument::parse(ask("GET /api/screening/warnings").body);
        const auto items = document.root().member("items");
        std::set<std::string> rules;
        for (std::size_t i = 0; i < items.size(); ++i)
            EXPECT_TRUE(rules.insert(std::string(items.at(i).member("rule").text())).second)
                << round;
    }
    for (int i = 0; i < many; ++i)
        ask("DELETE /api/screening/screenings/" + id("s" + std::to_string(i)));
    EXPECT_EQ(waiting(), "");
}
