// SPDX-License-Identifier: EUPL-1.2
// A small schema for the tests of this folder: items, and parts that belong to an item.
#pragma once

#include <set>

#include "store/testing.h"

namespace items {

using store::Sql;
using store::Transaction;

inline const std::vector<store::Migration> steps{
    {"items/0001_item", "create table item (\n"
                        "  id bigint not null primary key,\n"
                        "  word text not null unique, -- one; only\n"
                        "  weight double precision,\n"
                        "  flag smallint constraint item_flag check (flag in (0, 1)));"},
    {"items/0002_part", "create table part (\n"
                        "  item bigint not null references item (id),\n"
                        "  number bigint not null,\n"
                        "  note text,\n"
                        "  primary key (item, number));\n"
                        "create index part_note on part (note);"},
};

inline const Sql insert_item("insert into item (id, word) values ($1, $2)");
inline const Sql
    insert_whole_item("insert into item (id, word, weight, flag) values ($1, $2, $3, $4)");
inline const Sql insert_part("insert into part (item, number, note) values ($1, $2, $3)");
inline const Sql count_items("select count(*) from item");
inline const Sql list_items("select id, word, weight, flag from item order by id");
inline const Sql rename_item("update item set word = $2 where id = $1");
inline const Sql remove_item("delete from item where id = $1");

inline void insert(Transaction& transaction, std::int64_t id)
{
    transaction.execute(insert_item, id, "word " + std::to_string(id));
}

inline std::int64_t count(store::Store& store)
{
    std::int64_t answer = 0;
    store.read([&](Transaction& transaction) { answer = transaction.number(count_items); });
    return answer;
}

inline std::set<std::int64_t> ids(store::Store& store)
{
    std::set<std::int64_t> found;
    store.read([&](Transaction& transaction) {
        const auto rows = transaction.query(list_items);
        while (rows->next())
            found.insert(rows->integer(0));
    });
    return found;
}

inline std::unique_ptr<store::Store> open(const store::Settings& settings)
{
    auto store = store::Store::open(settings);
    store->migrate(steps, {});
    return store;
}

// The reason why a call was not possible now; "" when it was.
template <class Call> std::string unavailable(const Call& call)
{
    try {
        call();
    } catch (const store::Unavailable& error) {
        return error.reason;
    }
    return "";
}

// A store with the items, on the database of the test's parameter.
class Items : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    void SetUp() override
    {
        settings = test_stores::fresh(GetParam(), "items");
        open_store();
    }

    void open_store()
    {
        store.reset(); // before another one holds the place
        store = items::open(settings);
    }

    bool on_sqlite() const { return GetParam() == test_stores::Engine::sqlite; }

    store::Settings settings;
    std::unique_ptr<store::Store> store;
};

} // namespace items
