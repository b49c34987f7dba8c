// SPDX-License-Identifier: EUPL-1.2
// A full disk, a locked store, a lost connection, a second program: said with a reason, and
// survived.
#include <postgresql/libpq-fe.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/stat.h>

#include <fstream>
#include <future>
#include <thread>

#include "store/testing_items.h"

using items::insert;
using items::unavailable;
using store::Sql;
using store::Transaction;

namespace {

std::string path_of(const store::Settings& settings)
{
    return settings.url.substr(std::string("sqlite:").size());
}

std::string schema_of(const store::Settings& settings)
{
    return settings.url.substr(settings.url.rfind('=') + 1);
}

// Somebody else at the same database, who keeps to none of our rules.
class Stranger {
public:
    explicit Stranger(const store::Settings& settings)
    {
        if (settings.url.starts_with("sqlite:"))
            sqlite3_open(path_of(settings).c_str(), &sqlite_);
        else
            postgres_ = PQconnectdb(test_stores::postgres_url().c_str());
    }
    ~Stranger()
    {
        sqlite3_close(sqlite_);
        PQfinish(postgres_);
    }
    Stranger(const Stranger&) = delete;
    Stranger& operator=(const Stranger&) = delete;

    void say(const std::string& sql)
    {
        if (sqlite_ != nullptr) {
            ASSERT_EQ(sqlite3_exec(sqlite_, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
                << sqlite3_errmsg(sqlite_);
            return;
        }
        auto* const result = PQexec(postgres_, sql.c_str());
        const auto status = PQresultStatus(result);
        PQclear(result);
        ASSERT_TRUE(status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
            << PQerrorMessage(postgres_);
    }

private:
    sqlite3* sqlite_ = nullptr;
    PGconn* postgres_ = nullptr;
};

class Faults : public items::Items {
protected:
    std::string write(std::int64_t id)
    {
        return unavailable(
            [&] { store->write([=](Transaction& transaction) { insert(transaction, id); }); });
    }

    // PostgreSQL: ends every connection of this store, as an operator or a restart does.
    void cut_connections()
    {
        Stranger(settings).say("select pg_terminate_backend(pid, 5000) from pg_stat_activity "
                               "where application_name = 'lgnet " +
                               schema_of(settings) + "'");
    }
};

// What can happen to only one of the two.
class SqliteFaults : public Faults {};
class PostgresFaults : public Faults {};

class FullDisk : public ::testing::Test {
protected:
    void SetUp() override
    {
        folder = test_stores::make_folder("lgnet-small-");
        if (mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=1m") != 0)
            GTEST_SKIP() << "only root may mount a small disk";
        mounted = true;
    }

    void TearDown() override
    {
        if (mounted)
            umount(folder.c_str());
        std::filesystem::remove(folder);
    }

    std::string folder;
    bool mounted = false;
};

} // namespace

TEST_P(Faults, a_locked_store_says_so_and_recovers)
{
    settings.lock_wait = std::chrono::milliseconds(50);
    open_store();
    EXPECT_EQ(write(1), "");
    {
        Stranger stranger(settings);
        stranger.say(on_sqlite() ? "begin immediate"
                                 : "begin; lock table " + schema_of(settings) + ".item");
        EXPECT_EQ(write(2), "locked");
        EXPECT_EQ(write(3), "locked");
        if (on_sqlite()) {
            EXPECT_EQ(items::count(*store), 1); // who reads does not wait for who writes
        }
    }
    EXPECT_EQ(write(4), "");
    EXPECT_EQ(items::ids(*store), (std::set<std::int64_t>{1, 4}));
}

TEST_P(SqliteFaults, all_that_wait_are_answered_when_a_batch_cannot_begin)
{
    settings.lock_wait = std::chrono::milliseconds(300);
    open_store();
    Stranger stranger(settings);
    stranger.say("begin immediate");
    const auto begun = std::chrono::steady_clock::now();
    std::vector<std::future<std::string>> answers;
    for (int id = 1; id <= 20; ++id)
        answers.push_back(std::async(std::launch::async, [this, id] { return write(id); }));
    for (auto& answer : answers)
        EXPECT_EQ(answer.get(), "locked");
    // Not one after the other.
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(3));
}

TEST_P(Faults, a_full_disk_says_so_and_the_store_recovers)
{
    EXPECT_EQ(write(1), "");
    if (on_sqlite()) {
        const Sql shrink("pragma max_page_count = 1"); // to what it has now
        const Sql grow("pragma max_page_count = 100000");
        store->write([&](Transaction& transaction) { transaction.query(shrink); });
        const std::string large(100000, 'x');
        EXPECT_EQ(unavailable([&] {
                      store->write([&](Transaction& transaction) {
                          transaction.execute(items::insert_item, 2, large);
                      });
                  }),
                  "disk_full");
        EXPECT_EQ(items::count(*store), 1);
        store->write([&](Transaction& transaction) { transaction.query(grow); });
    } else {
        const Sql full("do $$ begin raise exception 'no space' using errcode = '53100'; end $$");
        EXPECT_EQ(unavailable([&] {
                      store->write([&](Transaction& transaction) {
                          insert(transaction, 2);
                          transaction.execute(full);
                      });
                  }),
                  "disk_full");
    }
    EXPECT_EQ(write(3), "");
    EXPECT_EQ(items::ids(*store), (std::set<std::int64_t>{1, 3}));
}

TEST_P(PostgresFaults, other_units_do_not_suffer_from_one_that_met_a_full_disk)
{
    settings.batch_milliseconds = 60000;
    open_store();
    const Sql full("do $$ begin raise exception 'no space' using errcode = '53100'; end $$");
    std::promise<void> ready;
    auto may_go_on = ready.get_future();
    std::vector<std::string> answers;
    const auto note = [&](std::exception_ptr error) {
        answers.push_back(unavailable([&] {
            if (error)
                std::rethrow_exception(error);
        }));
    };
    store->submit([&](Transaction&) { may_go_on.wait(); }, note);
    store->submit([&](Transaction& transaction) { transaction.execute(full); }, note);
    store->submit([&](Transaction& transaction) { insert(transaction, 1); }, note);
    ready.set_value();
    store->stop();
    EXPECT_EQ(answers, (std::vector<std::string>{"", "disk_full", ""}));
}

TEST_F(FullDisk, of_sqlite_fails_whole_batches_and_loses_nothing_that_was_acknowledged)
{
    auto settings = test_stores::fresh(test_stores::Engine::sqlite, "small");
    settings.url = "sqlite:" + folder + "/small.db";
    auto store = items::open(settings);

    const auto write = [&](int id) {
        return unavailable([&] {
            store->write([&](Transaction& transaction) {
                transaction.execute(items::insert_item, id,
                                    std::to_string(id) + std::string(20000, 'x'));
            });
        });
    };
    std::set<std::int64_t> acknowledged;
    std::string reason;
    for (int id = 1; id <= 1000 && reason.empty(); ++id) {
        reason = write(id);
        if (reason.empty())
            acknowledged.insert(id);
    }
    EXPECT_EQ(reason, "disk_full");
    EXPECT_GT(acknowledged.size(), 5U);
    EXPECT_EQ(write(2000), "disk_full");
    EXPECT_EQ(items::ids(*store), acknowledged);

    ASSERT_EQ(mount("tmpfs", folder.c_str(), "tmpfs", MS_REMOUNT, "size=16m"), 0);
    EXPECT_EQ(write(3000), "");
    acknowledged.insert(3000);
    EXPECT_EQ(items::ids(*store), acknowledged);
    store.reset();
    store = items::open(settings);
    EXPECT_EQ(items::ids(*store), acknowledged);
    store.reset();
}

TEST_P(PostgresFaults, a_lost_connection_is_replaced)
{
    EXPECT_EQ(write(1), "");
    EXPECT_EQ(items::count(*store), 1);
    cut_connections();
    // Lost while nothing happened: nobody notices.
    EXPECT_EQ(write(2), "");
    EXPECT_EQ(items::count(*store), 2);

    // Lost in the middle of the work: this unit fails, the next does not.
    EXPECT_EQ(unavailable([&] {
                  store->write([&](Transaction& transaction) {
                      insert(transaction, 3);
                      cut_connections();
                      insert(transaction, 4);
                  });
              }),
              "unreachable");
    EXPECT_EQ(unavailable([&] {
                  store->write([&](Transaction& transaction) {
                      insert(transaction, 5);
                      cut_connections(); // only the commit meets it
                  });
              }),
              "unreachable");
    EXPECT_EQ(unavailable([&] {
                  store->read([&](Transaction& transaction) {
                      cut_connections();
                      transaction.number(items::count_items);
                  });
              }),
              "unreachable");
    EXPECT_EQ(write(6), "");
    EXPECT_EQ(items::ids(*store), (std::set<std::int64_t>{1, 2, 6}));
}

TEST_P(PostgresFaults, connections_lost_under_load_lose_nothing_that_was_acknowledged)
{
    std::set<std::int64_t> acknowledged; // filled on the writer's thread alone
    for (int id = 1; id <= 1500; ++id) {
        store->submit([=](Transaction& transaction) { insert(transaction, id); },
                      [&, id](std::exception_ptr error) {
                          if (!error)
                              acknowledged.insert(id);
                          else
                              EXPECT_EQ(unavailable([&] { std::rethrow_exception(error); }),
                                        "unreachable");
                      });
        if (id % 300 == 0)
            cut_connections();
    }
    EXPECT_EQ(write(9999), "");
    acknowledged.insert(9999);
    const auto present = items::ids(*store);
    for (const auto id : acknowledged)
        EXPECT_EQ(present.count(id), 1U) << id;
    EXPECT_GT(acknowledged.size(), 100U);
}

TEST_P(Faults, a_database_that_does_not_answer_is_unreachable)
{
    auto nowhere = settings;
    nowhere.url = on_sqlite() ? "sqlite:/nowhere/at/all.db"
                              : "postgresql://postgres@/postgres?host=/nowhere&schema=nowhere";
    try {
        store::Store::open(nowhere);
        FAIL();
    } catch (const store::Unavailable& error) {
        EXPECT_FALSE(on_sqlite());
        EXPECT_EQ(error.reason, "unreachable");
    } catch (const std::runtime_error& error) {
        EXPECT_TRUE(on_sqlite());
        EXPECT_NE(std::string(error.what()).find("/nowhere/at/all.db"), std::string::npos);
    }
}

TEST_P(Faults, a_second_program_is_kept_out)
{
    settings.lock_wait = std::chrono::milliseconds(50);
    EXPECT_EQ(unavailable([&] { store::Store::open(settings); }), "locked");
    EXPECT_EQ(write(1), "");
    store.reset();
    EXPECT_NO_THROW(open_store());
    EXPECT_EQ(items::count(*store), 1);
}

TEST_P(Faults, a_store_does_not_open_with_another_key_or_without_one)
{
    store.reset();
    const auto right = settings.key_file;
    settings.key_file = test_stores::fresh(GetParam(), "other").key_file;
    EXPECT_THROW(store::Store::open(settings), std::runtime_error); // missing, and not made
    EXPECT_FALSE(std::filesystem::exists(settings.key_file));
    std::ofstream(settings.key_file) << std::string(64, 'a') << '\n';
    std::filesystem::permissions(settings.key_file, std::filesystem::perms::owner_read);
    EXPECT_THROW(store::Store::open(settings), std::runtime_error);
    settings.key_file = right;
    EXPECT_NO_THROW(open_store());
}

TEST_P(Faults, a_database_that_holds_something_else_is_left_alone)
{
    auto foreign = test_stores::fresh(GetParam(), "foreign");
    Stranger stranger(foreign);
    const auto schema = schema_of(foreign);
    stranger.say(on_sqlite()
                     ? "create table theirs (x)"
                     : "create schema " + schema + "; create table " + schema + ".theirs (x text)");
    EXPECT_THROW(store::Store::open(foreign), std::runtime_error);
    EXPECT_FALSE(std::filesystem::exists(foreign.key_file));
}

TEST_P(SqliteFaults, the_files_of_a_store_are_its_owners_alone)
{
    EXPECT_EQ(write(1), "");
    for (const std::string name : {"", "-wal", "-shm", ".lock"}) {
        struct stat status {};
        ASSERT_EQ(stat((path_of(settings) + name).c_str(), &status), 0) << name;
        EXPECT_EQ(status.st_mode & 0777, 0600U) << name;
    }
}

TEST_P(SqliteFaults, a_stopped_store_is_one_file)
{
    EXPECT_EQ(write(1), "");
    store->stop();
    EXPECT_FALSE(std::filesystem::exists(path_of(settings) + "-wal"));
}

TEST_P(SqliteFaults, the_log_of_sqlite_does_not_grow_without_end)
{
    const std::string filling(200000, 'x');
    for (int id = 1; id <= 200; ++id) // 40 MB
        store->write([&](Transaction& transaction) {
            transaction.execute(items::insert_item, id, std::to_string(id) + filling);
        });
    EXPECT_LT(std::filesystem::file_size(path_of(settings) + "-wal"), 12000000U);
    EXPECT_GT(std::filesystem::file_size(path_of(settings)), 30000000U);
}

TEST(Urls, that_name_no_store_are_refused)
{
    for (const std::string url :
         {"", "sqlite:", "mysql://host/base", "roma.db", "postgresql:///base?schema=public",
          "postgresql:///base?schema=Roma;drop"}) {
        auto settings = test_stores::fresh(test_stores::Engine::sqlite, "roma");
        settings.url = url;
        EXPECT_THROW(store::Store::open(settings), std::runtime_error) << url;
    }
}

INSTANTIATE_TEST_SUITE_P(Only, SqliteFaults, ::testing::Values(test_stores::Engine::sqlite),
                         ::testing::PrintToStringParamName());
INSTANTIATE_TEST_SUITE_P(Only, PostgresFaults, ::testing::Values(test_stores::Engine::postgres),
                         ::testing::PrintToStringParamName());
INSTANTIATE_TEST_SUITE_P(Both, Faults, test_stores::both(), ::testing::PrintToStringParamName());
