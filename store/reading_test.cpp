// SPDX-License-Identifier: EUPL-1.2
// Reads run beside writes, each in one snapshot.
#include <future>
#include <thread>

#include "store/testing_items.h"

using items::count_items;
using items::insert;
using store::Transaction;

namespace {
class Reading : public items::Items {};
} // namespace

TEST_P(Reading, sees_one_snapshot_while_others_write)
{
    store->write([](Transaction& transaction) { insert(transaction, 1); });
    store->read([&](Transaction& transaction) {
        EXPECT_EQ(transaction.number(count_items), 1);
        store->write([](Transaction& writing) { insert(writing, 2); });
        EXPECT_EQ(transaction.number(count_items), 1);
    });
    EXPECT_EQ(items::count(*store), 2);
}

TEST_P(Reading, does_not_see_what_is_not_committed)
{
    store->write([&](Transaction& transaction) {
        insert(transaction, 1);
        EXPECT_EQ(transaction.number(count_items), 1);
        EXPECT_EQ(items::count(*store), 0);
    });
    EXPECT_EQ(items::count(*store), 1);
}

TEST_P(Reading, cannot_write)
{
    // A mistake of ours, not a store that cannot work.
    EXPECT_THROW(store->read([](Transaction& transaction) { insert(transaction, 1); }),
                 std::runtime_error);
    EXPECT_EQ(items::count(*store), 0);
}

TEST_P(Reading, goes_on_after_work_that_threw)
{
    for (int time = 0; time < 2 * settings.readers_max; ++time)
        EXPECT_THROW(store->read([](Transaction&) { throw std::out_of_range("on purpose"); }),
                     std::out_of_range);
    EXPECT_EQ(items::count(*store), 0);
}

TEST_P(Reading, waits_for_a_reader_when_all_are_busy)
{
    settings.readers_max = 1;
    settings.lock_wait = std::chrono::seconds(20);
    open_store();
    std::promise<void> entered;
    std::thread other([&] {
        store->read([&](Transaction&) {
            entered.set_value();
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        });
    });
    entered.get_future().wait();
    EXPECT_EQ(items::count(*store), 0);
    other.join();
}

TEST_P(Reading, does_not_wait_for_ever_for_a_reader)
{
    settings.readers_max = 1;
    settings.lock_wait = std::chrono::milliseconds(50);
    open_store();
    store->read([&](Transaction&) {
        EXPECT_EQ(items::unavailable([&] { items::count(*store); }), "queue_full");
    });
}

TEST_P(Reading, goes_on_beside_many_writes)
{
    std::promise<void> enough;
    auto wanted = enough.get_future();
    std::thread reader([&] {
        std::int64_t last = 0;
        while (wanted.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
            const auto now = items::count(*store);
            EXPECT_GE(now, last);
            last = now;
        }
    });
    for (int id = 1; id <= 300; ++id)
        store->write([=](Transaction& transaction) { insert(transaction, id); });
    enough.set_value();
    reader.join();
    EXPECT_EQ(items::count(*store), 300);
}

INSTANTIATE_TEST_SUITE_P(Both, Reading, test_stores::both(), ::testing::PrintToStringParamName());
