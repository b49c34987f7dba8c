// SPDX-License-Identifier: EUPL-1.2
// A request and an answer as values, with no socket in sight: http/ turns bytes into them.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core {

struct Request {
    std::string method; // GET, POST, PUT, DELETE, HEAD
    std::string path;   // decoded, without the query: "/api/outreach/contacts"
    std::vector<std::pair<std::string, std::string>> query;   // decoded, in order
    std::vector<std::pair<std::string, std::string>> headers; // names in lower case
    std::string body;
    std::string remote; // the peer's address, for lock-out and the log

    // The first header or query value of that name; empty when there is none.
    std::string_view header(std::string_view name) const;
    std::string_view parameter(std::string_view name) const;
    // The value of one cookie.
    std::string_view cookie(std::string_view name) const;
};

struct Response {
    int status = 200;
    std::string content_type = "application/json; charset=utf-8";
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
};

// Called once, from any thread. Dropped unused, http answers 500.
using Reply = std::function<void(Response)>;
using Handler = std::function<void(Request, Reply)>;

} // namespace core
