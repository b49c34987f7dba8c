// SPDX-License-Identifier: EUPL-1.2
// Group commit: what is committed together, what is answered when, and what is rolled back alone.
#include <atomic>
#include <future>
#include <map>
#include <mutex>
#include <thread>

#include "base/problem.h"
#include "store/testing_items.h"

using items::count;
using items::insert;
using store::ConstraintBroken;
using store::Transaction;
using store::Unavailable;

namespace {

class Writing : public items::Items {
protected:
    // Holds the writer inside a unit of work, so that what is submitted meanwhile waits.
    class Hold {
    public:
        explicit Hold(store::Store& store)
        {
            // The unit may outlive this object, and so shares what it waits for.
            const auto entered = std::make_shared<std::promise<void>>();
            const auto once = std::make_shared<std::once_flag>(); // a unit may run again
            store.submit(
                [entered, once, opened = opened_.get_future().share()](Transaction&) {
                    std::call_once(*once, [&] { entered->set_value(); });
                    opened.wait();
                },
                [](std::exception_ptr) {});
            entered->get_future().wait();
        }
        ~Hold() { open(); }

        void open()
        {
            if (!open_)
                opened_.set_value();
            open_ = true;
        }

    private:
        std::promise<void> opened_;
        bool open_ = false;
    };

    // The commits that it takes to write so many items which wait together.
    std::int64_t commits_for(int units)
    {
        open_store();
        const auto before = store->numbers().commits;
        {
            Hold hold(*store);
            for (int id = 1; id < units; ++id)
                store->submit([=](Transaction& transaction) { insert(transaction, id); },
                              [](std::exception_ptr error) { EXPECT_FALSE(error); });
        }
        store->stop();
        return store->numbers().commits - before;
    }
};

} // namespace

TEST_P(Writing, commits_together_what_waits_together)
{
    settings.batch_milliseconds = 60000;
    EXPECT_EQ(commits_for(50), 1);
}

TEST_P(Writing, commits_no_more_units_at_once_than_batch_max)
{
    settings.batch_milliseconds = 60000;
    settings.batch_max = 10;
    EXPECT_EQ(commits_for(50), 5);
}

TEST_P(Writing, commits_when_the_batch_has_worked_long_enough)
{
    settings.batch_milliseconds = 0;
    EXPECT_EQ(commits_for(50), 50);
}

TEST_P(Writing, answers_in_order_and_when_others_can_read_it)
{
    std::vector<int> answered;
    std::vector<std::int64_t> seen;
    for (int id = 1; id <= 100; ++id)
        store->submit([=](Transaction& transaction) { insert(transaction, id); },
                      [&, id](std::exception_ptr error) {
                          EXPECT_FALSE(error);
                          answered.push_back(id);
                          seen.push_back(count(*store));
                      });
    store->write([](Transaction&) {});
    ASSERT_EQ(answered.size(), 100U);
    for (int id = 1; id <= 100; ++id) {
        EXPECT_EQ(answered[id - 1], id);
        EXPECT_GE(seen[id - 1], id);
    }
}

TEST_P(Writing, rolls_back_alone_a_unit_that_throws)
{
    settings.batch_milliseconds = 60000;
    open_store();
    std::vector<std::string> answers;
    const auto note = [&](std::exception_ptr error) {
        try {
            if (error)
                std::rethrow_exception(error);
            answers.emplace_back("done");
        } catch (const Problem& problem) {
            answers.emplace_back(problem.code);
        } catch (const ConstraintBroken&) {
            answers.emplace_back("constraint");
        }
    };
    const auto before = store->numbers();
    {
        Hold hold(*store);
        store->submit([](Transaction& transaction) { insert(transaction, 1); }, note);
        store->submit(
            [](Transaction& transaction) {
                insert(transaction, 2);
                throw Problem(409, "items.refused");
            },
            note);
        store->submit(
            [](Transaction& transaction) {
                insert(transaction, 3);
                insert(transaction, 1);
            },
            note);
        // What was rolled back is not there for the next unit of the same batch.
        store->submit(
            [](Transaction& transaction) {
                EXPECT_EQ(transaction.number(items::count_items), 1);
                insert(transaction, 4);
            },
            note);
    }
    store->write([](Transaction&) {});

    EXPECT_EQ(answers, (std::vector<std::string>{"done", "items.refused", "constraint", "done"}));
    EXPECT_EQ(items::ids(*store), (std::set<std::int64_t>{1, 4}));
    EXPECT_EQ(store->numbers().refused - before.refused, 2);
    EXPECT_EQ(store->numbers().units - before.units, 4); // with the hold and the last one
}

TEST_P(Writing, ends_a_unit_with_its_first_failed_statement_even_when_the_work_goes_on)
{
    store->write([](Transaction& transaction) { insert(transaction, 1); });
    const auto stubborn = [](Transaction& transaction) {
        insert(transaction, 2);
        EXPECT_THROW(transaction.count_changed(items::insert_item, 1, "again"), ConstraintBroken);
        EXPECT_THROW(insert(transaction, 3), ConstraintBroken);
    };
    EXPECT_THROW(store->write(stubborn), ConstraintBroken);
    EXPECT_EQ(items::ids(*store), (std::set<std::int64_t>{1}));
}

// A statement that nobody waits for fails in the name of its own unit, wherever it is met.
TEST_P(Writing, blames_the_unit_whose_statement_failed_and_keeps_those_around_it)
{
    settings.batch_milliseconds = 60000;
    open_store();
    std::map<int, std::string> answers;
    const auto note = [&](int id) {
        return [&answers, id](std::exception_ptr error) {
            try {
                if (error)
                    std::rethrow_exception(error);
                answers[id] = "done";
            } catch (const ConstraintBroken&) {
                answers[id] = "constraint";
            } catch (const std::runtime_error& mistake) {
                answers[id] = mistake.what();
            }
        };
    };
    {
        Hold hold(*store);
        store->submit([](Transaction& transaction) { insert(transaction, 1); }, note(1));
        store->submit([](Transaction& transaction) { insert(transaction, 1); }, note(2));
        store->submit([](Transaction& transaction) { insert(transaction, 3); }, note(3));
        store->submit(
            [](Transaction& transaction) {
                const std::vector<store::Argument> nobody{std::int64_t{99}, std::string("x")};
                transaction.execute_all(items::rename_item, nobody, store::Changes::some);
            },
            note(4));
        store->submit(
            [](Transaction& transaction) {
                EXPECT_EQ(transaction.number(items::count_items), 2);
                insert(transaction, 5);
            },
            note(5));
    }
    store->write([](Transaction&) {});
    EXPECT_EQ(answers, (std::map<int, std::string>{{1, "done"},
                                                   {2, "constraint"},
                                                   {3, "done"},
                                                   {4, "A statement has changed no row."},
                                                   {5, "done"}}));
    EXPECT_EQ(items::ids(*store), (std::set<std::int64_t>{1, 3, 5}));
}

TEST_P(Writing, does_not_do_a_batch_again_for_a_unit_that_was_refused_before_it_wrote)
{
    settings.batch_milliseconds = 60000;
    open_store();
    int times = 0;
    bool refused = false;
    {
        Hold hold(*store);
        store->submit(
            [&](Transaction& transaction) {
                ++times;
                insert(transaction, 1);
            },
            [](std::exception_ptr) {});
        store->submit(
            [](Transaction& transaction) {
                EXPECT_EQ(transaction.number(items::count_items), 1);
                throw Problem(409, "items.refused");
            },
            [&](std::exception_ptr error) { refused = error != nullptr; });
    }
    store->write([](Transaction&) {});
    EXPECT_TRUE(refused);
    EXPECT_EQ(times, 1);
    EXPECT_EQ(items::ids(*store), (std::set<std::int64_t>{1}));
}

TEST_P(Writing, remembers_for_the_next_unit_what_stands_and_forgets_what_was_rolled_back)
{
    settings.batch_milliseconds = 60000;
    open_store();
    std::vector<int> found;
    const auto count_up = [&](bool refuse) {
        return [&found, refuse](Transaction& transaction) {
            const auto* known = transaction.remembered().find<int>();
            const int number =
                (known ? *known : static_cast<int>(transaction.number(items::count_items))) + 1;
            insert(transaction, number);
            transaction.remembered().put(number);
            if (refuse)
                throw Problem(409, "items.refused");
            found.push_back(number);
        };
    };
    {
        Hold hold(*store);
        for (const bool refuse : {false, false, true, false})
            store->submit(count_up(refuse), [](std::exception_ptr) {});
    }
    store->write(count_up(false)); // in a batch of its own
    EXPECT_EQ(items::ids(*store), (std::set<std::int64_t>{1, 2, 3, 4}));
    ASSERT_EQ(found.size(), 6U); // the first two once more
    EXPECT_EQ(std::vector<int>(found.begin() + 2, found.end()), (std::vector<int>{1, 2, 3, 4}));
}

TEST_P(Writing, runs_effects_after_the_commit_in_order_and_before_the_answer)
{
    std::vector<std::string> happened;
    const auto effect = [&](const std::string& name) {
        return [&happened, name, this] {
            happened.push_back(name + " sees " + std::to_string(count(*store)));
        };
    };
    std::promise<void> answered;
    store->submit(
        [&](Transaction& transaction) {
            insert(transaction, 1);
            transaction.after_commit(effect("first"));
            transaction.after_commit(effect("second"));
        },
        [&](std::exception_ptr) {
            happened.emplace_back("answered");
            answered.set_value();
        });
    answered.get_future().wait();
    EXPECT_EQ(happened, (std::vector<std::string>{"first sees 1", "second sees 1", "answered"}));
}

TEST_P(Writing, drops_the_effects_of_what_was_rolled_back)
{
    bool ran = false;
    EXPECT_THROW(store->write([&](Transaction& transaction) {
        transaction.after_commit([&] { ran = true; });
        throw Problem(409, "items.refused");
    }),
                 Problem);
    store->write([](Transaction&) {});
    EXPECT_FALSE(ran);
}

TEST_P(Writing, survives_effects_and_answers_that_throw)
{
    std::promise<void> answered;
    store->submit(
        [](Transaction& transaction) {
            transaction.after_commit([] { throw std::runtime_error("an effect, on purpose"); });
        },
        [&](std::exception_ptr error) {
            EXPECT_FALSE(error);
            answered.set_value();
            throw std::runtime_error("an answer, on purpose");
        });
    answered.get_future().wait();
    EXPECT_NO_THROW(store->write([](Transaction& transaction) { insert(transaction, 1); }));
}

TEST_P(Writing, refuses_at_once_when_the_queue_is_full)
{
    settings.queue_max = 2;
    open_store();
    Hold hold(*store);
    std::atomic<int> done = 0;
    std::string refused;
    const auto submit = [&](int id) {
        store->submit([=](Transaction& transaction) { insert(transaction, id); },
                      [&](std::exception_ptr error) {
                          if (!error)
                              ++done;
                          else
                              refused = items::unavailable([&] { std::rethrow_exception(error); });
                      });
    };
    submit(1);
    submit(2);
    EXPECT_EQ(store->numbers().waiting, 2);
    EXPECT_EQ(refused, "");
    submit(3);
    EXPECT_EQ(refused, "queue_full");

    hold.open();
    store->stop();
    EXPECT_EQ(done, 2);
    EXPECT_EQ(store->numbers().waiting, 0);
}

TEST_P(Writing, commits_what_was_taken_before_it_stops_and_then_takes_no_more)
{
    std::atomic<int> done = 0;
    {
        Hold hold(*store);
        for (int id = 1; id <= 20; ++id)
            store->submit([=](Transaction& transaction) { insert(transaction, id); },
                          [&](std::exception_ptr error) { done += error ? 0 : 1; });
    }
    store->stop();
    EXPECT_EQ(done, 20);
    EXPECT_EQ(items::unavailable([&] { store->write([](Transaction&) {}); }), "stopping");
    EXPECT_EQ(items::unavailable([&] { store->read([](Transaction&) {}); }), "stopping");
    EXPECT_EQ(items::unavailable([&] { store->prepare(items::insert_item); }), "stopping");
    store->stop(); // once more does no harm

    open_store();
    EXPECT_EQ(count(*store), 20);
}

TEST_P(Writing, takes_work_from_many_threads)
{
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 8; ++thread)
        threads.emplace_back([this, thread] {
            for (int number = 0; number < 50; ++number) {
                const auto id = thread * 1000 + number;
                store->write([=](Transaction& transaction) { insert(transaction, id); });
                EXPECT_GE(count(*store), 1);
            }
        });
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(count(*store), 400);
}

TEST_P(Writing, refuses_to_wait_for_itself)
{
    EXPECT_THROW(store->write([this](Transaction&) { store->write([](Transaction&) {}); }),
                 std::logic_error);
}

INSTANTIATE_TEST_SUITE_P(Both, Writing, test_stores::both(), ::testing::PrintToStringParamName());
