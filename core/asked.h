// SPDX-License-Identifier: EUPL-1.2
// What the files of the path (answer.cpp, perform.cpp) know of a request on its way.
#pragma once

#include <chrono>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/house.h"
#include "core/journal.h"

namespace core {

// A request on its way.
struct House::Asked {
    Request request;
    Reply reply;
    std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();
    Instant now;
    std::string language = "it";

    const Dialect* dialect = nullptr; // null: JSON
    const Act* act = nullptr;
    std::vector<std::pair<std::string, std::string>> places; // {id} of the route and its value
    bool known = false;                                      // an account asks; else a guest
    Actor actor;
    std::string purpose;
    Place* place = nullptr;
    Wish wish;
    std::optional<Uuid> receipt; // under which it is kept that this was done
    std::string input_mark;      // of an act with a receipt: what was wished for

    // What came of it; a batch that is done again begins anew.
    Answer answer;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string outcome = "done";    // for the journal
    std::optional<Problem> problem;  // of an act whose work is kept all the same
    std::optional<JournalLine> line; // of a reading, to be written before it is answered
};

// The line of something asked: by an account, or by a guest.
JournalLine journal_line(Instant now, bool known, const Actor& actor, const std::string& act,
                         const std::string& purpose, const std::string& outcome);

std::string text_of(const std::optional<Uuid>& uuid);

// Fills `places` where the path fits the route: "/api/housing/stays/{id}".
bool path_fits(std::string_view route, std::string_view path,
               std::vector<std::pair<std::string, std::string>>& places);

// What is answered to whatever was thrown.
Problem problem_of(std::exception_ptr failure);

// What a receipt knows an input by.
std::string mark_of(const store::Seal& seal, const Wish& wish);

} // namespace core
