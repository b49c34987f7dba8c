// SPDX-License-Identifier: EUPL-1.2
#include "store/testing_items.h"

using items::steps;
using store::Migration;
using store::Sql;
using store::Transaction;
using store::View;

namespace {

using Names = std::vector<std::string>;

class Migrations : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    void SetUp() override
    {
        settings = test_stores::fresh(GetParam(), "roma");
        store = store::Store::open(settings);
    }

    void reopen()
    {
        store.reset();
        store = store::Store::open(settings);
    }

    std::string error_of(const std::vector<Migration>& wanted)
    {
        try {
            store->migrate(wanted, {});
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return "";
    }

    std::int64_t ask(const std::string& text)
    {
        const Sql sql(text);
        std::int64_t answer = 0;
        store->read([&](Transaction& transaction) { answer = transaction.number(sql); });
        return answer;
    }

    store::Settings settings;
    std::unique_ptr<store::Store> store;
};

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_P(Migrations, are_applied_once_and_in_order)
{
    EXPECT_EQ(store->pending(steps), (Names{"items/0001_item", "items/0002_part"}));
    EXPECT_EQ(store->migrate(steps, {}), (Names{"items/0001_item", "items/0002_part"}));
    EXPECT_EQ(store->pending(steps), Names{});
    EXPECT_EQ(store->migrate(steps, {}), Names{});
    reopen();
    EXPECT_EQ(store->migrate(steps, {}), Names{});
    EXPECT_EQ(items::count(*store), 0);
}

TEST_P(Migrations, take_new_steps_where_another_module_wrote_them)
{
    const std::vector<Migration> second{steps[0],
                                        {"items/0001b_between", "create table b (x bigint)"},
                                        steps[1],
                                        {"items/0003_last", "create table c (x bigint)"}};
    store->migrate(steps, {});
    EXPECT_EQ(store->pending(second), (Names{"items/0001b_between", "items/0003_last"}));
    EXPECT_EQ(store->migrate(second, {}), (Names{"items/0001b_between", "items/0003_last"}));
}

TEST_P(Migrations, are_recorded_with_checksum_and_time)
{
    store->migrate(steps, {});
    EXPECT_EQ(ask("select count(*) from store_migration where length(checksum) = 64 and "
                  "applied_at > 1700000000000"),
              2);
}

TEST_P(Migrations, refuse_a_step_that_was_changed)
{
    store->migrate(steps, {});
    auto changed = steps;
    changed[1].sql += " ";
    const auto error = error_of(changed);
    EXPECT_TRUE(holds(error, "items/0002_part of the store roma")) << error;
    EXPECT_THROW(store->pending(changed), std::runtime_error);
}

TEST_P(Migrations, refuse_a_store_that_is_newer_than_the_program)
{
    store->migrate(steps, {});
    const auto error = error_of({steps[0]});
    EXPECT_TRUE(holds(error, "The store roma has the step items/0002_part")) << error;
    EXPECT_TRUE(holds(error, "start a newer program")) << error;
    EXPECT_THROW(store->pending(std::vector{steps[0]}), std::runtime_error);
    // And nothing was done about it.
    EXPECT_EQ(store->migrate(steps, {}), Names{});
}

TEST_P(Migrations, that_fail_leave_the_store_as_it_was)
{
    const std::vector<Migration> failing{
        steps[0],
        {"items/0002_bad", "create table good (x bigint); create table bad (x bigint,, y text);"}};
    const auto error = error_of(failing);
    EXPECT_TRUE(holds(error, "The store roma stays as it was")) << error;
    EXPECT_TRUE(holds(error, "items/0002_bad")) << error;
    EXPECT_EQ(ask("select count(*) from store_migration"), 0);
    EXPECT_EQ(store->migrate(steps, {}).size(), 2U);
}

TEST_P(Migrations, make_views_anew_when_they_or_the_steps_changed)
{
    const std::vector<View> views{
        {"item_fact", "create view item_fact as select id, weight from item;"},
        {"item_number", "create view item_number as select count(*) as n from item_fact;"}};
    store->migrate(steps, views);
    store->write([](Transaction& transaction) { items::insert(transaction, 1); });
    EXPECT_EQ(ask("select n from item_number"), 1);

    // A step may change what the views stand on, and a view may come or go.
    auto more = steps;
    more.push_back({"items/0003_text", "alter table item drop column weight;"
                                       "alter table item add column name text;"});
    const std::vector<View> changed{
        {"item_number", "create view item_number as select count(*) + 10 as n from item;"}};
    store->migrate(more, changed);
    EXPECT_EQ(ask("select n from item_number"), 11);
    EXPECT_ANY_THROW(ask("select count(*) from item_fact"));

    reopen();
    EXPECT_EQ(store->migrate(more, changed), Names{});
    EXPECT_EQ(ask("select n from item_number"), 11);
}

TEST_P(Migrations, touch_nothing_when_there_is_nothing_to_do)
{
    const std::vector<View> views{{"item_fact", "create view item_fact as select id from item;"}};
    store->migrate(steps, views);
    const Sql drop("drop view item_fact");
    store->write([&](Transaction& transaction) { transaction.execute(drop); });
    store->migrate(steps, views);
    EXPECT_ANY_THROW(ask("select count(*) from item_fact")); // not made anew
}

INSTANTIATE_TEST_SUITE_P(Both, Migrations, test_stores::both(),
                         ::testing::PrintToStringParamName());
