// SPDX-License-Identifier: EUPL-1.2
// The one thread of a store that writes: docs/decisions/0003-one-writer.md.
#pragma once

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

#include "store/connection.h"

namespace store {

class Writer {
public:
    Writer(Database& database, std::unique_ptr<Connection> connection, const Seal& seal,
           const Settings& settings);
    ~Writer() { stop(); }

    void submit(Work work, Done done);

    // Runs between two batches, outside any transaction; waits for it and throws what it throws.
    void alone(const std::function<void(Connection&)>& work);

    // Commits what waits, and ends the thread.
    void stop();

    bool is_this_thread() const { return std::this_thread::get_id() == thread_.get_id(); }
    Numbers numbers() const;

private:
    struct Unit {
        Work work;
        Done done;
        std::exception_ptr failure;
        std::vector<std::function<void()>> effects;
    };

    void run();
    void connect();
    void begin();
    void commit_batch();
    bool try_lightly(std::vector<Unit>& batch);
    bool carry_out_lightly(Unit& unit);
    void redo_carefully(std::vector<Unit>& batch);
    void carry_out_carefully(Unit& unit);
    void take_up(std::vector<Unit>& batch, std::size_t count);
    void count(const std::vector<Unit>& batch, bool committed);

    Database& database_;
    const Seal& seal_;
    const Settings& settings_;
    std::unique_ptr<Connection> connection_; // of the thread alone, once it runs
    Remembered remembered_;                  // likewise

    mutable std::mutex mutex_; // over all that follows
    std::condition_variable wake_;
    std::deque<Unit> queue_;
    std::deque<std::packaged_task<void()>> alone_;
    bool stopping_ = false;
    Numbers numbers_;

    std::mutex stop_mutex_; // so that two may stop at once
    std::thread thread_;
};

} // namespace store
