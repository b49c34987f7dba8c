// SPDX-License-Identifier: EUPL-1.2
// The whole house with the cast of docs/cast.md in it, on fresh stores of Roma, Milano and the
// network, and a clock that the test moves. The cast is made once for a test program; every house
// is a copy of it.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "core/house.h"
#include "core/journal.h"
#include "store/testing.h"

namespace tests {

// What a browser sends along once it has logged in.
struct Session {
    std::string cookie; // "lgnet=…"
    std::string csrf;
};

class CastHouse {
public:
    explicit CastHouse(test_stores::Engine engine);
    ~CastHouse();
    CastHouse(const CastHouse&) = delete;
    CastHouse& operator=(const CastHouse&) = delete;

    core::House& house() { return *house_; }
    store::Store& store(std::string_view slug) { return *house_->find_place(slug)->store; }

    // Asks as a browser does: through a log-in, which is done once for each of the cast. "" is a
    // guest.
    core::Response ask(const std::string& login, std::string_view line, std::string body = {},
                       const std::string& purpose = "care");
    // The session of one of the cast; throws where it cannot log in.
    const Session& session(const std::string& login);

    // What the program does every minute, and what follows from it in other stores.
    void let_time_pass();

    // The first fault of any journal, as "roma: altered at 7"; "" when all of them hold.
    std::string journal_fault();

    // Monday 23 November 2026, a quarter past ten in the evening in Italy.
    static Instant tonight() { return parse_instant("2026-11-23T21:15:00Z").value(); }
    Instant now = tonight();

private:
    std::string database_; // of PostgreSQL, dropped at the end; "" for SQLite
    std::unique_ptr<core::House> house_;
    std::map<std::string, Session> sessions_;
};

} // namespace tests
