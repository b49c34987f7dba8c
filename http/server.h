// SPDX-License-Identifier: EUPL-1.2
// The one door to the network. A few threads, each with a loop of its own, turn bytes into Requests
// and Responses into bytes; they know no act and no store. TLS is the business of the proxy in
// front.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "core/request.h"

namespace http {

struct Limits {
    std::size_t header_bytes = 16 * 1024; // request line and headers together
    std::size_t body_bytes = 1024 * 1024;
    // What is let pass beyond that, by its head: who may send files, and where. None when empty;
    // may throw a Problem, which is then the answer.
    std::function<std::size_t(const core::Request& head)> large_body_bytes;
    int large_bodies_max = 32; // at the same time, being read or answered; one more is told to wait
    std::chrono::milliseconds header_time{10'000}; // for all of the headers, from the first byte
    std::chrono::milliseconds body_time{30'000};   // for all of the body
    std::chrono::milliseconds large_body_time{180'000}; // the same: 8 MB from a phone at 0.4 Mbit/s
    // Between two requests, and for a client that takes nothing of its answer.
    std::chrono::milliseconds idle_time{60'000};
    // After stop(), for requests that are under way.
    std::chrono::milliseconds stop_time{10'000};
    int connections_max = 4096; // further ones wait unaccepted; less where open files are scarce
};

// Answers a refusal of this layer (a body too large, a broken header) to who asked: of the request
// only what has come is there, mostly the path and the headers. Called from any thread.
using Refusing = std::function<core::Response(const core::Request& so_far, const Problem&)>;

// The code alone, with the English name of the status as its title.
core::Response refuse_plainly(const core::Request& so_far, const Problem& problem);

class Server {
public:
    // Listens at once ("127.0.0.1:8080", "[::1]:8080"; port 0: any that is free) or throws
    // std::runtime_error. The handler is called on a loop's thread and must return soon; a Reply
    // that is dropped unused answers 500.
    Server(const std::string& listen, core::Handler handler, Limits limits = {}, int threads = 2,
           Refusing refusing = refuse_plainly);
    ~Server(); // stops

    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    int port() const;

    // Takes no more connections, closes those that ask nothing, and returns when every request that
    // was under way has its answer (or stop_time is over). Not to be called from a handler.
    void stop();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace http
