// SPDX-License-Identifier: EUPL-1.2
// A few threads that do reads, so that a slow report never holds up the network's threads. The
// queue is bounded: beyond it a request is told to come back.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace core {

class Readers {
public:
    Readers(int threads, std::size_t queue_max);
    ~Readers() { stop(); }

    // False: the queue is full, or we are stopping.
    bool submit(std::function<void()> work);
    // Finishes what was taken.
    void stop();

private:
    void run();

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> queue_;
    std::size_t queue_max_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

} // namespace core
