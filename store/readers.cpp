// SPDX-License-Identifier: EUPL-1.2
#include "store/readers.h"

#include "base/problem.h"

namespace store {

void Readers::use(const std::function<void(Connection&)>& work)
{
    std::unique_ptr<Connection> connection;
    // Comes back (or, when it could not even be opened, its place does) whatever happens.
    struct Return {
        Readers& readers;
        std::unique_ptr<Connection>& connection;
        ~Return() { readers.take_back(std::move(connection)); }
    };
    connection = lend();
    const Return at_the_end{*this, connection};
    if (!connection)
        connection = database_.connect(Access::read);
    try {
        connection->begin();
    } catch (const Unavailable&) {
        if (!connection->broken())
            throw;
        // Lost while it was idle: the server was started anew, say.
        connection = database_.connect(Access::read);
        connection->begin();
    }
    try {
        work(*connection);
    } catch (...) {
        connection->rollback();
        throw;
    }
    connection->rollback(); // nothing was written: cheaper than a commit, and it cannot fail
}

// Null where a new one is to be opened.
std::unique_ptr<Connection> Readers::lend()
{
    std::unique_lock lock(mutex_);
    const bool in_time = came_back_.wait_for(
        lock, settings_.lock_wait, [&] { return stopping_ || lent_ < settings_.readers_max; });
    if (stopping_)
        throw Unavailable("stopping", "The store " + settings_.name + " stops.");
    if (!in_time)
        throw Unavailable("queue_full",
                          "All readers of the store " + settings_.name + " are busy.");
    ++lent_;
    if (idle_.empty())
        return nullptr;
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    return connection;
}

void Readers::take_back(std::unique_ptr<Connection> connection)
{
    {
        const std::lock_guard lock(mutex_);
        --lent_;
        if (connection && !connection->broken())
            idle_.push_back(std::move(connection));
    }
    came_back_.notify_all();
}

void Readers::stop()
{
    std::unique_lock lock(mutex_);
    stopping_ = true;
    came_back_.notify_all();
    came_back_.wait(lock, [&] { return lent_ == 0; });
    idle_.clear();
}

} // namespace store
