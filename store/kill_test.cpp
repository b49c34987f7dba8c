// SPDX-License-Identifier: EUPL-1.2
// kill -9 under load: nothing that was acknowledged is missing afterwards.
#include <sys/wait.h>
#include <unistd.h>

#include <condition_variable>
#include <mutex>

#include "store/testing_items.h"

namespace {

class Kill : public ::testing::TestWithParam<test_stores::Engine> {};

// Writes as fast as it can, 32 units on their way, and tells each id whose unit was acknowledged.
[[noreturn]] void write_for_ever(const store::Settings& settings, std::int64_t first, int out)
{
    try {
        const auto store = items::open(settings);
        std::mutex mutex;
        std::condition_variable answered;
        int on_their_way = 0;
        for (std::int64_t id = first;; ++id) {
            std::unique_lock lock(mutex);
            answered.wait(lock, [&] { return on_their_way < 32; });
            ++on_their_way;
            lock.unlock();
            store->submit([=](store::Transaction& transaction) { items::insert(transaction, id); },
                          [&, id](std::exception_ptr error) {
                              if (error || write(out, &id, sizeof id) != sizeof id)
                                  _exit(3);
                              const std::lock_guard guard(mutex);
                              --on_their_way;
                              answered.notify_one();
                          });
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "the child could not write: %s\n", error.what());
    }
    _exit(2);
}

// Reads what was acknowledged; kills the writer when there is enough, and takes what is in the
// pipe.
void kill_under_load(const store::Settings& settings, std::int64_t first, std::size_t enough,
                     std::set<std::int64_t>& acknowledged)
{
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        close(ends[0]);
        write_for_ever(settings, first, ends[1]);
    }
    close(ends[1]);

    std::size_t count = 0;
    std::int64_t id = 0;
    while (read(ends[0], &id, sizeof id) == sizeof id) {
        acknowledged.insert(id);
        if (++count == enough)
            kill(child, SIGKILL);
    }
    close(ends[0]);
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}

} // namespace

TEST_P(Kill, loses_nothing_that_was_acknowledged)
{
    const auto settings = test_stores::fresh(GetParam(), "killed");
    items::open(settings)->stop();
    std::set<std::int64_t> acknowledged;
    for (int round = 1; round <= 6; ++round) {
        const auto enough = static_cast<std::size_t>(100 * round + 37);
        ASSERT_NO_FATAL_FAILURE(kill_under_load(settings, round * 1000000, enough, acknowledged));
        const auto store = items::open(settings);
        const auto present = items::ids(*store);
        std::vector<std::int64_t> missing;
        std::set_difference(acknowledged.begin(), acknowledged.end(), present.begin(),
                            present.end(), std::back_inserter(missing));
        ASSERT_EQ(missing, std::vector<std::int64_t>{});
        if (GetParam() == test_stores::Engine::sqlite) {
            const store::Sql check("pragma integrity_check");
            store->read([&](store::Transaction& transaction) {
                const auto rows = transaction.query(check);
                ASSERT_TRUE(rows->next());
                EXPECT_EQ(rows->text(0), "ok");
            });
        }
    }
    EXPECT_GT(acknowledged.size(), 2000U);
}

INSTANTIATE_TEST_SUITE_P(Both, Kill, test_stores::both(), ::testing::PrintToStringParamName());
