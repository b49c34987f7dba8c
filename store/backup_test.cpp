// SPDX-License-Identifier: EUPL-1.2
#include "store/backup.h"

#include <sys/stat.h>

#include <fstream>
#include <sstream>
#include <thread>

#include "store/seal.h"
#include "store/testing_items.h"

using items::insert;
using store::Sql;
using store::Transaction;

namespace {

class Backups : public items::Items {
protected:
    void SetUp() override
    {
        items::Items::SetUp();
        path = test_stores::make_folder("lgnet-backup-") + "/items.backup";
        store->write([&](Transaction& transaction) {
            transaction.execute(items::insert_whole_item, 1, "tab \t, line \n, \\. and àù", 0.1, 1);
            transaction.execute(items::insert_whole_item, 2, "\\.", nullptr, nullptr);
            transaction.execute(items::insert_part, 1, 1, "");
            transaction.execute(items::insert_part, 1, 2, nullptr);
            transaction.execute(items::insert_part, 2, 1, store->seal().close("x", "t", "c", "r"));
        });
    }

    void TearDown() override
    {
        std::filesystem::remove_all(std::filesystem::path(path).parent_path());
    }

    // Settings of an empty store with the key of this one.
    store::Settings elsewhere()
    {
        auto other = test_stores::fresh(GetParam(), "elsewhere");
        std::filesystem::copy_file(settings.key_file, other.key_file);
        return other;
    }

    std::string error_of(const store::Settings& target)
    {
        try {
            store::restore(path, target);
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return "";
    }

    std::string content() const
    {
        std::ifstream file(path);
        std::ostringstream text;
        text << file.rdbuf();
        return text.str();
    }

    void put(const std::string& content) const { std::ofstream(path) << content; }

    std::string path;
};

// Everything that the items hold, as one text.
std::string all_of(store::Store& store)
{
    static const Sql list_parts("select item, number, note from part order by item, number");
    std::string all;
    store.read([&](Transaction& transaction) {
        for (const auto* sql : {&items::list_items, &list_parts}) {
            const auto rows = transaction.query(*sql);
            while (rows->next())
                for (int column = 0; column < rows->columns(); ++column)
                    all += rows->is_null(column) ? "null|" : std::string(rows->text(column)) + "|";
        }
    });
    return all;
}

} // namespace

TEST_P(Backups, bring_everything_back)
{
    store->back_up(path);
    const auto other = elsewhere();
    store::restore(path, other);

    const auto restored = store::Store::open(other);
    EXPECT_EQ(all_of(*restored), all_of(*store));
    EXPECT_EQ(restored->pending(items::steps), std::vector<std::string>{});
    // The rules came back too, and the store works on.
    EXPECT_THROW(restored->write([](Transaction& transaction) { insert(transaction, 1); }),
                 store::ConstraintBroken);
    EXPECT_NO_THROW(restored->write([](Transaction& transaction) { insert(transaction, 3); }));
    EXPECT_EQ(items::count(*store), 2);
}

TEST_P(Backups, bring_views_and_the_rows_of_steps_back_once)
{
    auto steps = items::steps;
    steps.push_back({"items/0003_kinds", "create table kind (code text not null primary key);"
                                         "insert into kind (code) values ('a'), ('b');"});
    const std::vector<store::View> views{
        {"item_fact", "create view item_fact as select id from item"}};
    store->migrate(steps, views);
    const Sql rename("update kind set code = 'c' where code = 'b'");
    store->write([&](Transaction& transaction) { transaction.execute(rename); });
    store->back_up(path);

    const auto other = elsewhere();
    store::restore(path, other);
    const auto restored = store::Store::open(other);
    restored->migrate(steps, views);
    const Sql kinds("select count(*) from kind where code in ('a', 'c')");
    const Sql facts("select count(*) from item_fact");
    restored->read([&](Transaction& transaction) {
        EXPECT_EQ(transaction.number(kinds), 2);
        EXPECT_EQ(transaction.number(facts), 2);
    });
}

TEST_P(Backups, are_of_one_moment_while_the_store_works)
{
    std::thread writing([this] {
        for (int id = 10; id < 400; ++id)
            store->write([=](Transaction& transaction) {
                insert(transaction, id);
                transaction.execute(items::insert_part, id, 1, "with its item");
            });
    });
    while (items::count(*store) < 50)
        std::this_thread::yield();
    store->back_up(path);
    writing.join();

    const auto other = elsewhere();
    store::restore(path, other);
    const auto restored = store::Store::open(other);
    const Sql lonely("select count(*) from item where id >= 10 and not exists "
                     "(select 1 from part where part.item = item.id)");
    restored->read([&](Transaction& transaction) {
        EXPECT_GE(transaction.number(items::count_items), 50);
        EXPECT_EQ(transaction.number(lonely), 0);
    });
}

TEST_P(Backups, are_new_files_for_their_owner_alone)
{
    store->back_up(path);
    struct stat status {};
    ASSERT_EQ(stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600U);
    const auto before = content();
    EXPECT_THROW(store->back_up(path), std::runtime_error);
    EXPECT_EQ(content(), before);
    EXPECT_THROW(store->back_up("/nowhere/at/all"), std::runtime_error);
    // No other file is left beside it.
    const std::filesystem::directory_iterator files(std::filesystem::path(path).parent_path());
    EXPECT_EQ(std::distance(begin(files), end(files)), 1);
}

// As a second program does it: the store stays open, and is written to.
TEST_P(Backups, are_taken_beside_the_program_that_holds_the_store)
{
    store::back_up(settings, path);
    store->write([](Transaction& transaction) { insert(transaction, 3); });
    const auto other = elsewhere();
    store::restore(path, other);
    const auto restored = store::Store::open(other);
    EXPECT_EQ(items::ids(*restored), (std::set<std::int64_t>{1, 2}));
    EXPECT_EQ(items::ids(*store), (std::set<std::int64_t>{1, 2, 3}));
}

TEST_P(Backups, are_not_taken_of_a_store_that_is_not_there)
{
    EXPECT_ANY_THROW(store::back_up(test_stores::fresh(GetParam(), "nowhere"), path));
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST_P(Backups, are_not_restored_into_a_store_that_holds_something)
{
    store->back_up(path);
    settings.lock_wait = std::chrono::milliseconds(50);
    EXPECT_EQ(items::unavailable([&] { store::restore(path, settings); }), "locked");
    store.reset();
    EXPECT_NE(error_of(settings).find("is not empty"), std::string::npos);
    open_store();
    EXPECT_EQ(items::count(*store), 2);
}

TEST_P(Backups, need_the_key_of_the_store)
{
    store->back_up(path);
    const auto keyless = test_stores::fresh(GetParam(), "keyless");
    EXPECT_NE(error_of(keyless).find("is missing"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(keyless.key_file));

    const auto other = test_stores::fresh(GetParam(), "other");
    store::Seal::from_file(other.key_file, true);
    EXPECT_NE(error_of(other).find("is not that of the store"), std::string::npos);
    EXPECT_THROW(store::Store::open(other), std::runtime_error);
    std::filesystem::remove(other.key_file);
    std::filesystem::copy_file(settings.key_file, other.key_file);
    EXPECT_EQ(all_of(*store::Store::open(other)), all_of(*store));
}

TEST_P(Backups, that_were_cut_or_altered_are_refused_and_restore_nothing)
{
    store->back_up(path);
    const auto whole = content();
    const auto target = elsewhere();
    auto altered = whole;
    altered[whole.find("tab ")] = 'T';
    std::vector<std::string> bad{"", "something else\n", whole.substr(0, whole.size() / 2)};
    if (!on_sqlite()) {
        bad.push_back(whole.substr(0, whole.size() - 10));
        bad.push_back(altered);
    }
    for (const auto& text : bad) {
        put(text);
        EXPECT_NE(error_of(target), "") << text.size();
    }
    put(whole);
    EXPECT_EQ(error_of(target), ""); // the store was still empty
    EXPECT_EQ(all_of(*store::Store::open(target)), all_of(*store));
}

INSTANTIATE_TEST_SUITE_P(Both, Backups, test_stores::both(), ::testing::PrintToStringParamName());
