// SPDX-License-Identifier: EUPL-1.2
// The steps and views that make a store, as they are shipped.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/house.h"
#include "store/testing.h"

using core::Where;

namespace {

class Schema : public ::testing::TestWithParam<test_stores::Engine> {};

} // namespace

INSTANTIATE_TEST_SUITE_P(Both, Schema, test_stores::both(), ::testing::PrintToStringParamName());

TEST(Steps, begin_with_the_floor_and_come_once)
{
    for (const auto where : {Where::city, Where::network}) {
        const auto steps = core::migrations(where);
        ASSERT_FALSE(steps.empty());
        EXPECT_EQ(steps[0].name, "core/0001_journal");
        std::set<std::string> names;
        for (const auto& step : steps) {
            EXPECT_TRUE(names.insert(step.name).second) << step.name;
            EXPECT_FALSE(step.sql.empty());
        }
    }
}

TEST(Steps, of_a_city_are_not_those_of_the_network)
{
    const auto has = [](Where where, std::string_view module) {
        const auto steps = core::migrations(where);
        return std::any_of(steps.begin(), steps.end(), [&](const store::Migration& step) {
            return step.name.starts_with(module);
        });
    };
    EXPECT_TRUE(has(Where::city, "people/"));
    EXPECT_FALSE(has(Where::network, "people/")); // no person is in the network's store
    EXPECT_FALSE(has(Where::network, "outreach/"));
    EXPECT_FALSE(has(Where::network, "cases/"));
    EXPECT_TRUE(has(Where::city, "access/"));
    EXPECT_TRUE(has(Where::network, "access/"));
}

TEST(Views, of_facts_are_of_cities_alone)
{
    EXPECT_TRUE(core::views(Where::network).empty());
    const auto views = core::views(Where::city);
    EXPECT_FALSE(views.empty());
    for (const auto& view : views) {
        EXPECT_NE(view.name.find("_fact_"), std::string::npos) << view.name;
        EXPECT_TRUE(view.sql.starts_with("create view " + view.name)) << view.sql;
        EXPECT_TRUE(view.sql.ends_with(";")) << view.sql;
    }
}

TEST_P(Schema, makes_both_kinds_of_store_and_has_nothing_to_add)
{
    for (const auto where : {Where::city, Where::network}) {
        const auto settings = test_stores::fresh(GetParam(), "store");
        const auto steps = core::migrations(where);
        {
            const auto store = store::Store::open(settings);
            EXPECT_EQ(store->migrate(steps, core::views(where)).size(), steps.size());
        }
        const auto store = store::Store::open(settings);
        EXPECT_TRUE(store->pending(steps).empty());
        EXPECT_TRUE(store->migrate(steps, core::views(where)).empty());
    }
}

TEST_P(Schema, of_a_newer_program_is_refused)
{
    const auto settings = test_stores::fresh(GetParam(), "store");
    auto steps = core::migrations(Where::city);
    const auto store = store::Store::open(settings);
    store->migrate(steps, {});
    steps.pop_back();
    try {
        store->migrate(steps, {});
        FAIL() << "taken all the same";
    } catch (const std::runtime_error& error) {
        EXPECT_NE(std::string(error.what()).find(core::migrations(Where::city).back().name),
                  std::string::npos)
            << error.what();
    }
}
