// SPDX-License-Identifier: EUPL-1.2
#include "core/readers.h"

namespace core {

Readers::Readers(int threads, std::size_t queue_max) : queue_max_(queue_max)
{
    for (int i = 0; i < threads; ++i)
        threads_.emplace_back([this] { run(); });
}

bool Readers::submit(std::function<void()> work)
{
    {
        const std::scoped_lock lock(mutex_);
        if (stopping_ || queue_.size() >= queue_max_)
            return false;
        queue_.push_back(std::move(work));
    }
    wake_.notify_one();
    return true;
}

void Readers::stop()
{
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    for (auto& thread : threads_)
        thread.join();
    threads_.clear();
}

void Readers::run()
{
    std::unique_lock lock(mutex_);
    while (true) {
        wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
        if (queue_.empty())
            return;
        auto work = std::move(queue_.front());
        queue_.pop_front();
        lock.unlock();
        work();
        work = nullptr;
        lock.lock();
    }
}

} // namespace core
