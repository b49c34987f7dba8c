// SPDX-License-Identifier: EUPL-1.2
// The figures that grow: counted and protected in the city, shown in the network.
#include "monitoring/live.h"

#include <gtest/gtest.h>

#include "core/testing.h"
#include "monitoring/rows.h"
#include "monitoring/sent.h"
#include "monitoring/testing_facts.h"
#include "monitoring/testing_parcels.h"
#include "network/network.h"

namespace monitoring {

namespace {

const auto anna = test_house::actor("direzione@rete", core::network_direction);
const auto marco = test_house::actor("marco@roma", core::city_coordinator);

Value total(const std::string& indicator, double value)
{
    Value one;
    one.indicator = indicator;
    one.version = 1;
    one.window = "year_to_date";
    one.breakdown = "total";
    one.value = value;
    return one;
}

} // namespace

class LiveCounting : public ::testing::TestWithParam<test_stores::Engine> {};

// Five contacts are a figure; four are too few, and no part of either is ever told.
TEST_P(LiveCounting, is_of_totals_alone_and_keeps_small_ones)
{
    const auto store = scratch_store(GetParam());
    FactTable contacts{.view = "outreach_fact_contact",
                       .columns = {"contact_key", "day", "night", "district", "setting", "outcome"},
                       .rows = {}};
    for (const auto* key : {"c1", "c2", "c3", "c4"})
        contacts.rows.push_back({{key, "2026-11-02", "0", "RM-I", "STREET", "INFO_ONLY"}});
    fill(*store, {contacts});
    const auto contacts_told = [&] {
        const core::Catalogue catalogue;
        LiveParcel parcel;
        store->read([&](store::Transaction& transaction) {
            parcel = live_of(transaction, catalogue, Instant{1795468500000}); // 23 November 2026
        });
        EXPECT_EQ(parcel.year, 2026);
        EXPECT_EQ(parcel.values.size(), rules(catalogue).live_codes.size());
        for (const auto& value : parcel.values) {
            EXPECT_EQ(value.breakdown, "total");
            EXPECT_EQ(value.window, "year_to_date");
        }
        return parcel.values.front();
    };
    EXPECT_EQ(contacts_told().indicator, "NET-01");
    EXPECT_TRUE(contacts_told().suppressed);
    EXPECT_FALSE(contacts_told().value);
    contacts.rows = {{{"c5", "2026-11-23", "1", "RM-I", "STREET", "INFO_ONLY"}},
                     {{"c6", "2025-12-31", "1", "RM-I", "STREET", "INFO_ONLY"}}}; // last year's
    fill(*store, {contacts});
    EXPECT_EQ(contacts_told().value, 5);
}

class LiveBoards : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    void tell(const std::string& city, std::vector<Value> values, int year = 2026)
    {
        name_empty_cells(values);
        const auto body = to_json(LiveParcel{year, house_.now, std::move(values)});
        const core::Parcel parcel{make_uuid(house_.now), city, "rete",
                                  "monitoring.live",     body, house_.now};
        const auto said = in(house_, "rete", [&](core::Context& context) {
            receiver_of_live().take(context, parcel);
        });
        ASSERT_EQ(said, "taken");
    }
    void let_time_pass()
    {
        house_.house->do_chores();
        network::settle(*house_.house);
    }
    core::Response board() { return house_.ask(anna, "GET /api/monitoring/live"); }

    // What is told of a city: "counted connected first-figure".
    std::string seen(const std::string& wanted)
    {
        const auto answer = board();
        const auto document = JsonDocument::parse(answer.body);
        const auto cities = document.root().member("cities");
        for (std::size_t i = 0; i < cities.size(); ++i) {
            const auto city = cities.at(i);
            if (city.member("city").text() != wanted)
                continue;
            std::string text = city.member("counted_at").is_null() ? "never" : "counted";
            text += city.member("connected").boolean() ? " connected" : " away";
            if (city.member("values").size() == 0)
                return text;
            const auto value = city.member("values").at(0);
            return text +
                   (value.member("suppressed").boolean()
                        ? " few"
                        : " " + std::to_string(static_cast<int>(value.member("value").real())));
        }
        return "none";
    }

    test_house::TestHouse house_{GetParam(), {network::module(), module()}};
};

TEST_P(LiveBoards, follow_the_cities_that_are_there)
{
    EXPECT_EQ(seen("roma"), "never connected");
    let_time_pass();
    EXPECT_EQ(seen("roma"), "counted connected 0");
    house_.now = house_.now.plus_seconds(301); // nothing has happened, but it is there
    EXPECT_EQ(seen("roma"), "counted connected 0");
    EXPECT_EQ(seen("trieste"), "never away"); // it is no place of this house
    tell("trieste", {});
    EXPECT_EQ(seen("trieste"), "counted away");
}

// A journal moves with each reading; what is counted seldom does, and alone is told.
TEST_P(LiveBoards, are_told_what_has_changed_and_nothing_else)
{
    const store::Sql sent("select count(*) from network_inbox where kind = 'monitoring.live' "
                          "and sender = 'roma'");
    const auto told = [&] {
        let_time_pass();
        std::int64_t parcels = 0;
        house_.store("rete").read(
            [&](store::Transaction& transaction) { parcels = transaction.number(sent); });
        return parcels;
    };
    EXPECT_EQ(told(), 1);
    EXPECT_EQ(told(), 1);
    const auto read = house_.ask(marco, "POST /api/monitoring/statements",
                                 R"({"id":"01900000-0000-7000-8000-000000000001",)"
                                 R"("period":"2026-Q3"})");
    EXPECT_EQ(read.status, 201); // a line in the journal, and no figure is another
    EXPECT_EQ(told(), 1);
    house_.now = parse_instant("2027-01-02T09:00:00Z").value();
    EXPECT_EQ(told(), 2); // of another year
}

TEST_P(LiveBoards, add_up_what_is_shown)
{
    auto few = total("NET-01", 0);
    few.value.reset();
    few.suppressed = true;
    tell("roma", {total("NET-01", 40)});
    tell("milano", {total("NET-01", 60)});
    tell("bari", {total("NET-01", 900)}); // no city of this network
    tell("trieste", {few});
    tell("torino", {total("NET-01", 500)}, 2025); // not heard of since last year
    EXPECT_EQ(seen("trieste"), "counted away few");
    EXPECT_EQ(seen("torino"), "counted away");
    EXPECT_NE(board().body.find(R"("value":100,)"), std::string::npos) << board().body;
    EXPECT_EQ(house_.ask(marco, "GET /api/monitoring/live").status, 404);
}

TEST_P(LiveBoards, forecast_from_what_was_stated)
{
    int number = 0;
    const auto stated = [&](const std::string& period, double so_far) {
        StatementCard card;
        card.id = Id<Statement>(named_uuid("live " + std::to_string(++number)));
        card.city = "roma";
        card.period = period;
        card.submitted_at = house_.now;
        card.received_at = house_.now;
        house_.store("rete").write([&](store::Transaction& transaction) {
            insert_statement(transaction, card, {total("NET-01", so_far)}, {});
        });
    };
    stated("2026-Q1", 90);
    tell("roma", {total("NET-01", 300)});
    EXPECT_EQ(board().body.find(R"("until":"year")"), std::string::npos); // one quarter is too few
    stated("2026-Q2", 181);
    stated("2026-Q3", 273);
    house_.store("rete").write(
        [](store::Transaction& transaction) { network::load_targets(transaction); });
    const auto body = board().body;
    // 273 in 273 days, 27 in 54 since: 300 in 327 days, and 38 days are left.
    EXPECT_NE(body.find(R"("until":"year","day":"2026-12-31","value":334.86)"), std::string::npos)
        << body;
    EXPECT_NE(body.find(R"("until":"programme","day":"2027-01-31","value":363.30)"),
              std::string::npos)
        << body;
    EXPECT_NE(body.find(R"("target":3600)"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Both, LiveCounting, test_stores::both(),
                         ::testing::PrintToStringParamName());
INSTANTIATE_TEST_SUITE_P(Both, LiveBoards, test_stores::both(),
                         ::testing::PrintToStringParamName());

} // namespace monitoring
