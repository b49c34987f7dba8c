// SPDX-License-Identifier: EUPL-1.2
// Calls other servers: over HTTP, and to bring mail. call.cpp alone sees libcurl.
#pragma once

#include <atomic>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/request.h"

namespace app {

// Over https, or over http to this machine alone: nothing that is said goes over an open line.
bool may_be_called(std::string_view url);

struct Call {
    std::string url;
    std::string method = "POST";
    std::vector<std::pair<std::string, std::string>> headers = {};
    std::string_view body = {};
    std::string ca_file = {}; // who vouches for its certificate; empty: the system's list
    long seconds = 60;
    std::size_t answer_bytes_max = 4 * 1024 * 1024;
    const std::atomic<bool>* stopping = nullptr; // true, from another thread: it is let go of
};

// Waits for the answer. Status 0: there was none, and `body` says why.
core::Response call(const Call& call);

struct Letter {
    std::string server; // smtp://host:587, smtps://host:465
    std::string user;   // empty: the server asks for none
    std::string password;
    std::string from; // "<lgnet@comune.example>"
    std::string to;
    std::vector<std::string> headers;
    std::string text;
    const std::atomic<bool>* stopping = nullptr;
};

// Empty, or why the server did not take it.
std::string send(const Letter& letter);

} // namespace app
