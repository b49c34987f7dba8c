// SPDX-License-Identifier: EUPL-1.2
// The demonstration is whole, large enough, and the same each time.
#include "app/demo.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>

#include "app/house.h"
#include "base/json.h"
#include "core/log.h"
#include "core/testing.h"
#include "monitoring/monitoring.h"

namespace {

using test_stores::Engine;

std::string coordinator_of(const std::string& slug)
{
    return (slug == "roma" ? "marco@" : slug == "milano" ? "carlo@" : "coordinamento@") + slug;
}

std::string text_of(JsonView object, std::string_view name)
{
    return std::string(object.member(name).text());
}

class Demonstration {
public:
    explicit Demonstration(Engine engine, const std::vector<std::string>& slugs,
                           const char* now = "2026-11-23T21:15:00Z")
        : house_(engine, app::house_settings({}).modules, slugs)
    {
        core::set_log_level("warning");
        house_.now = parse_instant(now).value();
        std::ostringstream progress;
        demo::fill(
            *house_.house, [this](Instant at) { house_.now = at; }, 1, progress);
    }

    JsonDocument ask(const std::string& login, const std::string& line)
    {
        return JsonDocument::parse(text(login, line));
    }
    std::string text(const std::string& login, const std::string& line)
    {
        const auto response = house_.ask(cast::actor(login), line);
        EXPECT_EQ(response.status, 200) << login << " " << line << "\n" << response.body;
        return response.body;
    }

    // Every page of a list, each entry once.
    void each(const std::string& login, const std::string& line,
              const std::function<void(JsonView)>& see)
    {
        std::string after;
        do {
            const auto page = ask(login, line + "?limit=200" + after);
            const auto items = page.root().member("items");
            for (std::size_t i = 0; i < items.size(); ++i)
                see(items.at(i));
            const auto next = page.root().member("next");
            after = next.is_null() ? "" : "&after=" + std::string(next.text());
        } while (!after.empty());
    }
    int count(const std::string& login, const std::string& line)
    {
        int many = 0;
        each(login, line, [&](JsonView) { ++many; });
        return many;
    }

    // The totals of the year on a city's board, by indicator.
    std::map<std::string, double> totals(const std::string& slug)
    {
        const auto board = ask(coordinator_of(slug), "GET /api/monitoring/board?period=2026");
        const auto values = board.root().member("values");
        std::map<std::string, double> found;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto value = values.at(i);
            const auto number = value.member("value").kind();
            if (number != JsonView::Kind::real && number != JsonView::Kind::integer)
                continue; // nothing to count
            if (text_of(value, "breakdown") == "total" && text_of(value, "window") == "period")
                found[text_of(value, "indicator")] = value.member("value").real();
        }
        return found;
    }

    // What a coordinator can see of a city, as text: all of it but the journal.
    std::string content(const std::string& slug)
    {
        const auto login = coordinator_of(slug);
        std::string all;
        for (const auto* list : {"GET /api/outreach/outings", "GET /api/outreach/contacts",
                                 "GET /api/outreach/tallies", "GET /api/cases/cases"}) {
            std::string after;
            do {
                const auto page = text(login, list + std::string("?limit=200") + after);
                const auto document = JsonDocument::parse(page);
                const auto next = document.root().member("next");
                after = next.is_null() ? "" : "&after=" + std::string(next.text());
                all += page;
            } while (!after.empty());
        }
        all += text(login, "GET /api/monitoring/board?period=2026");
        return all + house_.ask(cast::actor(login), "POST /api/people/search", "{}").body;
    }

    test_house::TestHouse house_;
};

// All 16 cities, made once for all the tests that only look.
class WholeNetwork : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        std::vector<std::string> slugs{"rete"};
        const core::Catalogue catalogue;
        for (const auto& city : catalogue.cities())
            slugs.push_back(city.slug);
        made_ = std::make_unique<Demonstration>(Engine::sqlite, slugs);
    }
    static void TearDownTestSuite() { made_.reset(); }

    static std::unique_ptr<Demonstration> made_;
};

std::unique_ptr<Demonstration> WholeNetwork::made_;

} // namespace

TEST_F(WholeNetwork, roma_has_reached_more_than_a_thousand_persons)
{
    auto totals = made_->totals("roma");
    EXPECT_GT(totals["NET-02"], 1000);
    EXPECT_GT(totals["NET-01"], 3000);
    EXPECT_GT(totals["NET-02A"], 500) << "many have no name";
    EXPECT_GT(totals["PIC-01"], 200);
    EXPECT_LT(totals["AMIF-O.2.3"], totals["NET-02"]) << "not everybody is given something";
}

TEST_F(WholeNetwork, every_city_is_at_work)
{
    for (auto* place : made_->house_.house->places()) {
        if (place->slug == core::network_slug)
            continue;
        SCOPED_TRACE(place->slug);
        auto totals = made_->totals(place->slug);
        EXPECT_GE(totals["NET-01"], 80);
        EXPECT_GE(totals["NET-02"], 20);
        EXPECT_GE(totals["NET-02A"], 20);
        EXPECT_GE(totals["NET-02T"], 20);
        EXPECT_GE(totals["PIC-01"], 5);
    }
}

TEST_F(WholeNetwork, statements_have_reached_the_network_and_two_cities_are_late)
{
    for (auto* place : made_->house_.house->places())
        place->store->read([&](store::Transaction& transaction) {
            EXPECT_EQ(monitoring::altered_statements(transaction), std::vector<std::string>());
        });
    EXPECT_EQ(made_->count("direzione@rete", "GET /api/monitoring/statements"), 4 * 16 - 2 + 1);
    made_->each("direzione@rete", "GET /api/monitoring/statements", [](JsonView card) {
        EXPECT_EQ(text_of(card, "submitted_at"), text_of(card, "received_at"));
    });

    const auto board =
        made_->ask("direzione@rete", "GET /api/monitoring/network_board?period=2026-Q3");
    std::vector<std::string> late;
    const auto cities = board.root().member("cities");
    for (std::size_t i = 0; i < cities.size(); ++i)
        if (cities.at(i).member("statement").is_null())
            late.push_back(text_of(cities.at(i), "city"));
    EXPECT_EQ(late, (std::vector<std::string>{"bolzano", "trieste"}));
    EXPECT_EQ(board.root().member("targets").size(), 4u * 16u);
}

// Newest first: time never goes forward from one line to the next, and nothing was refused.
TEST_F(WholeNetwork, the_journal_is_in_order_of_time)
{
    std::string before = "9999";
    std::set<std::string> acts;
    made_->each("dpo@roma", "GET /api/access/journal", [&](JsonView line) {
        EXPECT_LE(text_of(line, "at"), before);
        const auto outcome = text_of(line, "outcome");
        // What Omar's phone sent, an hour ahead, is kept aside.
        const bool is_kept = text_of(line, "act") == "openrosa.submit";
        EXPECT_EQ(outcome, is_kept ? "core.input_invalid" : "done");
        before = text_of(line, "at");
        acts.insert(text_of(line, "act"));
    });
    for (const auto* act : {"people.get_person", "people.search_persons", "people.merge_persons",
                            "outreach.identify_contact", "outreach.mark_engaged",
                            "cases.accept_hand_over", "cases.close_case"})
        EXPECT_TRUE(acts.contains(act)) << act;
}

TEST_F(WholeNetwork, tonights_outing_is_the_casts)
{
    const auto outings =
        made_->ask("marco@roma", "GET /api/outreach/outings?day=2026-11-23&team=um1");
    ASSERT_EQ(outings.root().member("items").size(), 1u);
    EXPECT_EQ(text_of(outings.root().member("items").at(0), "state"), "open");
}

// ---- the same each time

TEST(Demo, is_the_same_each_time)
{
    const std::vector<std::string> slugs{"rete", "latina", "potenza"};
    Demonstration one(Engine::sqlite, slugs);
    Demonstration other(Engine::sqlite, slugs);
    for (const auto* slug : {"latina", "potenza"}) {
        const auto content = one.content(slug);
        EXPECT_GT(content.size(), 50'000u);
        EXPECT_TRUE(content == other.content(slug)) << slug;
    }
}

TEST(Demo, is_the_same_on_both_databases)
{
    const std::vector<std::string> slugs{"rete", "potenza"};
    Demonstration one(Engine::sqlite, slugs);
    Demonstration other(Engine::postgres, slugs);
    EXPECT_TRUE(one.content("potenza") == other.content("potenza"));
}

// Before dawn, on the day when the clock changes, at the turn of a year: the story is told all the
// same.
TEST(Demo, can_be_made_at_any_hour)
{
    for (const auto* now : {"2026-03-29T01:30:00Z", "2026-10-25T00:30:00Z", "2027-01-01T00:10:00Z",
                            "2028-02-29T09:05:00Z"}) {
        SCOPED_TRACE(now);
        Demonstration made(Engine::sqlite, {"rete", "roma"}, now);
        EXPECT_EQ(made.house_.now, parse_instant(now).value());
        const auto outings = made.ask("giulia@roma", "GET /api/outreach/outings?team=um1&limit=1");
        EXPECT_EQ(text_of(outings.root().member("items").at(0), "state"), "open");
    }
}
