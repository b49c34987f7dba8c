// SPDX-License-Identifier: EUPL-1.2
// Takes the requests of cities on this machine to the network on another (HTTPS, in a thread of its
// own), and brings back its answers. What is said is signed at both ends
// (modules/network); HTTPS keeps it from being read on the way.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <thread>

#include "app/configuration.h"
#include "core/request.h"

namespace app {

class Courier {
public:
    // Throws Refused where what is configured cannot be used.
    explicit Courier(const Configuration& configuration);
    ~Courier(); // stops
    Courier(const Courier&) = delete;
    Courier& operator=(const Courier&) = delete;

    // For HouseSettings.network_door. After stop(), and where the network is not reached, it is
    // answered with status 0 and why.
    void ask(core::Request request, core::Reply reply);
    // Lets go of what is under way.
    void stop();

private:
    struct Errand {
        core::Request request;
        core::Reply reply;
    };
    void run();
    core::Response bring(const core::Request& request) const;

    std::string address_; // "https://rete.example"
    std::string ca_file_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Errand> errands_;
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

} // namespace app
