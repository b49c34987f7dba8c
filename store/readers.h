// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "store/connection.h"

namespace store {

// The read-only connections of a store: opened when first needed, then kept.
class Readers {
public:
    Readers(Database& database, const Settings& settings) : database_(database), settings_(settings)
    {
    }

    // Runs in the caller's thread, in one snapshot.
    void use(const std::function<void(Connection&)>& work);

    // Waits until all have come back, and closes them.
    void stop();

private:
    std::unique_ptr<Connection> lend();
    void take_back(std::unique_ptr<Connection> connection);

    Database& database_;
    const Settings& settings_;
    std::mutex mutex_;
    std::condition_variable came_back_;
    std::vector<std::unique_ptr<Connection>> idle_;
    int lent_ = 0;
    bool stopping_ = false;
};

} // namespace store
